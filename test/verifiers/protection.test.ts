/** Branch rules, by rulesets and by classic protection: what holds by either holds. */
import { type Answers, refused, sayOf } from '../support/api-answers.js';
import { acmeBut, CLASSIC, REPOSITORY, RULES } from './acme-shop.js';

const rulesets = (...rules: unknown[]): Answers => ({
  '/rules/branches/main': rules,
  '/branches/main/protection': null,
});
const classic = (other: object = {}): Answers => ({
  '/rules/branches/main': [],
  '/branches/main/protection': { ...CLASSIC, ...other },
});
const NEITHER: Answers = rulesets();
const hiddenClassic = (...rules: unknown[]): Answers => ({
  '/rules/branches/main': rules,
  '/branches/main/protection': refused('permission'),
});
const checks = (...required: object[]) => ({
  ...RULES.checks,
  parameters: { ...RULES.checks.parameters, required_status_checks: required },
});

type Case = readonly [what: string, name: string, answers: Answers, says: RegExp];

const CASES: readonly Case[] = [
  [
    'rulesets alone',
    'is-default-branch-protected',
    rulesets(RULES.deletion, RULES.forcePushes, RULES.pullRequest),
    /^met: `main` takes/,
  ],
  ['classic alone', 'is-default-branch-protected', classic(), /^met: /],
  [
    'each says a half',
    'is-default-branch-protected',
    {
      '/rules/branches/main': [RULES.pullRequest],
      '/branches/main/protection': { ...CLASSIC, required_pull_request_reviews: undefined },
    },
    /^met: /,
  ],
  [
    'neither',
    'is-default-branch-protected',
    NEITHER,
    /^unmet: `main` can be force pushed to, be deleted and be pushed to without/,
  ],
  [
    'classic that allows force pushes',
    'is-default-branch-protected',
    classic({ allow_force_pushes: { enabled: true } }),
    /^unmet: `main` can be force pushed to$/,
  ],
  [
    'classic that allows deletion',
    'is-default-branch-protected',
    classic({ allow_deletions: { enabled: true } }),
    /^unmet: `main` can be deleted$/,
  ],
  [
    'rules of a kind that nobody knows',
    'is-default-branch-protected',
    rulesets({ type: 'file_path_restriction' }),
    /^unmet: /,
  ],
  [
    'a merge queue takes pull requests only',
    'is-default-branch-protected',
    rulesets(RULES.deletion, RULES.forcePushes, { type: 'merge_queue' }),
    /^met: /,
  ],
  [
    'rulesets suffice where classic is hidden',
    'is-default-branch-protected',
    hiddenClassic(RULES.deletion, RULES.forcePushes, RULES.pullRequest),
    /^met: /,
  ],
  [
    'rulesets do not suffice, and classic is hidden',
    'is-default-branch-protected',
    hiddenClassic(RULES.deletion),
    /^unknown: .*`administration: read`/,
  ],
  [
    'no rules in a private repository without a paid plan',
    'is-default-branch-protected',
    { '': { ...REPOSITORY, private: true }, '/rules/branches/main': refused() },
    /^unknown: .*paid plan only$/,
  ],

  ['an approval', 'are-reviews-required', rulesets(RULES.pullRequest), /^met: `main` asks for an approval/],
  [
    'two approvals, classic',
    'are-reviews-required',
    classic({ required_pull_request_reviews: { required_approving_review_count: 2, dismiss_stale_reviews: true } }),
    /^met: .* 2 approvals/,
  ],
  [
    'no approval',
    'are-reviews-required',
    rulesets({ ...RULES.pullRequest, parameters: { required_approving_review_count: 0 } }),
    /^unmet: .* nobody else approved/,
  ],
  [
    'stale approvals count',
    'are-reviews-required',
    rulesets({
      ...RULES.pullRequest,
      parameters: { required_approving_review_count: 1, dismiss_stale_reviews_on_push: false },
    }),
    /^unmet: .* still counts/,
  ],
  ['classic hidden', 'are-reviews-required', hiddenClassic(), /^unknown: /],

  [
    'a test from Actions',
    'are-checks-required',
    rulesets(checks({ context: 'test', integration_id: 15368 })),
    /^met: `main` requires `test`$/,
  ],
  [
    'a test from anywhere',
    'are-checks-required',
    rulesets(checks({ context: 'test' })),
    /^met: .*not each of them is pinned/,
  ],
  [
    'our own only',
    'are-checks-required',
    rulesets(checks({ context: 'seaworthy/secrets', integration_id: 77 })),
    /^unmet: /,
  ],
  ['none', 'are-checks-required', NEITHER, /^unmet: /],
  ['classic', 'are-checks-required', classic(), /^met: `main` requires `test`$/],

  [
    'both from our App',
    'are-our-checks-required',
    rulesets(RULES.checks),
    /^met: `main` requires `seaworthy\/secrets` and `seaworthy\/launch`/,
  ],
  ['both from our App, classic', 'are-our-checks-required', classic(), /^met: /],
  [
    'one from any source, as classic writes it',
    'are-our-checks-required',
    classic({
      required_status_checks: {
        checks: [
          { context: 'seaworthy/secrets', app_id: 77 },
          { context: 'seaworthy/launch', app_id: -1 },
        ],
      },
    }),
    /^unmet: `seaworthy\/launch` of `main` may come from any source/,
  ],
  [
    'from somebody else',
    'are-our-checks-required',
    rulesets(
      checks(
        { context: 'seaworthy/secrets', integration_id: 15368 },
        { context: 'seaworthy/launch', integration_id: 77 },
      ),
    ),
    /^unmet: `seaworthy\/secrets` of/,
  ],
  ['not at all', 'are-our-checks-required', NEITHER, /^unmet: `main` does not require `seaworthy\/secrets` and/],

  ['rule', 'are-commits-signed', rulesets(RULES.signatures), /^met: /],
  ['classic', 'are-commits-signed', classic(), /^met: /],
  ['no', 'are-commits-signed', classic({ required_signatures: { enabled: false } }), /^unmet: /],

  ['classic, enforced', 'are-admins-included', classic(), /^met: /],
  [
    'classic with a way around',
    'are-admins-included',
    classic({ enforce_admins: { enabled: false } }),
    /^unmet: administrators may bypass/,
  ],
  [
    'a ruleset does not tell its bypass list',
    'are-admins-included',
    rulesets(RULES.pullRequest),
    /^unknown: .*who may bypass/,
  ],
  ['no rule', 'are-admins-included', NEITHER, /^unmet: no rule holds/],
  ['classic hidden', 'are-admins-included', hiddenClassic(), /^unknown: /],

  ['classic restriction', 'are-committers-limited', { ...classic(), '/branches': [] }, /^met: .*`main`/],
  [
    'rule on the release branch',
    'are-committers-limited',
    { ...NEITHER, '/rules/branches/release/1.x': [RULES.update] },
    /^met: .*`release\/1\.x`/,
  ],
  ['everybody', 'are-committers-limited', { ...NEITHER, '/branches': [] }, /^unmet: everybody/],
  [
    'a classic rule holds for the release branch',
    'are-committers-limited',
    { ...NEITHER, '/rules/branches/release/1.x': [] },
    /^unknown: /,
  ],

  ['rules hold', 'are-release-branches-protected', {}, /^met: rules hold for `release\/1\.x`/],
  [
    'no rule',
    'are-release-branches-protected',
    { '/branches': [{ name: 'production', protected: false }] },
    /^unmet: no rule holds for `production`/,
  ],
  [
    'a rule too few',
    'are-release-branches-protected',
    { '/rules/branches/release/1.x': [RULES.deletion] },
    /^unmet: `release\/1\.x` can be/,
  ],
  ['classic only', 'are-release-branches-protected', { '/rules/branches/release/1.x': [] }, /^unknown: a classic rule/],
  [
    'no such branch',
    'are-release-branches-protected',
    {
      '/branches': [
        { name: 'main', protected: true },
        { name: 'liveness', protected: false },
      ],
    },
    /^not-applicable: /,
  ],
  [
    'too many branches',
    'are-release-branches-protected',
    { '/branches': Array.from({ length: 101 }, (_, at) => ({ name: `fix-${at}`, protected: false })) },
    /^unknown: /,
  ],

  ['public and kept', 'history-publicly-readable', rulesets(RULES.forcePushes), /^met: /],
  ['rewritten', 'history-publicly-readable', NEITHER, /^unmet: .*force pushes/],
  ['private', 'history-publicly-readable', { '': { ...REPOSITORY, private: true } }, /^unmet: .*private/],

  ['by name', 'is-dependency-review-required', rulesets(RULES.checks), /^met: .*`dependency-review`/],
  ['another name', 'is-dependency-review-required', rulesets(checks({ context: 'review' })), /^unknown: .*`review`/],
  ['nothing but ours', 'is-dependency-review-required', rulesets(checks({ context: 'seaworthy/launch' })), /^unmet: /],

  ['rule', 'code-scanning-blocks-merge', rulesets(RULES.codeScanning), /^met: .*code scanning results/],
  [
    'a check of a tool',
    'code-scanning-blocks-merge',
    rulesets(checks({ context: 'Semgrep / scan' })),
    /^met: .*`Semgrep \/ scan`/,
  ],
  ['a check of which nobody knows', 'code-scanning-blocks-merge', rulesets(checks({ context: 'ci' })), /^unknown: /],
  ['none', 'code-scanning-blocks-merge', NEITHER, /^unmet: /],

  ['results', 'is-code-scanning-on', {}, /^met: CodeQL delivered results on 2026-11-20/],
  [
    'old results',
    'is-code-scanning-on',
    { '/code-scanning/analyses': [{ ref: 'refs/heads/main', created_at: '2026-06-01T00:00:00Z' }] },
    /^unmet: the last results of a tool are of 2026-06-01/,
  ],
  ['none ever', 'is-code-scanning-on', { '/code-scanning/analyses': null }, /^unmet: /],
  [
    'none, but a required check',
    'is-code-scanning-on',
    { ...rulesets(checks({ context: 'semgrep' })), '/code-scanning/analyses': null },
    /^met: the check `semgrep`/,
  ],
  ['never switched on', 'is-code-scanning-on', { '/code-scanning/analyses': refused() }, /^unmet: /],
  [
    'private without a licence',
    'is-code-scanning-on',
    { '': { ...REPOSITORY, private: true }, '/code-scanning/analyses': refused() },
    /^unknown: .*licence only/,
  ],
];

