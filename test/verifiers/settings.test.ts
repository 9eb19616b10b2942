/** Settings of repositories and organisations: people, machines, Actions, security features. */
import { type Answers, refused, sayOf } from '../support/api-answers.js';
import { acmeBut, HOOK, REPOSITORY } from './acme-shop.js';

const repository = (other: object): Answers => ({ '': { ...REPOSITORY, ...other } });
const PERSONAL = repository({ owner: { login: 'ada', type: 'User' } });
const PRIVATE = repository({ private: true });
const security = (other: object): Answers =>
  repository({ security_and_analysis: { ...REPOSITORY.security_and_analysis, ...other } });
const OFF = { status: 'disabled' };
const hook = (config: object): Answers => ({ '/hooks': [{ ...HOOK, config: { ...HOOK.config, ...config } }] });
const person = (login: string, admin = false) => ({ login, permissions: { admin } });

const CASES: readonly (readonly [what: string, name: string, answers: Answers, says: RegExp])[] = [
  ['yes', 'is-in-organisation', {}, /^met: /],
  ['a person', 'is-in-organisation', PERSONAL, /^unmet: /],
  ['not shown', 'is-in-organisation', { '': null }, /^unknown: GitHub does not show/],

  ['required', 'is-2fa-required', {}, /^met: acme requires/],
  [
    'not required',
    'is-2fa-required',
    { '/orgs/acme': { login: 'acme', two_factor_requirement_enabled: false } },
    /^unmet: /,
  ],
  ['hidden', 'is-2fa-required', { '/orgs/acme': { login: 'acme' } }, /^unknown: .*`organization_administration: read`/],
  ['a person', 'is-2fa-required', PERSONAL, /^unknown: /],

  ['read', 'base-permission-read-or-none', {}, /^met: .*`read`/],
  [
    'none',
    'base-permission-read-or-none',
    { '/orgs/acme': { login: 'acme', default_repository_permission: 'none' } },
    /^met: /,
  ],
  [
    'write',
    'base-permission-read-or-none',
    { '/orgs/acme': { login: 'acme', default_repository_permission: 'write' } },
    /^unmet: .*`write`/,
  ],
  ['hidden', 'base-permission-read-or-none', { '/orgs/acme': { login: 'acme' } }, /^unknown: /],
  ['a person', 'base-permission-read-or-none', PERSONAL, /^not-applicable: /],

  ['teams only', 'is-access-by-teams', {}, /^met: /],
  [
    'a member',
    'is-access-by-teams',
    { '/collaborators?affiliation=direct': [person('bob')], '/collaborators?affiliation=outside': [] },
    /^unmet: .*bob/,
  ],
  [
    'somebody from outside, who can be in no team',
    'is-access-by-teams',
    { '/collaborators?affiliation=direct': [person('eve')], '/collaborators?affiliation=outside': [person('eve')] },
    /^met: /,
  ],
  ['a person', 'is-access-by-teams', PERSONAL, /^not-applicable: /],
  ['refused', 'is-access-by-teams', { '/collaborators?permission=admin': refused('permission') }, /^unknown: /],

  ['one', 'are-admins-few', {}, /^met: 1 person administers/],
  [
    'six',
    'are-admins-few',
    { '/collaborators?permission=admin': [...'abcdef'].map((login) => person(login, true)) },
    /^unmet: 6 people/,
  ],
  [
    'one from outside',
    'are-admins-few',
    {
      '/collaborators?affiliation=direct': [person('eve', true)],
      '/collaborators?affiliation=outside': [person('eve', true)],
    },
    /^unmet: .*from outside the organisation by eve/,
  ],
  ['a person', 'are-admins-few', PERSONAL, /^not-applicable: /],

  ['read only', 'are-deploy-keys-read-only', {}, /^met: no deploy key may write/],
  ['none', 'are-deploy-keys-read-only', { '/keys': [] }, /^met: there is no/],
  [
    'one that writes',
    'are-deploy-keys-read-only',
    { '/keys': [{ id: 6, title: 'ci `x`', read_only: false }] },
    /^unmet: may write: `ci 'x'`$/,
  ],
  ['refused', 'are-deploy-keys-read-only', { '/keys': refused('permission') }, /^unknown: /],

  ['secured', 'are-webhooks-secured', {}, /^met: every webhook/],
  ['none', 'are-webhooks-secured', { '/hooks': [] }, /^met: there is no/],
  ['without a secret', 'are-webhooks-secured', hook({ secret: undefined }), /^unmet: webhook 3 lacks a secret$/],
  ['in clear', 'are-webhooks-secured', hook({ url: 'http://ci.example.com' }), /^unmet: webhook 3 lacks https$/],
  [
    'any certificate',
    'are-webhooks-secured',
    hook({ insecure_ssl: '1', secret: '' }),
    /^unmet: .* a secret and the check of the certificate$/,
  ],
  ['any certificate, as a number', 'are-webhooks-secured', hook({ insecure_ssl: 1 }), /^unmet: /],

  ['read', 'is-workflow-token-read-only', {}, /^met: /],
  [
    'write',
    'is-workflow-token-read-only',
    {
      '/actions/permissions/workflow': {
        default_workflow_permissions: 'write',
        can_approve_pull_request_reviews: false,
      },
    },
    /^unmet: .*write/,
  ],
  [
    'approves',
    'is-workflow-token-read-only',
    {
      '/actions/permissions/workflow': { default_workflow_permissions: 'read', can_approve_pull_request_reviews: true },
    },
    /^unmet: .*approve/,
  ],
  ['not there', 'is-workflow-token-read-only', { '/actions/permissions/workflow': null }, /^unknown: /],

  ['selected', 'are-actions-selected', {}, /^met: /],
  [
    'local',
    'are-actions-selected',
    { '/actions/permissions': { enabled: true, allowed_actions: 'local_only' } },
    /^met: /,
  ],
  ['all', 'are-actions-selected', { '/actions/permissions': { enabled: true, allowed_actions: 'all' } }, /^unmet: /],
  ['off', 'are-actions-selected', { '/actions/permissions': { enabled: false } }, /^not-applicable: /],

  ['everybody from outside', 'are-fork-runs-approved', {}, /^met: /],
  [
    'the first change only',
    'are-fork-runs-approved',
    { '/actions/permissions/fork-pr-contributor-approval': { approval_policy: 'first_time_contributors' } },
    /^unmet: /,
  ],
  ['private', 'are-fork-runs-approved', PRIVATE, /^not-applicable: /],
  ['Actions are off', 'are-fork-runs-approved', { '/actions/permissions': { enabled: false } }, /^not-applicable: /],
  [
    'an older GitHub Enterprise Server',
    'are-fork-runs-approved',
    { '/actions/permissions/fork-pr-contributor-approval': null },
    /^unknown: /,
  ],

  ['on', 'is-secret-scanning-on', {}, /^met: /],
  ['off', 'is-secret-scanning-on', security({ secret_scanning: OFF }), /^unmet: /],
  [
    'not offered',
    'is-secret-scanning-on',
    repository({ private: true, security_and_analysis: {} }),
    /^not-applicable: .*Secret Protection/,
  ],
  ['not said', 'is-secret-scanning-on', security({ secret_scanning: undefined }), /^unknown: /],
  [
    'hidden',
    'is-secret-scanning-on',
    repository({ security_and_analysis: undefined }),
    /^unknown: .*`administration: read`/,
  ],
  ['on', 'is-push-protection-on', {}, /^met: /],
  ['off', 'is-push-protection-on', security({ secret_scanning_push_protection: OFF }), /^unmet: /],
  ['hidden', 'is-push-protection-on', repository({ security_and_analysis: null }), /^unknown: /],

  ['on', 'is-private-reporting-on', {}, /^met: /],
  ['off', 'is-private-reporting-on', { '/private-vulnerability-reporting': { enabled: false } }, /^unmet: /],
  ['private', 'is-private-reporting-on', PRIVATE, /^not-applicable: /],
  ['GitHub Enterprise Server', 'is-private-reporting-on', { '/private-vulnerability-reporting': null }, /^unknown: /],

  ['some', 'advisories-published', {}, /^met: 1 advisory was/],
  ['none', 'advisories-published', { '/security-advisories': [] }, /^unknown: .*only people know/],
  ['private', 'advisories-published', PRIVATE, /^not-applicable: /],

  ['public', 'source-publicly-readable', {}, /^met: /],
  ['private', 'source-publicly-readable', PRIVATE, /^unmet: /],
  ['issues', 'public-discussion-channel-open', {}, /^met: issues/],
  [
    'Discussions',
    'public-discussion-channel-open',
    repository({ has_issues: false, has_discussions: true }),
    /^met: Discussions/,
  ],
  ['neither', 'public-discussion-channel-open', repository({ has_issues: false }), /^unknown: /],
  ['archived', 'public-discussion-channel-open', repository({ archived: true }), /^unmet: /],
  ['private', 'public-discussion-channel-open', PRIVATE, /^unmet: /],
];

