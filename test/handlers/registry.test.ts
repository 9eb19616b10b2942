/** What handlers declare is what `app.yml` and the tiers ask GitHub for, and what they parse is little. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { acceptHandler, type Handler } from '../../src/handlers/_handler.js';
import { asksFor, parseTemplate } from '../../src/web/setup/manifest.js';
import { loadFolder } from '../../src/core/load-folder.js';

const app = parseTemplate(readFileSync('app.yml', 'utf8'));

/** With the tiers that the handler says it belongs to, and no other. */
const askedWith = ({ tiers = [] }: Handler) => asksFor(app, tiers);

const handlers = [...(await loadFolder(path.resolve('src/handlers'), acceptHandler))];

/** Sent to every App without a subscription. */
const AUTOMATIC = ['installation', 'installation_repositories', 'github_app_authorization'];

test.each(handlers)('%s is subscribed to what it is on', (_, handler) => {
  const events = handler.on.map((name) => name.split('.')[0]).filter((name) => !AUTOMATIC.includes(name ?? ''));
  expect(askedWith(handler).events).toEqual(expect.arrayContaining(events));
});

test.each(handlers)('%s has the permissions it needs', (_, handler) => {
  const { needs } = handler;
  const { permissions } = askedWith(handler);
  const granted = Object.entries(needs).filter(([name, level]) => {
    const has = permissions[name];
    return has === 'write' || has === level;
  });
  expect(granted).toEqual(Object.entries(needs));
});

const repository = { id: 7, name: 'quay', owner: { login: 'harbour' }, private: false, default_branch: 'main' };
const installation = { id: 3 };
const ZERO = '0'.repeat(40);
const SHA = 'a'.repeat(40);
const push = {
  ref: 'refs/heads/main',
  before: ZERO,
  after: SHA,
  created: true,
  deleted: false,
  forced: false,
  repository,
  commits: [],
};
const POLICY = '.github/seaworthy.yml';
const commit = (files: object) => ({ id: SHA, added: [], modified: [], removed: [], ...files });
const comment = {
  action: 'created',
  repository,
  sender: { login: 'ann', type: 'User' },
  issue: { number: 1 },
  comment: { id: 2, body: '/baseline help', updated_at: '2026-11-22T10:00:00Z', user: { login: 'ann' } },
};
const says = (body: string | null, login = 'ann') => ({
  ...comment,
  comment: { ...comment.comment, body, user: { login } },
});
const pullRequest = {
  action: 'edited',
  repository,
  pull_request: { head: { sha: SHA }, base: { ref: 'main', sha: SHA } },
};

