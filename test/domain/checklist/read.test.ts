/** Checklist files: what is refused, and where it says so. */
import { problemText, readCatalogue } from '../../../src/domain/checklist/index.js';

const GOOD = `name: sample
title: Sample
summary: For tests.
sections:
  - id: one
    title: One
    items:
      - id: first
        title: The first
        why: Because.
        how: Do it.
        level: MUST
        risk: HIGH
        effort: 5
        evidence: A link.
        references: [https://example.com]
        satisfies: [MVSP-1.1]
`;

function problems(text: string, name = 'sample.yml'): string[] {
  return readCatalogue([{ name, text }]).problems.map(problemText);
}

test('a good file has no problems', () => {
  const catalogue = readCatalogue([{ name: 'sample.yml', text: GOOD }]);
  expect(catalogue.problems).toEqual([]);
  expect([...catalogue.checklists.keys()]).toEqual(['sample']);
});

test.each([
  [
    'an unknown level',
    'level: MUST',
    'level: MAY',
    'sample.yml:12: sections[0].items[0].level: Expected one of MUST, SHOULD, OPTIONAL',
  ],
  [
    'an unknown risk',
    'risk: HIGH',
    'risk: CRITICAL',
    'sample.yml:13: sections[0].items[0].risk: Expected one of LOW, MEDIUM, HIGH, MAXIMUM',
  ],
  [
    'an unknown key',
    'effort: 5',
    'efort: 5\n        effort: 5',
    'sample.yml:14: sections[0].items[0].efort: Unknown key "efort"',
  ],
  ['no minutes', 'effort: 5', 'effort: 0', 'sample.yml:14: sections[0].items[0].effort: Expected at least one minute'],
  [
    'a link without https',
    'https://example.com',
    'http://example.com',
    'sample.yml:16: sections[0].items[0].references[0]: Expected a link that starts with https://',
  ],
  [
    'an id that is no slug',
    'id: first',
    'id: First_One',
    'sample.yml:8: sections[0].items[0].id: Expected a short slug in kebab case, such as "deps-auto"',
  ],
  [
    'a control that is none',
    'MVSP-1.1',
    'mvsp 1.1',
    'sample.yml:17: sections[0].items[0].satisfies[0]: Expected the id of a control, such as "MVSP-2.2"',
  ],
  [
    'another name than the file',
    'name: sample',
    'name: other',
    'sample.yml:1: name: Expected the name of the file, "sample"',
  ],
  [
    'retired: false',
    'effort: 5',
    'effort: 5\n        retired: false',
    'sample.yml:15: sections[0].items[0].retired: Invalid input: expected true',
  ],
])('%s', (_name, from, to, problem) => {
  expect(problems(GOOD.replace(from, to))).toEqual([problem]);
});

test.each([
  ['a checkbox', '- [ ] do it'],
  ['HTML', 'Press <b>here</b>.'],
  ['a marker', '<!-- seaworthy:item=first -->'],
  ['the end of our folded part', '</details>'],
  ['a heading', '# Big'],
  ['a heading that is underlined', 'Big\\n---  '],
  ['a heading that is underlined in a quote', '> Big\\n> ==='],
  ['a code block without an end', '```\\ncode'],
  ['a name that would be notified', 'Ask @octocat.'],
  ['a name behind a character reference', 'Ask &#64;octocat.'],
])('explanations hold no %s', (_name, how) => {
  expect(problems(GOOD.replace('how: Do it.', `how: "${how}"`))).toEqual([
    expect.stringMatching(/^sample\.yml:11: sections\[0\]\.items\[0\]\.how: No checkboxes, raw HTML/),
  ]);
});

test('names in code are fine', () => {
  expect(problems(GOOD.replace('how: Do it.', 'how: "Write `* @org/security` into it."'))).toEqual([]);
});

test('an id is given once in the whole catalogue', () => {
  const second = GOOD.replace('name: sample', 'name: second');
  const found = readCatalogue([
    { name: 'second.yml', text: second },
    { name: 'sample.yml', text: GOOD },
  ]);
  expect(found.problems.map(problemText)).toEqual([
    'second.yml:8: sections[0].items[0].id: The id "first" is taken by an item in sample.yml',
  ]);
});

test.each([
  [
    'MVSP-9.9',
    [
      'sample.yml:17: sections[0].items[0].satisfies[1]: There is no control "MVSP-9.9" in Minimum Viable Secure Product 3.0',
    ],
  ],
  ['OSPS-BR-01.02', [expect.stringContaining('There is no control "OSPS-BR-01.02" in OpenSSF OSPS Baseline')]],
  ['ACME-9.9', []],
])('a control of a public baseline has to exist: %s', (control, expected) => {
  expect(problems(GOOD.replace('MVSP-1.1]', `MVSP-1.1, ${control}]`))).toEqual(expected);
});

test('a section id is given once in a checklist', () => {
  const twice = `${GOOD}${GOOD.slice(GOOD.indexOf('  - id: one')).replace('id: first', 'id: other')}`;
  expect(problems(twice)).toEqual(['sample.yml:18: sections[1].id: There is another section "one"']);
});

test('a file that cannot be read does not hide the others', () => {
  const found = readCatalogue([
    { name: 'bad.yml', text: ':' },
    { name: 'sample.yml', text: GOOD },
  ]);
  expect([...found.checklists.keys()]).toEqual(['sample']);
  expect(found.problems.map(({ file }) => file)).toContain('bad.yml');
});
