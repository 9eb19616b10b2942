/** From the policy to the checklists of one issue, the items that do not apply, and the words for both. */
import { readFileSync, writeFileSync } from 'node:fs';
import { compare, explainPolicy, tailor } from '../../../src/domain/policy/index.js';
import { CATALOGUE, FACTS, resolved } from './support.js';

const shape = (checklists: readonly string[], more: Partial<Parameters<typeof tailor>[0]> = {}) => {
  const result = tailor({ policy: { checklists, notApplicable: [] }, catalogue: CATALOGUE, facts: FACTS, ...more });
  const shown = result.checklists.map(
    ({ name, sections }) => `${name}: ${sections.flatMap((s) => s.items.map(({ id }) => id)).join(' ')}`,
  );
  return { ...result, shown };
};

test.each<[string, readonly string[], readonly string[]]>([
  [
    'in the order in which they were named',
    ['web-service', 'repository'],
    ['web-service: hsts csp', 'repository: readme security-md'],
  ],
  ['level 1 unless told', ['open-source'], ['open-source: license']],
  ['levels add up', ['open-source@2'], ['open-source: license signed']],
  [
    'the highest level named',
    ['open-source@3', 'open-source', 'open-source@2'],
    ['open-source: license signed audited'],
  ],
  ['none', [], []],
])('checklists: %s', (_, checklists, expected) => {
  expect(shape(checklists).shown).toEqual(expected);
});

test('a name that a later version gave up is told, the others are shown', () => {
  expect(shape(['repository', 'gone@2', 'Not A Name'])).toMatchObject({
    unknown: ['gone'],
    checklists: [{ name: 'repository' }],
  });
});

test('items do not apply by visibility and by rule, with the reason; only those that are shown', () => {
  const notApplicable = [
    { items: ['hsts', 'license'], because: 'no web' },
    { items: ['hsts', 'security-md'], because: 'later' },
  ];
  const policy = { checklists: ['repository', 'web-service'], notApplicable };
  expect([...shape([], { policy }).notApplicable]).toEqual([
    ['security-md', 'only for public repositories'],
    ['hsts', 'no web'],
  ]);
  const facts = { ...FACTS, visibility: 'public' as const };
  expect([...shape([], { policy, facts }).notApplicable]).toEqual([
    ['security-md', 'later'],
    ['hsts', 'no web'],
  ]);
});

test('a comparison names checklists and keys that change, and nothing where nothing does', () => {
  const before = resolved('default: [repository, open-source]', null).policy;
  const after = resolved('default: [open-source@2, web-service]\nwaivers: { HIGH: { days: 3 } }', null).policy;
  expect(compare(before, before)).toBeNull();
  expect(compare(before, resolved('default: [repository, open-source, repository]', null).policy)).toBeNull();
  expect(compare(before, after)).toEqual({
    added: ['open-source@2', 'web-service'],
    removed: ['repository', 'open-source'],
    keys: ['waivers.HIGH.days'],
  });
});

const GOOD_FILES = { organisation: [], repository: [] };

test("a file that is not in force is told: the own one with its lines, the organisation's without", () => {
  const line = { line: 3, path: 'defualt', message: 'Unknown key "<defualt>"' };
  const text = explainPolicy(resolved(null, null), { organisation: [line, line], repository: [line] });
  expect(text).toContain(
    "**The organisation's file cannot be used as it is** (2 problems): what was good last is in force.",
  );
  expect(text).toMatch(/own file cannot be used as it is\*\*.*\n\n- line 3, `defualt`: Unknown key "&lt;defualt&gt;"$/);
});

test('a checklist at its lowest level has its origin, too', () => {
  expect(explainPolicy(resolved('default: [open-source@1]', null), GOOD_FILES)).toContain(
    "| checklist | `open-source` | organisation's `.github` repository |",
  );
});

test('the explanation of a policy (test/golden/policy-explained.md)', () => {
  const organisation = `default: [repository]
profiles: [{ when: { topic: web }, use: [web-service] }]
not_applicable: [{ items: [csp], because: "served | by <b>@harbour</b>, see #1" }]
teams: { security: [harbour/security] }
waivers: { HIGH: { days: 14 } }
scan: { dismissed: [{ fingerprint: 7f3a91c2, because: The test key, by: "@ann", until: 2027-01-31 }] }`;
  const repository = `default: [repository, open-source@2]
risk: HIGH
champion: octocat
waivers: { HIGH: { days: 20 }, LOW: { days: 30 } }`;
  const text = `${explainPolicy(resolved(organisation, repository), GOOD_FILES)}\n`;
  const golden = 'test/golden/policy-explained.md';
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
});