test.each(CASES)('%s: %s', async (_, name, other, says) => {
  await expect(sayOf(name, acmeBut(other))).resolves.toMatch(says);
});

test('the permission for classic protection was not granted: nobody tries, and rulesets still answer', async () => {
  const given = { permissions: { metadata: 'read' } };
  await expect(
    sayOf('is-default-branch-protected', acmeBut({ '/branches/main/protection': new Error('asked') }), given),
  ).resolves.toMatch(/^met: /);
  await expect(sayOf('is-default-branch-protected', acmeBut(NEITHER), given)).resolves.toMatch(
    /^unknown: .*`administration: read`, which/,
  );
});

test.each([
  ['does not administer the repository: "not there" says nothing', false, /^unknown: only administrators/],
  ['administers it', true, /^unmet: /],
])('a personal token whose owner %s', async (_, admin, says) => {
  const answers = acmeBut({ ...NEITHER, '': { ...REPOSITORY, permissions: { admin } } });
  await expect(sayOf('is-default-branch-protected', answers, { permissions: null })).resolves.toMatch(says);
});

test('a repository without a branch', async () => {
  await expect(sayOf('are-reviews-required', acmeBut({}), { defaultBranch: null })).resolves.toMatch(
    /^unknown: .*no default branch yet/,
  );
});

test('our checks are on record only where Seaworthy is installed', async () => {
  await expect(sayOf('are-our-checks-required', acmeBut({}), { own: null })).resolves.toMatch(/^unknown: /);
});
