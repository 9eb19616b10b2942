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

test.each<[string, string, string]>([
  ['a bare risk', '/baseline risk', 'LOW, MEDIUM, HIGH, MAXIMUM'],
  ['a risk without a reason', '/baseline risk HIGH', '`/baseline risk MEDIUM because it holds'],
  ['a launch day in the past', '/baseline launch 2020-01-01', '2020-01-01 is past'],
  ['a champion who cannot see the repository', '/baseline champion @nobody-here', '@nobody-here cannot see'],
  ['an item that is mistyped', '/baseline assign hstss @writer', 'Did you mean `hsts`'],
  ['an item to explain that is mistyped', '/baseline explain hstss', 'Did you mean `hsts`'],
  ['a checklist that is mistyped', '/baseline use web-servise', 'Did you mean `web-service`?'],
  ['a checklist without levels', '/baseline use repository@2', '`repository` has no levels'],
])('%s changes nothing and says what would work', async (_, said, expected) => {
  const before = issue.body;
  const { reply, reactions } = await say(said);
  expect(reply).toContain(expected);
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
  const { reply } = await say('/baseline next');
  expect(reply).toMatch(new RegExp(`^1\\. .* \`${id}\` · [A-Z]+ · .* · assigned to @writer$`, 'm'));
  expect(reply?.match(/First step: /g)).toHaveLength(3);
  expect(reply).toContain(`#${issue.number}`);
});

test('explain an item and the grade', async () => {
  const { reply: item } = await say('/baseline explain hsts');
  expect(item).toMatch(/`hsts` · HIGH · 10 min.* · \*\*open\*\*/);
  expect(item).toContain('Strict-Transport-Security');
  const { reply: grade } = await say('/baseline explain grade');
  expect(grade).toContain('| `hsts` | -20 | HIGH, open |');
  expect(grade).toMatch(/more items to an A\+: /);
});

test('use says what was added and removed', async () => {
  const { reply: first } = await say('/baseline use repository');
  expect(first).toContain('Removed `web-service`');
  const { reply: second } = await say('/baseline use repository, web-service');
  expect(second).toContain('Added `web-service`. This service follows `repository`, `web-service`.');
});

test('launched, and a new launch', async () => {
  const { reply } = await say('/baseline launched');
  expect(reply).toMatch(/Recorded\. \d+ things that a launch asks for were still open/);
  expect(firstLine()).toMatch(/^\*\*Launched\*\* on \d{4}-\d{2}-\d{2}, \*\*not everything required is done\*\*/);
  expect((await say('/baseline launched')).reply).toContain('on record as launched on');
  await expect(say('/baseline launch 2099-04-01')).resolves.toEqual(DONE);
  expect(firstLine()).toMatch(/^\*\*Not ready to launch\*\* .* launch \*\*2099-04-01\*\*/);
});
