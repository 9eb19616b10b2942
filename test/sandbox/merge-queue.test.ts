/** Merge queues with real git: groups are built, tested, merged, thrown out, and built anew. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { call, clone, installationToken, type Json, type Scene, startScene } from './support.js';

let scene: Scene;
let token: string;
let base: string;

beforeAll(async () => {
  scene = await startScene();
  token = await installationToken(scene);
  base = await headOf('main');
  scene.sandbox.protectBranch('acme/shop', 'main', {
    checks: [{ context: 'seaworthy/secrets', appId: 4711 }],
    mergeQueue: true,
  });
});

afterAll(() => scene.stop());

const api = (route: string, body?: unknown) => call(scene.sandbox, token, route, body);
const check = (head_sha: unknown, conclusion: string) =>
  api('POST /repos/acme/shop/check-runs', { name: 'seaworthy/secrets', head_sha, conclusion });
const ada = () => scene.sandbox.as('ada');

async function headOf(branch: string): Promise<string> {
  const { json } = await api(`GET /repos/acme/shop/branches/${branch}`);
  return String((json.commit as Json | undefined)?.sha);
}

/** An open pull request whose own head has passed. */
async function ready(branch: string, files: Record<string, string>): Promise<number> {
  const head = await ada().commit('acme/shop', { branch, from: base, message: branch, files });
  const { number } = await ada().openPullRequest('acme/shop', { title: branch, head: branch });
  await check(head, 'success');
  return number;
}

async function groups(action: string): Promise<Json[]> {
  await scene.sandbox.webhooks.idle();
  return scene.hooks.of(`merge_group.${action}`).map(({ payload }) => payload);
}

const queuedHeads = () => [...scene.sandbox.state.queue.values()].map(({ groupSha }) => groupSha);

test('only the queue merges, and only what has passed may stand in it', async () => {
  const number = await ready('one', { 'one.txt': '1\n' });
  await expect(ada().mergePullRequest('acme/shop', number)).rejects.toMatchObject({
    status: 405,
    message: 'Changes must be made through the merge queue',
  });
  const head = await ada().commit('acme/shop', { branch: 'raw', from: base, message: 'raw', files: { r: 'r' } });
  const raw = await ada().openPullRequest('acme/shop', { title: 'raw', head: 'raw' });
  await expect(ada().enqueuePullRequest('acme/shop', raw.number)).rejects.toMatchObject({
    message: 'Required status check "seaworthy/secrets" is expected.',
  });
  expect(head).toHaveLength(40);
});

test('a group is a real commit on a branch of its own; what passes is merged by itself', async () => {
  const entry = await ada().enqueuePullRequest('acme/shop', 1);
  await expect(ada().enqueuePullRequest('acme/shop', 1)).rejects.toMatchObject({ status: 405 });
  const branch = `gh-readonly-queue/main/pr-1-${base}`;
  const [asked] = await groups('checks_requested');
  expect(asked).toMatchObject({
    merge_group: {
      head_sha: entry.groupSha,
      head_ref: `refs/heads/${branch}`,
      base_sha: base,
      base_ref: 'refs/heads/main',
      head_commit: { id: entry.groupSha },
    },
    sender: { login: 'github-merge-queue[bot]', type: 'Bot' },
  });
  expect(scene.hooks.of('push').at(-1)?.payload).toMatchObject({
    ref: `refs/heads/${branch}`,
    created: true,
    after: entry.groupSha,
    pusher: { name: 'github-merge-queue[bot]' },
  });
  const work = await clone(scene.sandbox.pushUrl('acme/shop', 'ada'));
  expect(await work.git('diff', '--name-only', 'origin/main', `origin/${branch}`)).toBe('one.txt');
  await work.remove();
  expect(await headOf('main')).toBe(base);
  await check(entry.groupSha, 'success');
  expect(await headOf('main')).toBe(entry.groupSha);
  expect((await api('GET /repos/acme/shop/pulls/1')).json).toMatchObject({
    merged: true,
    merge_commit_sha: entry.groupSha,
    merged_by: { login: 'github-merge-queue[bot]' },
  });
  expect((await api(`GET /repos/acme/shop/branches/${branch}`)).status).toBe(404);
  expect(await groups('destroyed')).toMatchObject([{ reason: 'merged', merge_group: { head_sha: entry.groupSha } }]);
  const log = await api('GET /repos/acme/shop/activity?activity_type=merge_queue_merge');
  expect(log.json).toMatchObject([{ ref: 'refs/heads/main', before: base, after: entry.groupSha }]);
  base = entry.groupSha;
});

