/** Whatever shape a push has, every new commit is looked at, or the check fails and says what was not seen. */
import path from 'node:path';
import type { Repository } from '../../src/sandbox/state/model.js';
import { gates } from '../../src/cli/_demo/gates.js';
import { awsKeyPair } from '../../src/cli/_demo/samples.js';
import type { WorkingCopy } from '../../src/cli/_demo/working-copy.js';
import {
  baselineIssue,
  checkOn,
  clone,
  commentsOn,
  DEVELOPER,
  ORG,
  settled,
  until,
  useStage,
  visibleBody,
} from '../support/stage.js';

const stage = useStage();
const REPO = `${ORG}/dock`;
const SECRETS = 'seaworthy/secrets';
const LAUNCH = 'seaworthy/launch';
let repository: Repository;
let copy: WorkingCopy;

/** A line that the rule for AWS access keys finds. */
const leak = () => `aws_access_key_id = ${awsKeyPair().id}\n`;

beforeAll(async () => {
  const { sandbox } = stage();
  repository = await sandbox.createRepository(ORG, { name: 'dock' });
  sandbox.addCollaborator(REPO, DEVELOPER, 'admin');
  copy = await clone(sandbox.pushUrl(REPO, DEVELOPER), path.join(stage().folder, 'dock'), DEVELOPER);
  await settled(stage());
});

const verdictOn = (sha: string) =>
  until(`the check on ${sha.slice(0, 7)}`, () => checkOn(stage(), repository, sha, SECRETS));

async function onBranch(name: string, from = 'origin/main'): Promise<void> {
  await copy.git('fetch', '--quiet', 'origin');
  await copy.git('switch', '--quiet', '--create', name, from);
}

test('a new branch with two clean commits passes', async () => {
  await onBranch('clean');
  await copy.commit('One', { 'one.txt': 'one\n' });
  const head = await copy.commit('Two', { 'two.txt': 'two\n' });
  await copy.git('push', '--quiet', 'origin', 'clean');
  expect(await verdictOn(head)).toMatchObject({ conclusion: 'success', title: 'No secrets in 2 commits, 2 files' });
});

test('a secret added and taken out again in one push is found, and named by its commit', async () => {
  await onBranch('there-and-back');
  const first = await copy.commit('Add', { 'config.ini': leak() });
  const head = await copy.commit('Remove', { 'config.ini': 'empty\n' });
  await copy.git('push', '--quiet', 'origin', 'there-and-back');
  const run = await verdictOn(head);
  expect(run.conclusion).toBe('failure');
  expect(run.summary).toContain(`commit ${first.slice(0, 7)}`);
  expect(run.annotations).toEqual([]);
});

test('a later clean push on a branch with an open finding still fails', async () => {
  await onBranch('carried');
  const line = leak();
  await copy.commit('Leak', { 'carried.ini': line });
  await copy.git('push', '--quiet', 'origin', 'carried');
  const head = await copy.commit('Go on', { 'carried.ini': `; a line before\n${line}` });
  await copy.git('push', '--quiet', 'origin', 'carried');
  const run = await verdictOn(head);
  expect(run.conclusion).toBe('failure');
  expect(run.annotations).toEqual([expect.objectContaining({ path: 'carried.ini', start_line: 2 })]);
});

test('a forced push whose old head is gone is compared with the default branch', async () => {
  await onBranch('forced');
  await copy.commit('Old', { 'old.txt': 'old\n' });
  await copy.git('push', '--quiet', 'origin', 'forced');
  await copy.git('reset', '--quiet', '--hard', 'origin/main');
  await copy.commit('Leak', { 'forced.ini': leak() });
  const head = await copy.commit('New', { 'new.txt': 'new\n' });
  await copy.git('push', '--quiet', '--force', 'origin', 'forced');
  const run = await verdictOn(head);
  expect(run).toMatchObject({ conclusion: 'failure', title: '1 secret committed' });
});

