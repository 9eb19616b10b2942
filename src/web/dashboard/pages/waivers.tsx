/** Accepted risks: which end next, who answers for them, which requests wait for somebody's word. */
import {
  type WaiverFilter,
  type WaiverLine,
  type WaiverList,
  WAIVER_PAGE,
} from '../../../infra/db/dashboard/waivers.js';
import { CalendarDay } from '../components/day.js';
import { Empty } from '../components/empty.js';
import type { Frame } from '../components/frame.js';
import { Layout } from '../components/layout.js';
import { Pagination } from '../components/pagination.js';
import { organisationPath, repositoryPath, withQuery } from '../components/paths.js';
import { Person, RepositoryName } from '../components/person.js';
import { Cell, Column, RowHeader, Table } from '../components/table.js';
import { Tabs } from '../components/tabs.js';

export interface WaiversQuery {
  readonly filter: WaiverFilter;
  /** From 1 on. */
  readonly page: number;
}

interface WaiversProps {
  readonly frame: Frame;
  readonly account: string;
  readonly list: WaiverList;
  readonly query: WaiversQuery;
  /** Of items, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

const FILTERS: readonly (readonly [WaiverFilter, string])[] = [
  ['current', 'Current'],
  ['active', 'In force'],
  ['asked', 'Waiting for approval'],
  ['over', 'Over'],
];

export const DEFAULT_FILTER: WaiverFilter = 'current';

/** What the address asks for; what it says that is none of ours falls back. */
export function parseWaiversQuery(parameters: URLSearchParams): WaiversQuery {
  const wanted = parameters.get('state');
  const filter = FILTERS.find(([name]) => name === wanted)?.[0] ?? DEFAULT_FILTER;
  return { filter, page: pageOf(parameters) };
}

/** The page that the address asks for, from 1 on. */
export function pageOf(parameters: URLSearchParams): number {
  const text = parameters.get('page') ?? '';
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

export function WaiversPage({ frame, account, list, query, titles }: WaiversProps) {
  const hrefOf = (filter: WaiverFilter, page = 1) =>
    withQuery(
      organisationPath(account, '/waivers'),
      new URLSearchParams({
        ...(filter === DEFAULT_FILTER ? {} : { state: filter }),
        ...(page === 1 ? {} : { page: String(page) }),
      }),
    );
  return (
    <Layout title={`Waivers of ${account}`} frame={frame} section="waivers">
      <div class="Subhead">
        <h1 class="f2">Waivers</h1>
      </div>
      <p class="fgColor-muted">{tally(list)}</p>
      <Tabs
        label="Which waivers"
        tabs={FILTERS.map(([filter, label]) => ({ label, href: hrefOf(filter), isCurrent: filter === query.filter }))}
      />
      {list.waivers.length === 0 ? (
        <Nothing filter={query.filter} />
      ) : (
        <Table
          label="Waivers, first what ends first"
          head={
            <>
              <Column>Item</Column>
              <Column>Repository</Column>
              <Column>{query.filter === 'over' ? 'Ended' : 'Last day'}</Column>
              <Column>Because</Column>
              <Column>Asked by</Column>
              <Column>Approved by</Column>
            </>
          }
        >
          {list.waivers.map((waiver) => (
            <Row waiver={waiver} account={account} title={titles.get(waiver.itemId) ?? null} now={frame.now} />
          ))}
        </Table>
      )}
      <Pagination
        page={query.page}
        pages={Math.ceil(list.total / WAIVER_PAGE)}
        hrefOf={(page) => hrefOf(query.filter, page)}
      />
    </Layout>
  );
}

function tally({ active, asked, endingSoon }: WaiverList): string {
  const risks = active === 1 ? '1 risk is accepted' : `${active} risks are accepted`;
  const soon = endingSoon === 0 ? '' : `, ${endingSoon} of them for no more than two weeks`;
  const waiting = asked === 0 ? '' : ` ${asked === 1 ? '1 request waits' : `${asked} requests wait`} for approval.`;
  return `${risks}${soon}.${waiting}`;
}

interface RowProps {
  readonly waiver: WaiverLine;
  readonly account: string;
  readonly title: string | null;
  readonly now: Date;
}

function Row({ waiver, account, title, now }: RowProps) {
  const { repository, itemId, state, until, reason, requestedBy, approvals } = waiver;
  return (
    <tr>
      <RowHeader>
        <a href={repositoryPath(account, repository.name, `#item-${itemId}`)}>{title ?? itemId}</a>
      </RowHeader>
      <Cell label="Repository">
        <RepositoryName account={account} repository={repository} />
      </Cell>
      <Cell label="Last day">
        <CalendarDay date={until} now={now} />
        {state === 'withdrawn' && <span class="fgColor-muted"> (taken back)</span>}
      </Cell>
      <Cell label="Because">
        <bdi>{reason}</bdi>
      </Cell>
      <Cell label="Asked by">
        <Person login={requestedBy} />
      </Cell>
      <Cell label="Approved by">
        {approvals.length === 0 ? (
          <Person login={null} nobody={state === 'asked' ? 'waits for somebody' : 'nobody'} />
        ) : (
          approvals.map(({ by }, index) => (
            <>
              {index > 0 && ', '}
              <Person login={by} />
            </>
          ))
        )}
      </Cell>
    </tr>
  );
}

function Nothing({ filter }: { readonly filter: WaiverFilter }) {
  if (filter === 'over') return <Empty icon="law" title="No waiver has ended yet" />;
  if (filter === 'asked') return <Empty icon="law" title="Nobody waits for an approval" />;
  return (
    <Empty icon="law" title="No risk is accepted">
      Where an item cannot be done in time, say so in the baseline issue: <code>/baseline accept-risk hsts until</code>{' '}
      a day, <code>because</code> a reason. Somebody else approves it, and it ends by itself.
    </Empty>
  );
}
