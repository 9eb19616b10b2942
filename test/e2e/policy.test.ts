/** A policy on real webhooks: judged on the pull request that brings it, in force on the default branch, and cheap otherwise. */
import type { CheckRun, Repository } from '../../src/sandbox/state/model.js';
import { baselineIssue, checkOn, DEVELOPER, ORG, settled, until, useStage, visibleBody } from '../support/stage.js';

const stage = useStage();
const FILE = '.github/seaworthy.yml';
const CHECK = 'seaworthy/policy';
let organisation: Repository;
let quay: Repository;

const person = () => stage().sandbox.as(DEVELOPER);

beforeAll(async () => {
  const { sandbox } = stage();
  const files = { 'README.md': 'ours\n', [FILE]: 'default: [repository]\n' };
  organisation = await sandbox.createRepository(ORG, { name: '.github', files });
  quay = await sandbox.createRepository(ORG, { name: 'quay', topics: ['web'] });
  await sandbox.createRepository(ORG, { name: 'vault', topics: ['web'], private: true });
  for (const name of ['.github', 'quay']) sandbox.addCollaborator(`${ORG}/${name}`, DEVELOPER, 'admin');
  await settled(stage());
});

let branches = 0;

/** A pull request that changes files, and the sha of its head. */
async function propose(
  name: string,
  files: Record<string, string | null>,
): Promise<{ number: number; branch: string; head: string }> {
  branches += 1;
  const branch = `proposal-${branches}`;
  const head = await person().commit(`${ORG}/${name}`, { branch, from: 'main', message: 'Policy', files });
  const { number } = await person().openPullRequest(`${ORG}/${name}`, { title: 'Policy', head: branch });
  return { number, branch, head };
}

const verdict = (repository: Repository, sha: string): Promise<CheckRun> =>
  until(`the policy check on ${sha.slice(0, 7)}`, () => checkOn(stage(), repository, sha, CHECK));

const readings = (name: string) =>
  stage().sandbox.requests.entries.filter(
    ({ route, path }) => route === '/repos/{owner}/{repo}/contents/{path}' && path.includes(`/${name}/contents/`),
  ).length;

test('a policy with errors fails with an annotation on each line', async () => {
  const { head } = await propose('.github', { [FILE]: 'version: 1\nprofile: []\nwaivers:\n  HIGH: { days: -1 }\n' });
  const run = await verdict(organisation, head);
  expect(run).toMatchObject({ conclusion: 'failure', title: '2 problems in the policy' });
  expect(run.annotations).toMatchObject([
    { path: FILE, start_line: 2, annotation_level: 'failure', message: 'profile: Unknown key "profile"' },
    { path: FILE, start_line: 4, message: 'waivers.HIGH.days: Expected 0 days or more' },
  ]);
});

const WEB = `default: [repository]
profiles:
  - when: { topic: web }
    use: [web-service]
`;

test('a good one says what it would change, and names no repository that its readers may not see', async () => {
  const { head } = await propose('.github', { [FILE]: WEB });
  const run = await verdict(organisation, head);
  expect(run).toMatchObject({ conclusion: 'success', title: '1 repository would change' });
  expect(run.summary).toContain(`- \`${ORG}/quay\`: + checklist \`web-service\``);
  expect(run.summary).toContain('Repositories less visible than this one are left out.');
  expect(run.summary).not.toContain('vault');
});

test('a pull request that does not touch the file gets no check, for one request', async () => {
  await settled(stage());
  stage().sandbox.requests.clear();
  const { head } = await propose('.github', { 'README.md': 'other\n' });
  await settled(stage());
  expect(checkOn(stage(), organisation, head, CHECK)).toBeUndefined();
  expect(readings('.github')).toBe(1);
});

test('merged, it is read once and in force: the same proposal would change nothing more', async () => {
  const before = await propose('.github', { 'old.txt': 'a branch that began before\n' });
  const { number, head } = await propose('.github', { [FILE]: WEB });
  await verdict(organisation, head);
  await settled(stage());
  stage().sandbox.requests.clear();
  await person().mergePullRequest(`${ORG}/.github`, number);
  await settled(stage());
  expect(readings('.github')).toBe(1);
  const again = await propose('.github', { [FILE]: `${WEB}# the same\n` });
  expect(await verdict(organisation, again.head)).toMatchObject({ title: '0 repositories would change' });
  // A branch from before the merge has the old file, and does not change it.
  const later = await person().commit(`${ORG}/.github`, {
    branch: before.branch,
    message: 'More',
    files: { 'more.txt': 'more\n' },
  });
  await settled(stage());
  expect(checkOn(stage(), organisation, later, CHECK)).toBeUndefined();
});