test('a deleted branch is no trouble', async () => {
  await onBranch('short-lived');
  const head = await copy.commit('Soon gone', { 'gone.txt': 'gone\n' });
  await copy.git('push', '--quiet', 'origin', 'short-lived');
  await verdictOn(head);
  await copy.git('push', '--quiet', 'origin', '--delete', 'short-lived');
  await settled(stage());
  expect(
    stage()
      .log()
      .filter((line) => line.includes('"level":50')),
  ).toEqual([]);
});

test('a branch without a common ancestor is read whole', async () => {
  await copy.git('switch', '--quiet', '--orphan', 'orphan');
  const head = await copy.commit('Alone', { 'alone.ini': leak() });
  await copy.git('push', '--quiet', 'origin', 'orphan');
  expect((await verdictOn(head)).conclusion).toBe('failure');
});

test('a commit of 350 files is read to the last', async () => {
  await onBranch('many');
  const files = Object.fromEntries(
    Array.from({ length: 350 }, (_, index) => [`many/${String(index).padStart(3, '0')}.txt`, `${index}\n`]),
  );
  const head = await copy.commit('Many', { ...files, 'many/zzz.ini': leak() });
  await copy.git('push', '--quiet', 'origin', 'many');
  const run = await verdictOn(head);
  expect(run.conclusion).toBe('failure');
  expect(run.annotations.map(({ path }) => path)).toEqual(['many/zzz.ini']);
});

test('a secret at the end of a file over 1 MB is found', async () => {
  await onBranch('large');
  const filler = Array.from({ length: 40_000 }, (_, index) => `line number ${index} of a long file`).join('\n');
  const head = await copy.commit('Large', { 'large.txt': `${filler}\n${leak()}` });
  await copy.git('push', '--quiet', 'origin', 'large');
  const run = await verdictOn(head);
  expect(run.annotations).toEqual([expect.objectContaining({ path: 'large.txt', start_line: 40_001 })]);
});

test('a secret inside a binary file is found', async () => {
  await onBranch('binary');
  const head = await copy.commit('Binary', { 'image.bin': `\0\0\u0001\0${leak()}\0\0` });
  await copy.git('push', '--quiet', 'origin', 'binary');
  expect((await verdictOn(head)).conclusion).toBe('failure');
});

test('the first push to an empty repository is read whole', async () => {
  const { sandbox } = stage();
  const empty = await sandbox.createRepository(ORG, { name: 'empty-dock', empty: true });
  sandbox.addCollaborator(`${ORG}/empty-dock`, DEVELOPER, 'write');
  const first = await clone(
    sandbox.pushUrl(`${ORG}/empty-dock`, DEVELOPER),
    path.join(stage().folder, 'empty'),
    DEVELOPER,
  );
  const head = await first.commit('First', { 'first.ini': leak() });
  await first.git('push', '--quiet', 'origin', 'HEAD:main');
  const run = await until('the check', () => checkOn(stage(), empty, head, SECRETS));
  expect(run.conclusion).toBe('failure');
});

test('an annotated tag is judged by its commit, and says nothing on one that brings nothing', async () => {
  await onBranch('tagged');
  const known = await copy.git('rev-parse', 'origin/main');
  const head = await copy.commit('Leak', { 'tagged.ini': leak() });
  await copy.git('tag', '--annotate', '--message', 'Nothing new', 'v0', 'origin/main');
  await copy.git('tag', '--annotate', '--message', 'A leak', 'v1', head);
  await copy.git('push', '--quiet', 'origin', 'v0', 'v1');
  expect((await verdictOn(head)).conclusion).toBe('failure');
  await settled(stage());
  const look = () => checkOn(stage(), repository, known.trim(), SECRETS);
  const said = await until('the word on what was there', look);
  expect(said.title).toBe('Watching from here on');
  expect(
    stage()
      .log()
      .filter((line) => line.includes('Job failed')),
  ).toEqual([]);
});

