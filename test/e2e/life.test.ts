/** The life of an item as people lead it: said by command or tick, its risk accepted by two, taken back, and the issue kept open. */
import type { Issue, Repository } from '../../src/sandbox/state/model.js';
import {
  baselineIssue,
  commentsOn,
  DEVELOPER,
  ORG,
  reactionsTo,
  SECURITY,
  settled,
  until,
  useStage,
  visibleBody,
} from '../support/stage.js';

const stage = useStage();
const REPO = `${ORG}/quay`;
const DAY = 86_400_000;
let repository: Repository;
let issue: Issue;

beforeAll(async () => {
  repository = await stage().sandbox.createRepository(ORG, { name: 'quay', private: true });
  stage().sandbox.addCollaborator(REPO, DEVELOPER, 'write');
  issue = await until('the issue', () => baselineIssue(stage(), repository));
  await settled(stage());
  await say('/baseline use web-service', SECURITY);
});

async function say(body: string, login = DEVELOPER) {
  const comment = await stage().sandbox.as(login).comment(REPO, issue.number, body);
  await settled(stage());
  const marker = `<!-- seaworthy:reply=${comment.id} -->`;
  const reply = commentsOn(stage(), repository, issue).find((one) => one.body.includes(marker));
  return {
    reply: reply?.body.replaceAll('&#8203;', '') ?? null,
    isDone: reactionsTo(stage(), comment.id).includes('+1'),
  };
}

const lineOf = (id: string) =>
  visibleBody(issue)
    .split('\n')
    .find((line) => line.startsWith('- [') && line.includes(`\`${id}\``)) ?? '';

const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

test('done, evidence and undo', async () => {
  expect(await say('/baseline done hsts https://example.com/pull/1')).toEqual({ reply: null, isDone: true });
  expect(lineOf('hsts')).toContain(`- [x] **`);
  expect(lineOf('hsts')).toContain(`done by @${DEVELOPER}`);
  expect(lineOf('hsts')).toContain('[evidence](https://example.com/pull/1)');
  await say('/baseline evidence hsts https://example.com/pull/2', SECURITY);
  expect(lineOf('hsts')).toContain('[evidence](https://example.com/pull/2)');
  expect(lineOf('hsts')).toContain(`done by @${DEVELOPER}`);
  await say('/baseline undo hsts');
  expect(lineOf('hsts')).toMatch(/^- \[ \].*HIGH/);
});

test('what does not apply is struck through, with the reason', async () => {
  await say('/baseline na csp because this service has no pages');
  expect(lineOf('csp')).toMatch(/^- \[x\] ~~/);
  expect(lineOf('csp')).toContain(`not applicable: this service has no pages (@${DEVELOPER})`);
});

test.each([
  ['no reason', '/baseline na csp', 'A reason is needed: `/baseline na csp because this service has no pages`.'],
  ['a near miss', '/baseline done hstss', 'There is no item `hstss`. Did you mean `hsts` (Browsers'],
  ['no item at all', '/baseline done qqqqqqqqqqqq', 'There is no item `qqqqqqqqqqqq` here.'],
  [
    'evidence of what is not done',
    '/baseline evidence hsts https://example.com/',
    'is not done yet. `/baseline done hsts',
  ],
  ['an approval of nothing', '/baseline approve hsts', 'for everybody. Maintainers and administrators'],
  [
    'a day that is over',
    '/baseline accept-risk hsts until 2020-01-01 because no',
    `2020-01-01 is over. Until ${inDays(7)}`,
  ],
])('%s is answered with what to say', async (_, said, expected) => {
  const before = issue.body;
  const { reply, isDone } = await say(said);
  expect(reply).toContain(expected);
  expect(isDone).toBe(false);
  expect(issue.body).toBe(before);
});

test('a risk is accepted by somebody else than who asked, for as long as its level allows', async () => {
  const tooLong = await say('/baseline accept-risk hsts until 2099-01-01 because the partner is slow', SECURITY);
  expect(tooLong.reply).toContain(`a waiver may last 7 days, so until ${inDays(7)} at most.`);
  const last = inDays(5);
  const asked = await say(`/baseline accept-risk hsts until ${last} because the partner is slow`, SECURITY);
  expect(asked.reply).toContain('stays open until somebody else approves: `/baseline approve hsts`');
  const waiting = `@${SECURITY} asks to accept the risk until ${last} because the partner is slow`;
  await until('the request in the issue', () => lineOf('hsts').includes(waiting));
  expect(visibleBody(issue)).toContain('Waiting for approval by a maintainer or administrator: `hsts` since ');
  const own = await say('/baseline approve hsts', SECURITY);
  expect(own.reply).toContain('You asked for this waiver, so somebody else has to approve it.');
  expect(lineOf('hsts')).not.toContain('risk accepted');
  stage().sandbox.createUser('ada');
  stage().sandbox.addCollaborator(REPO, 'ada', 'maintain');
  const approved = await say('/baseline approve hsts', 'ada');
  expect(approved.reply).toContain(`The risk of \`hsts\` is accepted until ${last}, as @`);
  expect(lineOf('hsts')).toMatch(/^- \[ \]/);
  expect(lineOf('hsts')).toContain(`risk accepted until ${last} by @ada: the partner is slow`);
  expect(visibleBody(issue)).not.toContain('aiting for approval');
});

test('a tick by somebody who may not attest the item is taken back with the reason, once', async () => {
  const item = /`(?<id>[a-z0-9-]+)` · [^\n]*attested by security/.exec(visibleBody(issue))?.groups?.id ?? '';
  await stage().sandbox.as(DEVELOPER).tick(REPO, issue.number, `\`${item}\``);
  const reason = `ticked by @${DEVELOPER}, but security has to attest it`;
  await until('the reason', () => lineOf(item).includes(reason));
  await settled(stage());
  expect(lineOf(item)).toMatch(/^- \[ \]/);
  const { reply } = await say(`/baseline done ${item}`);
  expect(reply).toContain('counts only when security attests it. Maintainers and administrators');
  await stage().sandbox.as(SECURITY).tick(REPO, issue.number, `\`${item}\``);
  await until('the tick', () => lineOf(item).includes(`done by @${SECURITY}`));
});

test('closed too early, the issue opens again and says why in one comment', async () => {
  const said = () =>
    commentsOn(stage(), repository, issue).filter(({ body }) => body.includes('<!-- seaworthy:reopened='));
  for (const _ of ['once', 'and again']) {
    await stage().sandbox.as(DEVELOPER).closeIssue(REPO, issue.number);
    await until('the issue to open again', () => issue.state === 'open' && said().length > 0);
    await settled(stage());
  }
  expect(said()).toHaveLength(1);
  expect(said()[0]?.body).toMatch(/closed this list while \d+ things still block the launch, so it is open again/);
});
