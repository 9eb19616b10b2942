/** The parts of pages: what they say in words, what they make of names that want to be more than text. */
import type { Child } from 'hono/jsx';
import { CalendarDay, Day, dateInWords, daysFrom } from '../../../src/web/dashboard/components/day.js';
import { Flash } from '../../../src/web/dashboard/components/flash.js';
import type { Frame } from '../../../src/web/dashboard/components/frame.js';
import { Grade } from '../../../src/web/dashboard/components/grade.js';
import { Layout } from '../../../src/web/dashboard/components/layout.js';
import { Markdown } from '../../../src/web/dashboard/components/markdown.js';
import { pagesAround, Pagination } from '../../../src/web/dashboard/components/pagination.js';
import { repositoryPath, withQuery } from '../../../src/web/dashboard/components/paths.js';
import { Person, RepositoryName } from '../../../src/web/dashboard/components/person.js';
import { Progress, progressInWords } from '../../../src/web/dashboard/components/progress.js';
import { Cell, Column, RowHeader, SortableColumn, Table } from '../../../src/web/dashboard/components/table.js';
import { frame, HOSTILE, NOW } from './support/frame.js';

const text = (element: Child) => String(element);

describe('dates', () => {
  test.each([
    ['2026-12-15', '15 Dec 2026'],
    ['2026-01-02', '2 Jan 2026'],
    ['soon', 'soon'],
  ])('%s is %s', (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });

  test.each([
    ['2026-11-23', 'today'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-22', 'yesterday'],
    ['2026-12-15', 'in 22 days'],
    ['2026-11-01', '22 days ago'],
  ])('%s is %s', (date, words) => {
    expect(daysFrom('2026-11-23', date)).toBe(words);
  });

  test.each([
    ['2026-11-23T11:59:30.000Z', 'just now'],
    ['2026-11-23T11:00:00.000Z', '1 hour ago'],
    ['2026-11-20T11:00:00.000Z', '3 days ago'],
    ['2025-01-20T11:00:00.000Z', '1 year ago'],
    ['2026-11-25T13:00:00.000Z', 'in 2 days'],
  ])('%s is %s, with the exact time on hover', (at, words) => {
    const exact = at.slice(0, 19).replace('T', ' ');
    expect(text(<Day at={new Date(at)} now={NOW} />)).toBe(
      `<time datetime="${at}" title="${exact} UTC">${words}</time>`,
    );
  });

  test('a date says how far it is', () => {
    expect(text(<CalendarDay date="2026-12-15" now={NOW} />)).toContain('in 22 days');
  });
});

describe('progress', () => {
  const none = { done: 0, verified: 0, waived: 0, stale: 0, unknown: 0, open: 0 };
  test.each([
    [none, 'No item applies'],
    [{ ...none, open: 5 }, '0 of 5 met, 5 open'],
    [{ ...none, done: 3, verified: 2 }, '5 of 5 met'],
    [
      { done: 1, verified: 2, waived: 1, stale: 2, unknown: 1, open: 3 },
      '3 of 10 met, 1 waived, 2 out of date, 1 could not be checked, 3 open',
    ],
  ])('%j is %s', (counts, words) => {
    expect(progressInWords(counts)).toBe(words);
    expect(text(<Progress counts={counts} />)).toContain(`<title>${words}</title>`);
  });

  test('a waived item is not drawn as a met one', () => {
    const bar = text(<Progress counts={{ ...none, waived: 4 }} />);
    expect(bar).toContain('class="Progress-waived" x="0" width="100"');
    expect(bar).not.toContain('Progress-met');
  });
});

describe('grade', () => {
  test.each([
    ['A+', 'Grade--A'],
    ['B-', 'Grade--B'],
    ['F', 'Grade--F'],
  ] as const)('%s is read out and tinted', (letter, tint) => {
    const html = text(<Grade letter={letter} />);
    expect(html).toContain(`<span class="sr-only">Grade </span>${letter}`);
    expect(html).toContain(tint);
  });

  test('none is said to be none', () => {
    expect(text(<Grade letter={null} />)).toContain('No grade');
  });
});

describe('names', () => {
  test.each([
    ['HTML', HOSTILE.html],
    ['written right to left', HOSTILE.rtl],
    ['10,000 characters', HOSTILE.long],
  ])('%s stay text, isolated', (_name, name) => {
    const html = text(
      <>
        <Person login={name} />
        <RepositoryName account={name} repository={{ owner: name, name, isPrivate: true }} />
        <Flash kind="info">{name}</Flash>
      </>,
    );
    expect(html).not.toContain('<img');
    expect(html.match(/<bdi/g)).toHaveLength(2);
  });

  test('are encoded in addresses', () => {
    expect(repositoryPath('acme', '../x y', '/launch')).toBe('/o/acme/r/..%2Fx%20y/launch');
    expect(withQuery('/o/acme', new URLSearchParams({ search: 'a&b' }))).toBe('/o/acme?search=a%26b');
    expect(withQuery('/o/acme', new URLSearchParams())).toBe('/o/acme');
  });
});

describe('Markdown', () => {
  test.each([
    ['HTML is text', 'a <b onclick="x">bold</b>', '<p>a &lt;b onclick=&quot;x&quot;&gt;bold&lt;/b&gt;</p>'],
    ['a script in a link is no link', '[go](javascript:alert(1))', '<p>go</p>'],
    ['a link', '[go](https://example.com/?a&b)', '<p><a href="https://example.com/?a&amp;b">go</a></p>'],
    ['a picture is not fetched', '![x](https://example.com/x.png)', '<p></p>'],
    ['code', '`a<b`', '<p><code>a&lt;b</code></p>'],
    ['our own marks are not shown', 'a <!-- seaworthy:item=x --> b', '<p>a  b</p>'],
    ['a heading does not disturb the order', '# Big', '<p><strong>Big</strong></p>'],
  ])('%s', (_name, source, html) => {
    expect(text(<Markdown text={source} />)).toBe(`<div class="prose">${html}</div>`);
  });
});

describe('tables', () => {
  test('scroll in a region with a name, and each cell knows its column', () => {
    const html = text(
      <Table
        label="Repositories"
        head={
          <>
            <SortableColumn label="Name" href="?order=desc" sorted="ascending" />
            <SortableColumn label="Grade" href="?sort=grade" sorted={null} />
            <Column isNumber>Secrets</Column>
          </>
        }
      >
        <tr>
          <RowHeader>payments</RowHeader>
          <Cell label="Grade">A</Cell>
          <Cell label="Secrets" isNumber>
            0
          </Cell>
        </tr>
      </Table>,
    );
    expect(html).toContain('<section class="table-region" aria-label="Repositories" tabindex="0">');
    expect(html.match(/aria-sort/g)).toHaveLength(1);
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toContain('<td data-label="Grade">');
  });

  test.each([
    [1, 1, [1]],
    [1, 4, [1, 2, 3, 4]],
    [7, 20, [1, null, 5, 6, 7, 8, 9, null, 20]],
    [20, 20, [1, null, 18, 19, 20]],
  ])('page %i of %i offers %j', (page, pages, shown) => {
    expect(pagesAround(page, pages)).toEqual(shown);
  });

  test('one page needs no pages, and the first has none before it', () => {
    const hrefOf = (page: number) => `?page=${page}`;
    expect(text(<Pagination page={1} pages={1} hrefOf={hrefOf} />)).toBe('');
    const html = text(<Pagination page={1} pages={3} hrefOf={hrefOf} />);
    expect(html).not.toContain('?page=0');
    expect(html).toContain('aria-current="page"');
  });
});

describe('the frame', () => {
  const page = (change: Partial<Frame>) =>
    text(
      <Layout
        title="Repositories"
        frame={frame(change)}
        section="repositories"
        dataAsOf={new Date('2026-11-23T10:00:00Z')}
      >
        <h1>Repositories</h1>
      </Layout>,
    );

  test('says where one is, who is signed in and how old the figures are', () => {
    const html = page({});
    expect(html).toContain('<a href="/o/acme" class="UnderlineNav-item" aria-current="page">');
    expect(html.match(/aria-current/g)).toHaveLength(1);
    expect(html).toContain('<bdi>ada</bdi>');
    expect(html).toContain('value="token of /logout"');
    expect(html).toMatch(/Figures as of <time[^>]*>2 hours ago/);
  });

  test.each([
    ['an owner is shown the way to the system', { organisation: { account: 'acme', seat: 'owner' } } as const, true],
    ['a member is not', {}, false],
  ])('%s', (_name, frame, isThere) => {
    expect(page(frame).includes('/o/acme/system')).toBe(isThere);
  });

  test('a stranger is offered to sign in, and nothing else of an organisation', () => {
    const html = page({ session: null, organisation: null });
    expect(html).toContain('href="/login"');
    expect(html).not.toContain('/o/');
    expect(html).not.toContain('<form');
  });

  test('tells what a form came to, without its HTML', () => {
    expect(page({ message: { isOk: false, text: `No: ${HOSTILE.html} \`launch\`` } })).toMatch(
      /role="alert".*&lt;img.*<code>launch/,
    );
  });

  test('needs no style attribute and no script of its own', () => {
    const html = page({ message: { isOk: true, text: 'Done' }, accessAsOf: NOW });
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+=/);
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/assets/a.js" defer="">']);
  });
});
