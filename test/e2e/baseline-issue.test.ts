/** One baseline issue in every repository, whatever happens to the webhooks. */
import { baselineIssue, issuesOf, ORG, SECURITY, settled, until, useStage } from '../support/stage.js';

const stage = useStage();

const created = (name: string, more = {}) => stage().sandbox.createRepository(ORG, { name, ...more });

test('a new repository gets it, with the hidden marker and the label', async () => {
  const repository = await created('quay');
  const issue = await until('the issue', () => baselineIssue(stage(), repository));
  expect(issue.title).toBe('Security baseline');
  expect(issue.labels).toEqual(['security-baseline']);
  expect(issue.body).toContain(`<!-- seaworthy:baseline=${repository.id} -->`);
});

test('an empty repository gets it too', async () => {
  const repository = await created('empty', { empty: true });
  await until('the issue', () => baselineIssue(stage(), repository));
});

test.each([
  ['with issues switched off', { hasIssues: false }],
  ['that is a fork, where GitHub switches issues off', { fork: `${ORG}/quay` }],
])('a repository %s is left alone, without an error', async (_, more) => {
  const repository = await created(`silent-${Object.keys(more).join()}`, more);
  await settled(stage());
  expect(issuesOf(stage(), repository)).toEqual([]);
  expect(
    stage()
      .log()
      .filter((line) => line.includes('"level":50')),
  ).toEqual([]);
});

test('the same delivery twice makes one', async () => {
  stage().sandbox.webhooks.double({ event: 'repository.created', times: 1 });
  const repository = await created('twice');
  await until('the issue', () => baselineIssue(stage(), repository));
  await settled(stage());
  expect(issuesOf(stage(), repository)).toHaveLength(1);
});

test('a rename overtaking the creation makes one, under the new name', async () => {
  stage().sandbox.webhooks.reorder(2, { event: 'repository' });
  const repository = await created('before');
  await stage().sandbox.as(SECURITY).renameRepository(`${ORG}/before`, 'after');
  await until('the issue', () => baselineIssue(stage(), repository));
  await settled(stage());
  expect(issuesOf(stage(), repository)).toHaveLength(1);
});

test('GitHub failing after the effect makes one', async () => {
  stage().sandbox.faults.add({ match: { method: 'POST', path: /\/issues$/ }, times: 1, effect: 'error-after' });
  const repository = await created('ambiguous');
  await until('the issue', () => baselineIssue(stage(), repository));
  await until(
    'the record of it',
    () =>
      stage()
        .log()
        .find((line) => line.includes(`"repositoryId":${repository.id},"issue"`)),
    30,
  );
  expect(issuesOf(stage(), repository)).toHaveLength(1);
});

test('a lost delivery is swept up at the next start', async () => {
  stage().sandbox.webhooks.lose({ event: 'repository.created', times: 1 });
  const repository = await created('lost');
  await settled(stage());
  expect(issuesOf(stage(), repository)).toEqual([]);
  expect(await stage().app.stop()).toBe(0);
  await stage().restart();
  await until('the issue', () => baselineIssue(stage(), repository));
});

test('an installation with repositories gets one in each', async () => {
  const { sandbox } = stage();
  sandbox.createOrganization('island');
  const names = ['a', 'b', 'c'];
  const repositories = await Promise.all(names.map((name) => sandbox.createRepository('island', { name })));
  sandbox.installApp('island');
  await until('all issues', () => repositories.every((repository) => baselineIssue(stage(), repository)));
  await settled(stage());
  expect(repositories.map((repository) => issuesOf(stage(), repository).length)).toEqual([1, 1, 1]);
});

test('a suspended and a removed installation are left alone', async () => {
  const { sandbox } = stage();
  sandbox.createOrganization('atoll');
  const installation = sandbox.installApp('atoll');
  await settled(stage());
  sandbox.suspendInstallation(installation.id);
  await settled(stage());
  const repository = await sandbox.createRepository('atoll', { name: 'quiet' });
  await settled(stage());
  sandbox.uninstallApp(installation.id);
  await settled(stage());
  expect(issuesOf(stage(), repository)).toEqual([]);
  expect(
    stage()
      .log()
      .filter((line) => line.includes('parked')),
  ).toEqual([]);
});
