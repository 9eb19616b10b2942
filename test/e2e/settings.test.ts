/** Commands on a service on the whole stage: what is decided stands in the header and in the journal. */
import type { Issue, Repository } from '../../src/sandbox/state/model.js';
import {
  baselineIssue,
  commentsOn,
  DEVELOPER,
  ORG,
  reactionsTo,
  settled,
  until,
  useStage,
  visibleBody,
} from '../support/stage.js';

const stage = useStage();
const REPO = `${ORG}/quay`;
const WRITER = 'writer';
let repository: Repository;
let issue: Issue;

beforeAll(async () => {
  const { sandbox } = stage();
  repository = await sandbox.createRepository(ORG, { name: 'quay', private: true });
  sandbox.addCollaborator(REPO, DEVELOPER, 'maintain');
  sandbox.createUser(WRITER);
  sandbox.addCollaborator(REPO, WRITER, 'write');
  issue = await until('the issue', () => baselineIssue(stage(), repository));
  await settled(stage());
  await say('/baseline use web-service');
});

async function say(body: string, login = DEVELOPER) {
  const comment = await stage().sandbox.as(login).comment(REPO, issue.number, body);
  await settled(stage());
  const reply = commentsOn(stage(), repository, issue).find((one) =>
    one.body.includes(`<!-- seaworthy:reply=${comment.id} -->`),
  );
  return {
    reply: reply?.body.replaceAll('&#8203;', '') ?? null,
    reactions: reactionsTo(stage(), comment.id),
  };
}

const DONE = { reply: null, reactions: ['eyes', '+1'] };
const firstLine = () => visibleBody(issue).split('\n')[1] ?? '';

test('a new issue says its grade and asks for the risk level', () => {
  expect(firstLine()).toContain('grade **F** (0) · risk **not said yet** (`/baseline risk`)');
  expect(visibleBody(issue)).toMatch(/Best next steps: .*\. \w+ more items to a D-\./);
});

test('risk, launch day and champion in one comment stand in the header', async () => {
  const said =
    '/baseline risk MEDIUM because it holds addresses\n/baseline launch 2099-03-01\n/baseline champion @writer';
  await expect(say(said)).resolves.toEqual(DONE);
  expect(firstLine()).toMatch(/· risk \*\*MEDIUM\*\* · launch \*\*2099-03-01\*\*, in \d+ days · champion @writer$/);
});

test('said again, nothing is written', async () => {
  const before = issue.body;
  await expect(say('/baseline launch 2099-03-01')).resolves.toEqual(DONE);
  expect(issue.body).toBe(before);
});

const MISTAKES: readonly (readonly [string, string])[] = [
  ['/baseline risk', 'LOW, MEDIUM, HIGH, MAXIMUM'],
  ['/baseline risk HIGH', 'A reason is needed: `/baseline risk MEDIUM because it holds'],
  ['/baseline launch 2020-01-01', '2020-01-01 is past'],
  ['/baseline champion @nobody-here', '@nobody-here cannot see'],
  ['/baseline assign hstss @writer', 'Did you mean `hsts`'],
  ['/baseline explain hstss', 'Did you mean `hsts`'],
  ['/baseline explain grad', 'Did you mean `/baseline explain grade`?'],
  ['/baseline use web-servise', 'Did you mean `web-service`?'],
  ['/baseline use repository@2', '`repository` has no levels'],
];

test('mistakes change nothing, and each answer says what would work', async () => {
  const before = issue.body;
  const { reply, reactions } = await say(MISTAKES.map(([said]) => said).join('\n'));
  const answers = reply?.split('\n\n---\n\n') ?? [];
  expect(answers).toEqual(MISTAKES.map(([, expected]) => expect.stringContaining(expected)));
  expect(reactions).toEqual(['eyes', 'confused']);
  expect(issue.body).toBe(before);
});

test('the risk level is for maintainers', async () => {
  const { reply } = await say('/baseline risk LOW because I say so', WRITER);
  expect(reply).toContain('maintain role');
  expect(firstLine()).toContain('risk **MEDIUM**');
});

test('next says what, why and how it begins; who was asked is named', async () => {
  const { reply: before } = await say('/baseline next');
  const id = /^1\. .* `(?<id>[a-z0-9-]+)` · /m.exec(before ?? '')?.groups?.id ?? '';
  await expect(say(`/baseline assign ${id} @writer`, WRITER)).resolves.toEqual(DONE);
  const line = () =>
    visibleBody(issue)
      .split('\n')
      .find((text) => text.includes(`\`${id}\` ·`));
  expect(line()).toContain('· assigned to @writer');
  const { reply } = await say('/baseline next');
  expect(reply).toMatch(new RegExp(`^1\\. .* \`${id}\` · [A-Z]+ · .* · assigned to @writer$`, 'm'));
  expect(reply?.match(/First step: /g)).toHaveLength(3);
  expect(reply).toContain(`#${issue.number}`);
  await expect(say(`/baseline unassign ${id} @writer`)).resolves.toEqual(DONE);
  expect(line()).not.toContain('assigned');
});

test('explain an item and the grade', async () => {
  const { reply } = await say('/baseline explain hsts\n/baseline explain grade');
  expect(reply).toMatch(/`hsts` · HIGH · 10 min.* · \*\*open\*\*/);
  expect(reply).toContain('Strict-Transport-Security');
  expect(reply).toContain('| `hsts` | -20 | HIGH, open |');
  expect(reply).toMatch(/more items to an A\+: /);
});

test('use says what was added and removed', async () => {
  const { reply } = await say('/baseline use secrets\n/baseline use web-service');
  expect(reply).toContain('Added `secrets`. Removed `web-service`; what was said about its items is kept.');
  // What the policy asks for stays, whatever people add.
  expect(reply).toContain('This service follows `repository`, `web-service`.');
});

test('launched, and a new launch', async () => {
  const { reply } = await say('/baseline launched\n/baseline launched');
  expect(reply).toMatch(/Recorded\. \d+ things that a launch asks for were still open/);
  expect(reply).toContain('on record as launched on');
  expect(firstLine()).toMatch(/^\*\*Launched\*\* on \d{4}-\d{2}-\d{2}, \*\*not everything required is done\*\*/);
  await expect(say('/baseline launch 2099-04-01')).resolves.toEqual(DONE);
  expect(firstLine()).toMatch(/^\*\*Not ready to launch\*\* .* launch \*\*2099-04-01\*\*/);
});