test('a pull request whose base is changed is judged against the new one', async () => {
  await onBranch('old-release');
  await copy.commit('Leak', { 'released.ini': leak() });
  await copy.git('push', '--quiet', 'origin', 'old-release');
  const head = await copy.commit('Fix', { 'fix.txt': 'fix\n' });
  await copy.git('push', '--quiet', 'origin', 'HEAD:fix');
  const { number } = await stage().sandbox.as(DEVELOPER).openPullRequest(REPO, {
    title: 'Fix',
    head: 'fix',
    base: 'old-release',
  });
  await settled(stage());
  await stage().sandbox.as(DEVELOPER).updatePullRequest(REPO, number, { base: 'main' });
  await settled(stage());
  expect((await verdictOn(head)).conclusion).toBe('failure');
});

test('a new repository has both checks on the head of its default branch, so that they can be required', async () => {
  const { sandbox } = stage();
  const fresh = await sandbox.createRepository(ORG, { name: 'fresh-dock' });
  const url = sandbox.pushUrl(`${ORG}/fresh-dock`, DEVELOPER);
  const [main = ''] = (await copy.git('ls-remote', url, 'HEAD')).split('\t');
  const titles = await until(
    'both checks',
    () => {
      const found = [SECRETS, LAUNCH].map((name) => checkOn(stage(), fresh, main, name)?.title);
      return found.every((title) => title !== undefined) ? found : undefined;
    },
    40,
  );
  expect(titles).toEqual(['Watching from here on', expect.stringMatching(/^Not ready: \d+ blockers/)]);
});

test('commits that skip checks get theirs all the same, on a push to the default branch both', async () => {
  await onBranch('skips');
  const head = await copy.commit('Skip\n\nskip-checks: true', { 'skips.txt': 'clean\n' });
  stage().sandbox.requests.clear();
  await copy.git('push', '--quiet', 'origin', 'HEAD:main');
  expect((await verdictOn(head)).conclusion).toBe('success');
  await settled(stage());
  expect(checkOn(stage(), repository, head, LAUNCH)).toMatchObject({ status: 'completed', conclusion: 'neutral' });
  const calls = stage().sandbox.requests.entries.map(({ method, route }) => `${method} ${route}`);
  expect(calls).toEqual([
    'GET /repos/{owner}/{repo}/commits/{ref}',
    'POST /repos/{owner}/{repo}/check-runs',
    'POST /repos/{owner}/{repo}/check-runs',
  ]);
});

test('a push of one commit costs two requests', async () => {
  await onBranch('cheap');
  await copy.commit('Warm', { 'warm.txt': 'warm\n' });
  await copy.git('push', '--quiet', 'origin', 'cheap');
  await settled(stage());
  stage().sandbox.requests.clear();
  const head = await copy.commit('Cheap', { 'cheap.txt': 'cheap\n' });
  await copy.git('push', '--quiet', 'origin', 'cheap');
  await verdictOn(head);
  await settled(stage());
  const calls = stage().sandbox.requests.entries.map(({ method, route }) => `${method} ${route}`);
  expect(calls).toEqual(['GET /repos/{owner}/{repo}/commits/{ref}', 'POST /repos/{owner}/{repo}/check-runs']);
});

test('pushes delivered in the wrong order end in the same verdicts', async () => {
  await onBranch('swapped');
  stage().sandbox.webhooks.reorder(2, { event: 'push' });
  const first = await copy.commit('Leak', { 'swapped.ini': leak() });
  await copy.git('push', '--quiet', 'origin', 'swapped');
  const second = await copy.commit('Clean', { 'swapped.txt': 'clean\n' });
  await copy.git('push', '--quiet', 'origin', 'swapped');
  expect((await verdictOn(first)).conclusion).toBe('failure');
  expect((await verdictOn(second)).conclusion).toBe('failure');
});

