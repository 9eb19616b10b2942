/** Branch protection and rulesets: what they tell, and what they refuse. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { matchesPattern } from '../../src/sandbox/state/protection.js';
import { call, installationToken, type Json, type Scene, startScene } from './support.js';

let scene: Scene;
let token: string;

beforeAll(async () => {
  scene = await startScene();
  token = await installationToken(scene);
});

afterAll(() => scene.stop());

const api = (route: string, body?: unknown) => call(scene.sandbox, token, route, body);
const MAIN = '/repos/acme/shop/branches/main';

test.each([
  ['main', 'main', true],
  ['release/1', 'release/*', true],
  ['release/1/fix', 'release/*', false],
  ['release/1/fix', 'release/**/*', true],
  ['v1', 'v?', true],
  ['mainly', 'main', false],
])('the branch %s against the pattern %s: %s', (branch, pattern, expected) => {
  expect(matchesPattern(branch, pattern)).toBe(expected);
});

describe('classic protection', () => {
  test('none: the branch says so, its protection is not found', async () => {
    expect((await api(`GET ${MAIN}`)).json).toMatchObject({ protected: false, protection: { enabled: false } });
    expect(await api(`GET ${MAIN}/protection`)).toMatchObject({
      status: 404,
      json: { message: 'Branch not protected' },
    });
    expect((await api('GET /repos/acme/shop/branches/gone/protection')).json).toMatchObject({
      message: 'Branch not found',
    });
  });

  test('is told in full to Apps that may read the administration, in part to those that may read code', async () => {
    scene.sandbox.protectBranch('acme/shop', 'main', {
      checks: [{ context: 'seaworthy/secrets', appId: 4711 }, { context: 'ci' }],
      approvals: 2,
      admins: false,
    });
    const { json } = await api(`GET ${MAIN}/protection`);
    expect(json).toMatchObject({
      required_status_checks: {
        strict: false,
        checks: [
          { context: 'seaworthy/secrets', app_id: 4711 },
          { context: 'ci', app_id: -1 },
        ],
      },
      required_pull_request_reviews: { required_approving_review_count: 2 },
      enforce_admins: { enabled: false },
      allow_force_pushes: { enabled: false },
      required_signatures: { enabled: false },
    });
    expect((await api(`GET ${MAIN}/protection/enforce_admins`)).json).toEqual(json.enforce_admins);
    const narrow = await installationToken(scene, { permissions: { contents: 'read' } });
    expect((await call(scene.sandbox, narrow, `GET ${MAIN}/protection`)).status).toBe(403);
    expect((await call(scene.sandbox, narrow, `GET ${MAIN}`)).json).toMatchObject({
      protected: true,
      protection: {
        required_status_checks: { enforcement_level: 'non_admins', contexts: ['seaworthy/secrets', 'ci'] },
      },
    });
    expect((await api('GET /repos/acme/shop/branches?protected=false')).json).toEqual([]);
    scene.sandbox.protectBranch('acme/shop', 'main', {});
    expect((await api(`GET ${MAIN}/protection/required_status_checks`)).status).toBe(404);
    scene.sandbox.unprotectBranch('acme/shop', 'main');
    await scene.sandbox.webhooks.idle();
    const rules = scene.hooks.of('branch_protection_rule');
    expect(rules.map(({ action }) => action)).toEqual(['created', 'edited', 'deleted']);
    expect(rules[0]?.payload).toMatchObject({
      rule: { name: 'main', required_status_checks: ['seaworthy/secrets', 'ci'], admin_enforced: false },
    });
  });
});

describe('rulesets', () => {
  test('a repository’s and its organisation’s hold together, and those switched off do not', async () => {
    const { sandbox } = scene;
    const own = sandbox.createRuleset('acme/shop', {
      name: 'Ours',
      checks: [{ context: 'seaworthy/launch', appId: 4711 }],
      mergeQueue: true,
      bypass: [{ actorId: 1, actorType: 'Team', mode: 'always' }],
    });
    const org = sandbox.createRuleset('acme', { name: 'Everywhere', branches: ['~ALL'], signedCommits: true });
    const off = sandbox.createRuleset('acme', { name: 'Tried out', branches: ['~ALL'], enforcement: 'evaluate' });
    const rules = (await api('GET /repos/acme/shop/rules/branches/main')).json as unknown as Json[];
    expect(rules.map(({ type, ruleset_source: source }) => `${source} ${type}`)).toEqual([
      'acme/shop deletion',
      'acme/shop non_fast_forward',
      'acme/shop merge_queue',
      'acme/shop required_status_checks',
      'acme deletion',
      'acme non_fast_forward',
      'acme required_signatures',
    ]);
    expect(rules[3]).toMatchObject({
      parameters: { required_status_checks: [{ context: 'seaworthy/launch', integration_id: 4711 }] },
    });
    expect((await api('GET /repos/acme/shop/rules/branches/other')).json).toHaveLength(3);
    expect((await api('GET /repos/acme/shop/rulesets')).json).toHaveLength(3);
    expect((await api('GET /repos/acme/shop/rulesets?includes_parents=false')).json).toMatchObject([{ id: own.id }]);
    const told = (await api(`GET /repos/acme/shop/rulesets/${own.id}`)).json;
    expect(told).toMatchObject({ conditions: { ref_name: { include: ['~DEFAULT_BRANCH'] } } });
    expect(told).not.toHaveProperty('bypass_actors');
    const asOwner = (path: string) => call(sandbox, sandbox.userToken('olive'), `GET ${path}`);
    expect((await asOwner(`/repos/acme/shop/rulesets/${own.id}`)).json).toHaveProperty('bypass_actors.0.actor_id', 1);
    expect((await asOwner('/orgs/acme/rulesets')).json).toHaveLength(2);
    expect((await api('GET /orgs/acme/rulesets')).status).toBe(403);
    for (const { id } of [own, org, off]) sandbox.deleteRuleset(id);
    expect((await api('GET /repos/acme/shop/rules/branches/main')).json).toEqual([]);
    await sandbox.webhooks.idle();
    expect(scene.hooks.of('repository_ruleset.created').map(({ payload }) => payload)).toMatchObject([
      { repository: { name: 'shop' } },
      { organization: { login: 'acme' }, repository_ruleset: { name: 'Everywhere' } },
      {},
    ]);
  });
});