test.each(CASES)('%s: %s', async (_, name, other, says) => {
  await expect(sayOf(name, acmeBut(other))).resolves.toMatch(says);
});

test.each([
  ['settled', { openFindings: 0, isHistoryRead: true }, /^met: /],
  ['one open', { openFindings: 1, isHistoryRead: true }, /^unmet: one secret is/],
  ['two open, with more to read', { openFindings: 2, isHistoryRead: false }, /^unmet: 2 secrets are/],
  ['not read yet', { openFindings: 0, isHistoryRead: false }, /^unknown: /],
])('our findings: %s', async (_, found, says) => {
  const own = { appId: 77, checks: [], ...found };
  await expect(sayOf('are-findings-settled', acmeBut({}), { own })).resolves.toMatch(says);
});

test.each([
  ["Dependabot's", {}, [], /^met: /],
  ['off', security({ dependabot_security_updates: OFF }), ['README.md'], /^unmet: /],
  [
    'off, with Renovate',
    security({ dependabot_security_updates: OFF }),
    ['.github/renovate.json5'],
    /^unknown: .*Renovate/,
  ],
  ['hidden', repository({ security_and_analysis: undefined }), [], /^unknown: /],
])('security updates: %s', async (_, other, paths, says) => {
  const entries = paths.map((path) => ({ path, kind: 'file' as const, size: 1, blobSha: null }));
  const tree = {
    where: 'x',
    list: async () => ({ entries, isWhole: true }),
    texts: async () => new Map<string, string>(),
    starts: async () => new Map(),
  };
  await expect(sayOf('are-security-updates-on', acmeBut(other), { tree })).resolves.toMatch(says);
});

test('a webhook keeps its address and its secret to itself', async () => {
  const said = await sayOf('are-webhooks-secured', acmeBut(hook({ url: 'http://user:word@ci.example.com' })));
  expect(said).not.toContain('word@');
});