test('when commits cannot be read the check never passes', async () => {
  await onBranch('unreadable');
  const head = await copy.commit('Leak', { 'unreadable.ini': leak() });
  const remove = stage().sandbox.faults.add({ match: { method: 'GET', path: /\/commits\// }, effect: 'error-before' });
  await copy.git('push', '--quiet', 'origin', 'unreadable');
  await stage().sandbox.webhooks.idle();
  await until(
    'a failed attempt',
    () =>
      stage()
        .log()
        .some((line) => line.includes('Transient')),
    30,
  );
  const runs = () => [...stage().sandbox.state.checkRuns.values()].filter((run) => run.headSha === head);
  await until('the word that another try follows', () => runs().length > 0);
  expect(runs()).toEqual([expect.objectContaining({ name: SECRETS, status: 'in_progress', conclusion: null })]);
  remove();
  expect((await verdictOn(head)).conclusion).toBe('failure');
}, 90_000);

test('one run per head and name, also when the pull request and the push race', async () => {
  await onBranch('raced');
  const head = await copy.commit('Race', { 'race.txt': 'race\n' });
  stage().sandbox.webhooks.pause();
  await copy.git('push', '--quiet', 'origin', 'raced');
  await stage().sandbox.as(DEVELOPER).openPullRequest(REPO, { title: 'Race', head: 'raced' });
  stage().sandbox.webhooks.double({ event: 'push', times: 1 });
  stage().sandbox.webhooks.resume();
  await verdictOn(head);
  await settled(stage());
  const names = [...stage().sandbox.state.checkRuns.values()]
    .filter((run) => run.headSha === head)
    .map(({ name }) => name);
  expect(names.sort()).toEqual(['seaworthy/launch', SECRETS]);
});

test('a secret from before us is reported once when somebody asks for the history, and stops nobody', async () => {
  const { sandbox } = stage();
  const old = await sandbox.createRepository(ORG, { name: 'old-dock', private: true });
  sandbox.addCollaborator(`${ORG}/old-dock`, DEVELOPER, 'admin');
  await settled(stage());
  const before = await clone(
    sandbox.pushUrl(`${ORG}/old-dock`, DEVELOPER),
    path.join(stage().folder, 'old'),
    DEVELOPER,
  );
  const added = await before.commit('Add', { 'old.ini': leak() });
  await before.commit('Remove', { 'old.ini': 'empty\n' });
  sandbox.webhooks.lose({ event: 'push', times: 1 });
  await before.git('push', '--quiet', 'origin', 'HEAD:main');
  const issue = baselineIssue(stage(), old);
  if (issue === undefined) throw new Error('There is no baseline issue');
  await sandbox.as(DEVELOPER).comment(`${ORG}/old-dock`, issue.number, '/baseline scan history');
  const report = await until('the report', () =>
    commentsOn(stage(), old, issue).find(({ body }) => body.includes(`seaworthy:history=${old.id}`)),
  );
  expect(report.body).toContain(`\`old.ini:1\`, commit ${added.slice(0, 7)}`);
  await until('the count', () => visibleBody(issue).includes('1 older secret in the history'));
  const head = await before.commit('Go on', { 'more.txt': 'more\n' });
  await before.git('push', '--quiet', 'origin', 'HEAD:main');
  expect((await until('the check', () => checkOn(stage(), old, head, SECRETS))).conclusion).toBe('success');
});

test('a required check, a merge queue and a deployment wait for us, and go on; what nobody told of is looked at first', async () => {
  const { sandbox } = stage();
  for (const { run } of gates(stage())) await run();
  sandbox.webhooks.lose({ event: 'push', times: 1 });
  const ferry = `${ORG}/ferry`;
  const files = { 'ferry.ini': leak() };
  await sandbox.as(DEVELOPER).commit(ferry, { branch: 'leaky', from: 'main', message: 'Leak', files });
  const { deployment, run } = await sandbox.as(DEVELOPER).deploy(ferry, { environment: 'production', ref: 'leaky' });
  const report = await until('the report', () => deployment.gates[0]?.reports.at(-1));
  expect(report).toMatch(/^\*\*Held\*\*.*\n- \*\*AWS access key/);
  expect(run.status).toBe('waiting');
});