describe('merging', () => {
  let number: number;
  let head: string;
  const check = (name: string, conclusion?: string) =>
    api('POST /repos/acme/shop/check-runs', { name, head_sha: head, ...(conclusion && { conclusion }) });
  const mergeable = async () => String((await api(`GET /repos/acme/shop/pulls/${number}`)).json.mergeable_state);
  const merge = (login = 'ada') => scene.sandbox.as(login).mergePullRequest('acme/shop', number);

  beforeAll(async () => {
    const ada = scene.sandbox.as('ada');
    head = await ada.commit('acme/shop', { branch: 'topic', from: 'main', message: 'Topic', files: { a: 'a\n' } });
    ({ number } = await ada.openPullRequest('acme/shop', { title: 'Topic', head: 'topic' }));
    scene.sandbox.protectBranch('acme/shop', 'main', {
      checks: [{ context: 'seaworthy/secrets', appId: 4711 }, { context: 'ci' }],
    });
  });

  test('is refused until every required check of the newest head has passed', async () => {
    const refused = (message: string) => expect(merge()).rejects.toMatchObject({ status: 405, message });
    await refused('2 of 2 required status checks have not succeeded: 2 expected.');
    expect(await mergeable()).toBe('blocked');
    await check('seaworthy/secrets');
    const path = `POST /repos/acme/shop/statuses/${head}`;
    await api(path, { context: 'ci', state: 'failure' });
    await refused('2 of 2 required status checks have not succeeded: 1 pending, 1 failing.');
    await api(path, { context: 'ci', state: 'success' });
    await refused('Required status check "seaworthy/secrets" is pending.');
    await check('seaworthy/secrets', 'action_required');
    await refused('Required status check "seaworthy/secrets" is failing.');
    await check('seaworthy/secrets', 'neutral');
    expect(await mergeable()).toBe('clean');
    head = await scene.sandbox.as('ada').commit('acme/shop', { branch: 'topic', message: 'More', files: { b: 'b' } });
    await refused('2 of 2 required status checks have not succeeded: 2 expected.');
  });

  test('a status of somebody else does not stand in for a pinned App; both kinds of one name count', async () => {
    const path = `POST /repos/acme/shop/statuses/${head}`;
    const asAda = (context: string) =>
      call(scene.sandbox, scene.sandbox.userToken('ada'), path, { context, state: 'success' });
    await asAda('seaworthy/secrets');
    await asAda('ci');
    await expect(merge()).rejects.toMatchObject({ message: 'Required status check "seaworthy/secrets" is expected.' });
    await check('seaworthy/secrets', 'success');
    await check('ci', 'failure');
    await expect(merge()).rejects.toMatchObject({ message: 'Required status check "ci" is failing.' });
  });

  test('a branch that has to be up to date, an administrator who need not obey', async () => {
    await check('ci', 'skipped');
    scene.sandbox.protectBranch('acme/shop', 'main', { upToDate: true, admins: false });
    await scene.sandbox.as('ada').commit('acme/shop', { message: 'Meanwhile', files: { c: 'c\n' } });
    await expect(merge()).rejects.toMatchObject({ status: 405 });
    expect((await merge('olive')).mergedBy).toBe('olive');
  });
});

test('the log of requests counts by kind', async () => {
  scene.sandbox.requests.clear();
  const first = await api(`GET ${MAIN}`);
  const tag = { 'if-none-match': first.headers.get('etag') ?? '' };
  await call(scene.sandbox, token, `GET ${MAIN}`, undefined, tag);
  expect(scene.sandbox.requests.byKind()).toEqual(
    new Map([
      ['GET /repos/{owner}/{repo}/branches/{branch}', 1],
      ['GET /repos/{owner}/{repo}/branches/{branch} 304', 1],
    ]),
  );
});