test.each<[string, string, object, boolean]>([
  ['a custom property', 'follow-properties', { action: 'updated', repository, new_property_values: [] }, true],
  ['a push', 'scan-push', push, true],
  ['a deleted branch', 'scan-push', { ...push, deleted: true, after: ZERO }, false],
  ["a merge queue's branch", 'scan-push', { ...push, ref: 'refs/heads/gh-readonly-queue/main/pr-1-abc' }, false],
  ['a command', 'answer-comment', comment, true],
  ['a comment without one', 'answer-comment', says('hello'), false],
  ['a comment without a body', 'answer-comment', says(null), false],
  ['our own comment', 'answer-comment', { ...comment, sender: { login: 'seaworthy[bot]', type: 'Bot' } }, false],
  [
    "somebody else's comment, mended by a maintainer",
    'answer-comment',
    { ...says('/baseline help', 'stranger'), action: 'edited', changes: { body: { from: '/baseline hepl' } } },
    false,
  ],
  ['an annotated tag, by its commit', 'scan-push', { ...push, ref: 'refs/tags/v1', head_commit: { id: SHA } }, true],
  ['a tag on something else than a commit', 'scan-push', { ...push, ref: 'refs/tags/v1', head_commit: null }, false],
  ['a new title of a pull request', 'check-pull-request', { ...pullRequest, changes: { title: {} } }, false],
  ['a new base of a pull request', 'check-pull-request', { ...pullRequest, changes: { base: {} } }, true],
  ['a push that brings a policy', 'read-policy', { ...push, commits: [commit({ added: [POLICY] })] }, true],
  [
    'a push that changes the policy',
    'read-policy',
    { ...push, commits: [commit({}), commit({ modified: [POLICY] })] },
    true,
  ],
  ['a push that removes the policy', 'read-policy', { ...push, commits: [commit({ removed: [POLICY] })] }, true],
  [
    'a push without the policy',
    'read-policy',
    { ...push, commits: [commit({ added: ['a/.github/seaworthy.yml'] })] },
    false,
  ],
  [
    'a push of the policy to another branch',
    'read-policy',
    { ...push, ref: 'refs/heads/topic', commits: [commit({ added: [POLICY] })] },
    false,
  ],
  ['a forced push to the default branch', 'read-policy', { ...push, forced: true }, true],
  ['a deleted default branch', 'read-policy', { ...push, deleted: true, forced: true }, false],
  ['another default branch', 'read-policy', { action: 'edited', repository, changes: { default_branch: {} } }, true],
  ['another description', 'read-policy', { action: 'edited', repository, changes: { description: {} } }, false],
  ['a deleted repository', 'read-policy', { action: 'deleted', repository }, false],
  [
    "the organisation's own, in other letters, deleted",
    'read-policy',
    { action: 'deleted', repository: { ...repository, name: '.GitHub' } },
    true,
  ],
  [
    "the organisation's repository deleted",
    'read-policy',
    { action: 'deleted', repository: { ...repository, name: '.github' } },
    true,
  ],
  ['a pull request', 'check-policy', { ...pullRequest, action: 'opened' }, true],
  ['a new title of a pull request', 'check-policy', { ...pullRequest, changes: { title: {} } }, false],
  [
    'a pull request into another branch',
    'check-policy',
    { ...pullRequest, action: 'opened', pull_request: { head: { sha: SHA }, base: { ref: 'topic', sha: SHA } } },
    false,
  ],
  ['a push to the default branch', 'request-verification', { ...push, installation }, true],
  ['a push to another branch', 'request-verification', { ...push, installation, ref: 'refs/heads/topic' }, false],
  ['a deleted default branch', 'request-verification', { ...push, installation, deleted: true }, false],
  ['a protected branch', 'request-verification', { action: 'edited', installation, repository, rule: {} }, true],
  [
    "an organisation's ruleset",
    'request-verification',
    { action: 'edited', installation, repository_ruleset: {} },
    true,
  ],
  ['a new member of the organisation', 'request-verification', { action: 'member_added', installation }, false],
  ['an edit without its old text', 'answer-comment', { ...comment, action: 'edited', changes: {} }, false],
])('%s is for %s: %s', (_, name, payload, wanted) => {
  const handler = new Map(handlers).get(name);
  expect(handler?.parse(payload) !== null).toBe(wanted);
});

test('a deployment is answered in the order of its run', () => {
  const handler = new Map(handlers).get('receive-deployment');
  const event = handler?.parse({
    repository,
    environment: 'production',
    deployment_callback_url: 'https://api.github.com/repos/harbour/quay/actions/runs/77/deployment_protection_rule',
    deployment: { id: 5, sha: SHA },
  });
  expect(event).toMatchObject({ environment: 'production', deploymentId: 5, sha: SHA });
  expect(handler?.subject(event)).toBe('deployment:7:77');
});

test('a merge group is judged like a pull request into its base', () => {
  const merge_group = { head_sha: SHA, base_sha: 'b'.repeat(40), base_ref: 'refs/heads/main' };
  expect(new Map(handlers).get('check-merge-group')?.parse({ repository, merge_group })).toEqual({
    repository: { id: 7, owner: 'harbour', name: 'quay' },
    defaultBranch: 'main',
    head: SHA,
    base: { ref: 'main', sha: 'b'.repeat(40) },
  });
});

test('of an annotated tag the commit is looked at, not the tag object', () => {
  const event = new Map(handlers)
    .get('scan-push')
    ?.parse({ ...push, ref: 'refs/tags/v1', after: 'b'.repeat(40), head_commit: { id: SHA } });
  expect(event).toMatchObject({ after: SHA });
});