test('several stack; who fails is thrown out, and those behind are built and asked for anew', async () => {
  const [two, three] = [await ready('two', { 'two.txt': '2\n' }), await ready('three', { 'three.txt': '3\n' })];
  const first = await ada().enqueuePullRequest('acme/shop', two);
  const second = await ada().enqueuePullRequest('acme/shop', three);
  expect(second.groupBaseSha).toBe(first.groupSha);
  const before = second.groupSha;
  await check(before, 'success');
  expect(await headOf('main')).toBe(base);
  await check(first.groupSha, 'failure');
  expect(queuedHeads()).toEqual([second.groupSha]);
  expect([second.groupBaseSha, second.groupSha === before]).toEqual([base, false]);
  expect((await groups('destroyed')).slice(1)).toMatchObject([
    { reason: 'dequeued', merge_group: { head_sha: first.groupSha } },
    { reason: 'invalidated', merge_group: { head_sha: before } },
  ]);
  expect(scene.hooks.of('pull_request.dequeued')[0]?.payload).toMatchObject({ number: two, reason: 'CI_FAILURE' });
  await check(second.groupSha, 'neutral');
  expect((await api(`GET /repos/acme/shop/pulls/${three}`)).json).toMatchObject({ merged: true });
  expect((await api(`GET /repos/acme/shop/pulls/${two}`)).json).toMatchObject({ state: 'open', merged: false });
  base = await headOf('main');
});

test('taken out, with new commits, or closed, a pull request is in the queue no more', async () => {
  const number = await ready('leaving', { leaving: 'x\n' });
  const leave = async (act: () => Promise<unknown>) => {
    const { groupSha } = await ada().enqueuePullRequest('acme/shop', number);
    await act();
    expect(queuedHeads()).toEqual([]);
    expect((await groups('destroyed')).at(-1)).toMatchObject({
      reason: 'dequeued',
      merge_group: { head_sha: groupSha },
    });
    await check(groupSha, 'success');
  };
  await leave(() => ada().dequeuePullRequest('acme/shop', number));
  let head = '';
  await leave(async () => {
    head = await ada().commit('acme/shop', { branch: 'leaving', message: 'more', files: { more: 'x' } });
  });
  await check(head, 'success');
  await leave(() => ada().updatePullRequest('acme/shop', number, { state: 'closed' }));
  expect(await headOf('main')).toBe(base);
});

test('a base that moved makes groups anew; who conflicts with it leaves', async () => {
  const [fits, clashes] = [await ready('fits', { fits: '1\n' }), await ready('clashes', { same: 'theirs\n' })];
  const first = await ada().enqueuePullRequest('acme/shop', fits);
  await ada().enqueuePullRequest('acme/shop', clashes);
  const before = first.groupSha;
  base = await ada().commit('acme/shop', { message: 'directly', files: { same: 'ours\n' } });
  expect([first.groupBaseSha, first.groupSha === before, queuedHeads().length]).toEqual([base, false, 1]);
  await scene.sandbox.webhooks.idle();
  expect(scene.hooks.of('pull_request.dequeued').at(-1)?.payload).toMatchObject({
    number: clashes,
    reason: 'MERGE_CONFLICT',
  });
  await check(first.groupSha, 'success');
  expect(await headOf('main')).toBe(first.groupSha);
});

test('without merge_queues: read nobody is asked', async () => {
  const { merge_queues: _queues, ...permissions } = scene.sandbox.app.permissions;
  scene.sandbox.createOrganization('blind', { owner: 'otto' });
  scene.sandbox.installApp('blind', { permissions });
  await scene.sandbox.createRepository('blind', { name: 'shop' });
  scene.sandbox.protectBranch('blind/shop', 'main', { mergeQueue: true });
  const otto = scene.sandbox.as('otto');
  await otto.commit('blind/shop', { branch: 'topic', from: 'main', message: 'topic', files: { a: 'a' } });
  const { number } = await otto.openPullRequest('blind/shop', { title: 'topic', head: 'topic' });
  const before = (await groups('checks_requested')).length;
  await otto.enqueuePullRequest('blind/shop', number);
  expect(await groups('checks_requested')).toHaveLength(before);
  expect(scene.sandbox.state.pullRequest(scene.sandbox.repository('blind/shop').id, number)?.mergedAt).not.toBeNull();
});
