/** The pages of the organisation, its launches and a repository: what they answer, to whom, and what bad names do to them. */
import path from 'node:path';
import type { Child } from 'hono/jsx';
import { ALL_REPOSITORIES } from '../../../src/domain/outlook/list-query.js';
import { readChecklists } from '../../../src/infra/catalogue.js';
import { changeInWords, LaunchesPage } from '../../../src/web/dashboard/pages/launches.js';
import { OrganisationPage } from '../../../src/web/dashboard/pages/organisation.js';
import { RepositoryPage } from '../../../src/web/dashboard/pages/repository/page.js';
import { requestsFor } from '../../../src/web/dashboard/pages/repository/settings.js';
import { verdictInWords } from '../../../src/web/dashboard/pages/repository/verdict.js';
import { HOSTILE } from './support/frame.js';
import { FRAME, LAUNCHES, LIST, lineOf, NOT_READY, repositoryProps, standingOf } from './support/organisation.js';

const { checklists } = await readChecklists(path.resolve('checklists'));
const web = [...checklists.values()].filter(({ name }) => name === 'web-service');
const text = (element: Child) => String(element);

/** The most that a page may weigh, less its stylesheet and script, in bytes. */
const MOST = 150_000 - 45_000;

const launches = { planned: LAUNCHES, plannedCount: LAUNCHES.length, launched: [], undated: 3, oldestComputedAt: null };
const hostile = `${HOSTILE.html}${HOSTILE.rtl}`;
const bad = lineOf(hostile, { ...NOT_READY, champion: hostile, blockers: [{ text: hostile }], absentBecause: hostile });

describe.each([
  ['the organisation', () => <OrganisationPage frame={FRAME} query={ALL_REPOSITORIES} list={LIST} />],
  [
    'the organisation with bad names',
    () => (
      <OrganisationPage
        frame={FRAME}
        query={{ ...ALL_REPOSITORIES, search: hostile }}
        list={{ ...LIST, lines: [bad], champions: [hostile] }}
      />
    ),
  ],
  [
    'a full page of the organisation',
    () => (
      <OrganisationPage
        frame={FRAME}
        query={ALL_REPOSITORIES}
        list={{ ...LIST, lines: Array.from({ length: 50 }, () => lineOf('a-rather-usual-name', NOT_READY)) }}
      />
    ),
  ],
  ['the launches', () => <LaunchesPage frame={FRAME} list={launches} />],
  [
    'the launches with bad names',
    () => <LaunchesPage frame={FRAME} list={{ ...launches, planned: [{ ...bad, weekAgo: null }] }} />,
  ],
  ['a repository', () => <RepositoryPage {...repositoryProps(web)} />],
  ['a repository with bad names', () => <RepositoryPage {...repositoryProps(web, hostile)} />],
])('%s', (_name, page) => {
  const html = text(page());
  test('is text only, without style attributes, and light', () => {
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+="/);
    expect(Buffer.byteLength(html)).toBeLessThan(MOST);
  });

  test('has one first heading, each id once, and no level left out', () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => level - (levels[index - 1] ?? 0) <= 1)).toBe(true);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test.each([
  ['nothing is there', { all: 0, pending: 0 }, 'No repositories yet'],
  ['all is still to come', { all: 3, pending: 3 }, 'The first figures are on their way'],
  ['nothing matches', { lines: [] }, 'No repository matches'],
  ['some are still to come', { pending: 2 }, '2 repositories have no figures yet'],
])('when %s the organisation says how to go on', (_name, change, said) => {
  expect(text(<OrganisationPage frame={FRAME} query={ALL_REPOSITORIES} list={{ ...LIST, ...change }} />)).toContain(
    said,
  );
});

test('what is taken away is what is filtered, whatever its order and page', () => {
  const query = { ...ALL_REPOSITORIES, search: 'api', sort: 'name', descending: true, page: 2 } as const;
  const html = text(<OrganisationPage frame={FRAME} query={query} list={LIST} />);
  for (const end of ['meeting.md', 'export.csv', 'export.json', 'oscal.json'])
    expect(html).toContain(`href="/o/acme/${end}?search=api"`);
});

test('the page of secrets leads to those of a repository', () => {
  expect(text(<RepositoryPage {...repositoryProps(web)} />)).toContain('id="secrets"');
});

test('without any launch the page says how one is planned', () => {
  const list = { ...launches, planned: [], plannedCount: 0 };
  expect(text(<LaunchesPage frame={FRAME} list={list} />)).toContain('/baseline launch');
});

test('without a baseline the repository says why', () => {
  expect(text(<RepositoryPage {...repositoryProps(web)} standing={null} />)).toContain('No baseline issue yet');
});

test.each([
  ['a reader has no forms but to sign out', { write: false, approve: false }, []],
  ['a writer plans', { write: true, approve: false }, ['launch', 'champion']],
  ['an approver approves', { write: false, approve: true }, ['approve']],
])('%s', (_name, may, forms) => {
  const html = text(<RepositoryPage {...repositoryProps(web)} may={may} />);
  const actions = [...html.matchAll(/action="\/o\/acme\/r\/payments-api\/(\w+)"/g)].map(([, action]) => action);
  expect(actions).toEqual(forms);
});

test.each([
  ['linus', 0],
  ['LINUS', 0],
  ['ada', 1],
])('%s, where linus asked, has %i requests to approve', (login, count) => {
  expect(requestsFor(standingOf(web), login)).toHaveLength(count);
});

test.each([
  [false, 0, 'Ready to launch'],
  [false, 1, 'Not ready: 1 blocker'],
  [true, 0, 'Launched, nothing required is open'],
  [true, 2, 'Launched, 2 required things still open'],
])('launched: %s, with %i blockers: %s', (isLaunched, blockers, words) => {
  expect(verdictInWords(isLaunched, blockers)).toBe(words);
});

test.each([
  [{ kind: 'blockers', isGood: true, from: 3, to: 1 }, '3 to 1 blocker'],
  [{ kind: 'grade', isGood: false, from: 'B', to: 'C+' }, 'B to C+'],
  [{ kind: 'launch-moved', isGood: null, from: '2026-12-01', to: '2026-12-20' }, 'launch moved from 1 Dec 2026'],
  [{ kind: 'launch-moved', isGood: null, from: '2026-12-01', to: null }, 'launch date cleared'],
] as const)('%j is told as %s', (change, words) => {
  expect(changeInWords(change)).toBe(words);
});
