/** What all verifiers of settings cost together, and that a repository that does everything right is met by all. */
import { verdictsOf } from '../support/api-answers.js';
import { ACME } from './acme-shop.js';

const NAMES = [
  ...[
    'advisories-published',
    'are-actions-selected',
    'are-admins-few',
    'are-admins-included',
    'are-alerts-within-deadline',
  ],
  ...['are-checks-required', 'are-commits-signed', 'are-committers-limited', 'are-deploy-keys-read-only'],
  ...['are-dismissals-explained', 'are-findings-settled', 'are-fork-runs-approved', 'are-our-checks-required'],
  ...['are-release-branches-protected', 'are-release-tags-signed', 'are-releases-without-known-holes'],
  ...['are-reviews-required', 'are-secret-alerts-settled', 'are-security-updates-on', 'are-vulnerability-alerts-on'],
  ...[
    'are-webhooks-secured',
    'base-permission-read-or-none',
    'code-scanning-blocks-merge',
    'history-publicly-readable',
  ],
  ...['is-2fa-required', 'is-access-by-teams', 'is-code-scanning-on', 'is-default-branch-protected'],
  ...['is-dependency-review-required', 'is-in-organisation', 'is-private-reporting-on', 'is-push-protection-on'],
  ...['is-secret-scanning-on', 'is-workflow-token-read-only', 'public-discussion-channel-open'],
  ...[
    'release-assets-named-by-version',
    'release-has-sbom',
    'release-tags-signed',
    'releases-have-notes',
    'releases-signed',
  ],
  ...['releases-uniquely-versioned', 'source-publicly-readable'],
];

const tree = {
  where: 'x',
  list: async () => ({ entries: [], isWhole: true }),
  texts: async () => new Map<string, string>(),
  starts: async () => new Map(),
};

test('a repository that does everything right is met by all', async () => {
  const verdicts = await verdictsOf(NAMES, ACME, { tree });
  const others = [...verdicts].filter(([, { answer }]) => answer !== 'met');
  expect(others.map(([name, { answer, because }]) => `${name}: ${answer}, ${because}`)).toEqual([]);
});

test("an organisation's repository without releases costs 19 requests at most, no address twice", async () => {
  const asked: string[] = [];
  await verdictsOf(
    NAMES,
    { ...ACME, '/repos/acme/shop/releases': [], '/repos/acme/shop/branches': [] },
    { tree },
    asked,
  );
  expect(asked.length).toBeLessThanOrEqual(19);
  expect(new Set(asked).size).toBe(asked.length);
});

test('with everything to look at it costs 23', async () => {
  const asked: string[] = [];
  await verdictsOf(NAMES, ACME, { tree }, asked);
  expect(asked).toHaveLength(23);
});

test('what is unmet says what to do', async () => {
  const nothing = { '/repos/acme/shop': ACME['/repos/acme/shop'], '/repos/acme/shop/rules/branches/main': [] };
  const verdicts = await verdictsOf(['is-default-branch-protected', 'are-reviews-required'], nothing, { tree });
  for (const verdict of verdicts.values()) {
    expect(verdict.answer === 'unmet' && verdict.fix).toMatch(/gh api -X POST repos\/\{owner\}\/\{repo\}\/rulesets/);
  }
});
