/** The reconciler on the sandbox's own answers: what was pushed and opened while no webhook went out is found, once. */
import { pino } from 'pino';
import { Probot } from 'probot';
import { systemClock } from '../../src/core/clock.js';
import { reconcileRepository } from '../../src/flows/reconcile/look.js';
import { reconcileInstallation } from '../../src/flows/reconcile/walk.js';
import { beginRound } from '../../src/infra/db/reconcile.js';
import { connect } from '../../src/infra/github/connect.js';
import { createOctokitClass } from '../../src/infra/github/octokit.js';
import { type LocalGitHub, startLocalGitHub } from '../../src/sandbox/local-github.js';
import { onPglite } from '../support/databases.js';
import { flowContext } from '../support/flow-context.js';

const databases = onPglite();
let sandbox: LocalGitHub;
afterAll(() => sandbox.stop());

test('pushes, a pull request and a missing issue', async () => {
  const permissions = { contents: 'read', issues: 'write', metadata: 'read', pull_requests: 'read' } as const;
  const app = { id: 4711, slug: 'seaworthy', permissions, events: [] };
  sandbox = await startLocalGitHub({ webhookSecret: 'for this test only', app });
  sandbox.createOrganization('harbour', { owner: 'ann' });
  const { id: installationId } = sandbox.installApp('harbour');
  const { id } = await sandbox.createRepository('harbour', { name: 'quay', files: { 'README.md': 'ours\n' } });
  const probot = new Probot({
    appId: app.id,
    privateKey: sandbox.privateKeyPem,
    baseUrl: `${sandbox.url}/api/v3`,
    Octokit: createOctokitClass({ clock: systemClock, log: pino({ level: 'silent' }) }),
    logLevel: 'fatal',
  });
  const github = await connect((of) => (of === undefined ? probot.auth() : probot.auth(of)), systemClock).of(
    installationId,
  );
  const db = await databases.fresh();
  const given = { github, clock: systemClock, job: { delivery: 'x', installationId } };
  const { context } = flowContext(db, given);
  const look = async () => {
    sandbox.requests.clear();
    await db.kysely.deleteFrom('job').execute();
    await reconcileRepository(id, context);
    const jobs = await db.kysely
      .selectFrom('job')
      .select(['handler', 'data'])
      .orderBy('handler')
      .orderBy('id')
      .execute();
    return { jobs, asked: [...sandbox.requests.byKind().keys()] };
  };

  await reconcileInstallation(context);
  const first = await look();
  expect(first.jobs.map(({ handler }) => handler)).toEqual(['onboard', 'scan-push']);

  // GitHub tells the time of a push in whole seconds: this one may come in the second of the last.
  const person = sandbox.as('ann');
  const change = (branch: string) => ({ branch, from: 'main', message: 'More', files: { [`${branch}.txt`]: 'x' } });
  const pushed = await person.commit('harbour/quay', { branch: 'main', message: 'More', files: { 'a.txt': 'x' } });
  const head = await person.commit('harbour/quay', change('topic'));
  await person.openPullRequest('harbour/quay', { title: 'Topic', head: 'topic' });
  await beginRound(db.kysely, installationId, systemClock.now());
  await reconcileInstallation(context);
  const second = await look();
  expect(second.jobs).toMatchObject([
    { handler: 'check-pull-request', data: { head, base: { ref: 'main', sha: pushed } } },
    { handler: 'fan-out' },
    { handler: 'read-policy', data: { repository: { id } } },
    { handler: 'scan-push', data: { ref: 'refs/heads/main', after: pushed } },
    { handler: 'scan-push', data: { ref: 'refs/heads/topic', after: head, created: true } },
  ]);

  const third = await look();
  expect(third.asked).toEqual(['GET /repos/{owner}/{repo}/activity', 'GET /repos/{owner}/{repo}/pulls 304']);
  expect(sandbox.violations).toEqual([]);
});
