/** Commands in comments: a reaction at once, one reply, and permission as declared. */
import type { Issue, Repository } from '../../src/sandbox/state/model.js';
import { baselineIssue, commentsOn, DEVELOPER, ORG, reactionsTo, settled, until, useStage } from '../support/stage.js';

const stage = useStage();
const REPO = `${ORG}/pier`;
let repository: Repository;
let issue: Issue;

beforeAll(async () => {
  repository = await stage().sandbox.createRepository(ORG, { name: 'pier', private: true });
  stage().sandbox.addCollaborator(REPO, DEVELOPER, 'write');
  issue = await until('the issue', () => baselineIssue(stage(), repository));
  await settled(stage());
});

const replyTo = (comment: number) =>
  commentsOn(stage(), repository, issue).find(({ body }) => body.includes(`<!-- seaworthy:reply=${comment} -->`));

async function say(body: string, login = DEVELOPER) {
  const comment = await stage().sandbox.as(login).comment(REPO, issue.number, body);
  await settled(stage());
  return { comment, reply: replyTo(comment.id)?.body ?? null, reactions: reactionsTo(stage(), comment.id) };
}

test('status in at most three requests', async () => {
  stage().sandbox.requests.clear();
  const { reply, reactions } = await say('/baseline status');
  expect(reply).toContain('Not ready to launch');
  expect(reactions).toEqual(['eyes']);
  expect(stage().sandbox.requests.entries.length).toBeLessThanOrEqual(3);
});

test.each<[string, string, string, string[]]>([
  ['help lists the commands', '/baseline help', '/baseline status', ['eyes']],
  ['help on one', '/baseline help status', 'Says where', ['eyes'].slice(0, 1)],
  ['an unknown command gets a suggestion', '/baseline statsu', 'Did you mean `/baseline status`', ['eyes', 'confused']],
  ['too much after a command', '/baseline status now', 'takes nothing after it', ['eyes', 'confused']],
  [
    'a finding that is none',
    '/baseline rotated abcdef12 https://example.com',
    'There is no finding',
    ['eyes', 'confused'],
  ],
])('%s', async (_, said, expected, reactions) => {
  const result = await say(said);
  expect(result.reply?.toLowerCase()).toContain(expected.toLowerCase());
  expect(result.reactions).toEqual(reactions);
});

test('several commands in one comment get one reply', async () => {
  const { comment, reply } = await say('/baseline status\n/baseline help');
  expect(reply).toContain('Not ready to launch');
  expect(reply).toContain('| say | what it does | who |');
  expect(
    commentsOn(stage(), repository, issue).filter(({ body }) => body.includes(`reply=${comment.id}`)),
  ).toHaveLength(1);
});

test.each([
  ['in a code block', '```\n/baseline status\n```'],
  ['quoted', '> /baseline status'],
  ['not at the start of a line', 'please /baseline status'],
])('nothing happens for a command %s', async (_, said) => {
  const { reply, reactions } = await say(said);
  expect(reply).toBeNull();
  expect(reactions).toEqual([]);
});

test('an edited comment runs only what is new, in the same reply', async () => {
  const { comment } = await say('/baseline status');
  await stage().sandbox.as(DEVELOPER).editComment(REPO, comment.id, '/baseline status\n/baseline help status');
  await settled(stage());
  const replies = commentsOn(stage(), repository, issue).filter(({ body }) => body.includes(`reply=${comment.id}`));
  expect(replies).toHaveLength(1);
  expect(replies[0]?.body).not.toContain('Not ready to launch');
});

test('somebody without the role is told who has it, in a private repository', async () => {
  stage().sandbox.createUser('reader');
  stage().sandbox.addCollaborator(REPO, 'reader', 'read');
  const { reply, reactions } = await say('/baseline false-positive abcdef12 because it is one', 'reader');
  expect(reply).toContain('write role');
  expect(reactions).toEqual(['eyes', 'confused']);
});

test('a comment sent twice is answered once', async () => {
  stage().sandbox.webhooks.double({ event: 'issue_comment.created', times: 1 });
  const { comment } = await say('/baseline status');
  expect(
    commentsOn(stage(), repository, issue).filter(({ body }) => body.includes(`reply=${comment.id}`)),
  ).toHaveLength(1);
});

test('a reply whose answer was lost is not written again', async () => {
  stage().sandbox.faults.add({ match: { method: 'POST', path: /\/comments$/ }, times: 1, effect: 'error-after' });
  const comment = await stage().sandbox.as(DEVELOPER).comment(REPO, issue.number, '/baseline status');
  await until('the reply', () => replyTo(comment.id));
  await settled(stage());
  expect(
    commentsOn(stage(), repository, issue).filter(({ body }) => body.includes(`reply=${comment.id}`)),
  ).toHaveLength(1);
});
