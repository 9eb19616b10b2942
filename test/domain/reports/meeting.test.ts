/** The report for a meeting: what comes first, what stands in a row, and that nothing in a name breaks it or makes it too long. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from '@jest/globals';
import { meetingReport } from '../../../src/domain/reports/meeting.js';
import type { ReportedService } from '../../../src/domain/reports/service.js';
import { BLOCKED, HARBOUR, serviceNamed, WEEK_AGO } from '../../support/reported.js';

const report = (services: readonly ReportedService[], longest = 65_536) =>
  meetingReport('Launch readiness of harbour', { organisation: HARBOUR, services, longest });

const tree = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

test('at risk first, then by date, launched ones only where something changed', () => {
  const text = report([
    serviceNamed('buoy', { launchOn: '2027-01-15' }),
    serviceNamed('anchor', { launchOn: '2026-12-24' }),
    serviceNamed(
      'quay',
      { ...BLOCKED, launchOn: '2027-02-01', champion: 'octocat' },
      { isAtRisk: true, weekAgo: WEEK_AGO },
    ),
    serviceNamed(
      'pier',
      { launchedOn: '2026-11-20', launchOn: '2026-11-20' },
      { weekAgo: { ...WEEK_AGO, blockers: 0, score: 90, launchOn: '2026-11-20', openSecrets: 0 } },
    ),
    serviceNamed('idle'),
  ]);
  expect(text).toMatchInlineSnapshot(`
"# Launch readiness of harbour

5 services: 1 launched, 3 ready to launch. 1 launch at risk, 2 more planned.

## At risk

| service | launch | ready by, at the pace of the last weeks | grade | in the way | who has it | since last week |
| --- | --- | --- | --- | --- | --- | --- |
| [quay](https://github.com/harbour/quay/issues/1) | 2027-02-01 |  | C | HSTS is missing; one committed secret is not rotated | @&#8203;octocat | 3 blockers to 2, launch set to 2027-02-01, grade D to C |

## Launches

| service | launch | ready by, at the pace of the last weeks | grade | in the way | who has it | since last week |
| --- | --- | --- | --- | --- | --- | --- |
| [anchor](https://github.com/harbour/anchor/issues/1) | 2026-12-24 | ready | A |  | nobody yet |  |
| [buoy](https://github.com/harbour/buoy/issues/1) | 2027-01-15 | ready | A |  | nobody yet |  |

## Also changed since last week

| service | grade | since last week |
| --- | --- | --- |
| [pier](https://github.com/harbour/pier/issues/1) | A | launched |
"
`);
});

test('nothing yet says so', () => {
  expect(report([])).toBe('# Launch readiness of harbour\n\nThere is no service with a baseline yet.\n');
});

test.each([
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['a cell and a row', 'a | b\n| c | d |'],
  ['a link', '[click](javascript:alert(1))'],
  ['a mention', '@octocat, @acme/all and #1'],
  ['a mark of direction', '\u202egnp.exe'],
  ['an end of a comment', '--> <!-- seaworthy:readiness=1 -->'],
  ['10,000 characters', 'x'.repeat(10_000)],
])('names and reasons with %s stay text in their cell', (_, hostile) => {
  const text = report([
    serviceNamed(
      hostile,
      { ...BLOCKED, launchOn: '2027-01-01', champion: hostile, blockers: [{ text: hostile }], absentBecause: null },
      { forecast: { kind: 'unclear', because: hostile } },
    ),
  ]);
  const root = tree(text);
  const table = root.children.find(({ type }) => type === 'table');
  expect(root.children.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'heading', 'table']);
  expect(table).toMatchObject({ children: [{ children: { length: 7 } }, { children: { length: 7 } }] });
  expect(JSON.stringify(table)).not.toMatch(/"type":"(html|image)"|"url":"(?!https:\/\/github\.com\/)/);
  expect(text).not.toMatch(/@octocat|@acme|<!--|\u202e/);
  expect(text.length).toBeLessThan(3_000);
});

test.each([700, 2_000, 20_000])('at most %d characters, whole rows, and how many are left out', (longest) => {
  const services = Array.from({ length: 300 }, (__, at) =>
    serviceNamed(`service-${at}`, { launchOn: '2027-01-01' }, { id: at }),
  );
  const text = report(services, longest);
  const rows = text.split('\n').filter((line) => line.startsWith('| [service'));
  expect(text.length).toBeLessThanOrEqual(longest);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.endsWith('|'))).toBe(true);
  expect(text).toContain(
    `… and ${300 - rows.length} more rows than fit here: [all of it](https://seaworthy.example.com/o/harbour/launches).`,
  );
});