test('a push that does not touch the file is not read', async () => {
  stage().sandbox.requests.clear();
  await person().commit(`${ORG}/.github`, { branch: 'main', message: 'Readme', files: { 'README.md': 'new\n' } });
  await settled(stage());
  expect(readings('.github')).toBe(0);
});

test("a repository's own file may be stricter; what would loosen is ignored, with its line", async () => {
  const text = 'version: 1\nwaivers:\n  HIGH: { days: 3 }\n  LOW:\n    days: 1000\n';
  const { head } = await propose('quay', { [FILE]: text });
  const run = await verdict(quay, head);
  expect(run).toMatchObject({ conclusion: 'neutral', title: 'The baseline would change; 1 setting without effect' });
  expect(run.annotations).toMatchObject([{ path: FILE, start_line: 5, annotation_level: 'warning' }]);
  expect(run.summary).toContain('`waivers.HIGH.days`');
});

test('a broken file on the default branch leaves the last good policy in force', async () => {
  await person().commit(`${ORG}/.github`, { branch: 'main', message: 'Oops', files: { [FILE]: 'defualt: []\n' } });
  await settled(stage());
  const { head } = await propose('.github', { [FILE]: null });
  const run = await verdict(organisation, head);
  expect(run.title).toBe('1 repository would change');
  expect(run.summary).toContain('− checklist `web-service`');
});

test('a custom property that a profile asks for brings its checklist at once, and takes it away again', async () => {
  const { sandbox } = stage();
  const text = 'profiles:\n  - when: { property: { tier: gold } }\n    use: [incident-readiness]\n';
  await person().commit(`${ORG}/quay`, { branch: 'main', message: 'Profile', files: { [FILE]: text } });
  await settled(stage());
  const issue = await until('the issue', () => baselineIssue(stage(), quay));
  const body = () => visibleBody(issue);
  expect(body()).not.toContain('`incident-commander`');
  sandbox.setProperties(`${ORG}/quay`, { tier: 'gold', team: ['web', 'shop'] });
  await until('the checklist', () => body().includes('`incident-commander`'));
  await settled(stage());
  sandbox.requests.clear();
  sandbox.setProperties(`${ORG}/quay`, { team: 'web' });
  await settled(stage());
  // It is read, and written again only where it shows something else.
  expect(sandbox.requests.entries.filter(({ method }) => method !== 'GET')).toEqual([]);
  sandbox.setProperties(`${ORG}/quay`, { tier: null });
  await until('the list without it', () => !body().includes('`incident-commander`'));
});

test('commit statuses stand beside the checks where the policy asks for them, once the permission for them is accepted', async () => {
  const { sandbox } = stage();
  const push = async (text: string) => {
    const files = { [FILE]: text };
    const sha = await person().commit(`${ORG}/quay`, { branch: 'main', message: 'Statuses', files });
    await settled(stage());
    return sha;
  };
  const statusesOn = (sha: string) =>
    Object.fromEntries(
      [...sandbox.state.statuses.values()]
        .filter((status) => status.sha === sha)
        .map(({ context, state, targetUrl }) => [context, [state, targetUrl !== null]]),
    );
  await push('gates: { statuses: true }\n');
  expect(statusesOn(await push('gates: { statuses: true } # not accepted yet\n'))).toEqual({});
  const app = sandbox.state.apps.get(sandbox.appId);
  const [installation] = sandbox.state.installationsOf(ORG);
  if (app === undefined || installation === undefined) throw new Error('The App is installed');
  app.permissions = { ...app.permissions, statuses: 'write' };
  sandbox.acceptPermissions(installation.id);
  await settled(stage());
  expect(statusesOn(await push('gates: { statuses: true } # accepted\n'))).toEqual({
    'seaworthy/secrets': ['success', true],
    'seaworthy/launch': ['success', true],
  });
});

test('a report that the policy asks for is there at once, with nothing that its readers may not see', async () => {
  const { sandbox } = stage();
  sandbox.requests.clear();
  const text = `${WEB}reports: { readiness_issue: true, custom_properties: true }\n`;
  await person().commit(`${ORG}/.github`, { branch: 'main', message: 'Reports', files: { [FILE]: text } });
  const issue = await until('the readiness issue', () =>
    [...sandbox.state.issues.values()].find(({ title }) => title === 'Launch readiness'),
  );
  expect(issue).toMatchObject({ repositoryId: organisation.id, labels: ['launch-readiness'] });
  expect(issue.body).toMatch(
    /\n2 services: [^\n]*\n\n> This repository is public, [^\n]*private repositories are left out\./,
  );
  await settled(stage());
  // Without the permission to write them nobody asks about custom properties.
  expect(sandbox.requests.entries.filter(({ path }) => path.includes('/properties/'))).toEqual([]);
});
