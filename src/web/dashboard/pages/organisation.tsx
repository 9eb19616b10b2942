/** Every repository of an organisation: what launches when, what is in the way, who has it, and whether it gets better. */
import { CHART, type Letter, plural } from '../../../domain/checklist/index.js';
import { ALL_REPOSITORIES, type ListQuery, listParameters } from '../../../domain/outlook/list-query.js';
import type { RepositoryLine } from '../../../infra/db/dashboard/line.js';
import { PAGE_SIZE, type RepositoryList } from '../../../infra/db/dashboard/organisation.js';
import { GradeDistribution } from '../charts/grade-distribution.js';
import { Sparkline } from '../charts/sparkline.js';
import { Empty } from '../components/empty.js';
import { ChoiceField, Filters, SearchField } from '../components/filters.js';
import type { OrganisationFrame } from '../components/frame.js';
import { Grade } from '../components/grade.js';
import { Layout } from '../components/layout.js';
import { Pagination } from '../components/pagination.js';
import { organisationPath, withQuery } from '../components/paths.js';
import { Person, RepositoryName } from '../components/person.js';
import { Progress } from '../components/progress.js';
import { shortened } from '../components/shortened.js';
import { RISK_CHOICES, RiskLabel } from '../components/risk-label.js';
import { Blockers, LaunchDay } from '../components/standing.js';
import { Stat, Stats } from '../components/stats.js';
import { Cell, Column, RowHeader, SortableColumn, Table } from '../components/table.js';

export interface OrganisationPageProps {
  readonly frame: OrganisationFrame;
  readonly query: ListQuery;
  readonly list: RepositoryList;
}

/** Longest text of a person in the list, in characters. */
const LONGEST = 80;

const STATES = [
  ['at-risk', 'At risk'],
  ['not-ready', 'Not ready'],
  ['ready', 'Ready'],
  ['launched', 'Launched'],
] as const;

const SORTS = [
  ['launch', 'Launch date'],
  ['name', 'Name'],
  ['grade', 'Grade'],
  ['risk', 'Risk'],
  ['blockers', 'Blockers'],
  ['progress', 'Progress'],
  ['secrets', 'Open secrets'],
] as const satisfies readonly (readonly [ListQuery['sort'], string])[];

export function OrganisationPage({ frame, query, list }: OrganisationPageProps) {
  const { account } = frame.organisation;
  const isEmpty = list.all === list.pending;
  return (
    <Layout title={account} frame={frame} section="repositories" dataAsOf={list.totals.oldestComputedAt}>
      <div class="Subhead">
        <h1 class="f2">Launch readiness</h1>
        {!isEmpty && <Exports account={account} query={query} />}
      </div>
      {isEmpty ? (
        <NothingYet frame={frame} pending={list.pending} />
      ) : (
        <>
          <Overview account={account} query={query} list={list} />
          <Narrow account={account} query={query} champions={list.champions} />
          <List frame={frame} query={query} list={list} />
        </>
      )}
    </Layout>
  );
}

const EXPORTS = [
  ['/meeting.md', 'Meeting notes'],
  ['/export.csv', 'CSV'],
  ['/export.json', 'JSON'],
  ['/oscal.json', 'OSCAL'],
] as const;

/** Of what is filtered, in their own order. */
function Exports({ account, query }: { account: string; query: ListQuery }) {
  const { sort, descending } = ALL_REPOSITORIES;
  const filters = listParameters(query, { sort, descending });
  return (
    <div class="BtnGroup">
      {EXPORTS.map(([end, label]) => (
        <a class="btn btn-sm BtnGroup-item" href={withQuery(organisationPath(account, end), filters)}>
          {label}
        </a>
      ))}
    </div>
  );
}

/** The answers in five seconds; each number leads to what it counts. */
function Overview({ account, query, list: { totals } }: { account: string } & Omit<OrganisationPageProps, 'frame'>) {
  const narrowed = (change: Partial<ListQuery>) => listPath(account, query, change);
  return (
    <div class="Overview mb-4">
      <Stats label="At a glance">
        <Stat
          value={totals.launchingSoon}
          label="launch within 30 days"
          href={organisationPath(account, '/launches')}
        />
        <Stat
          value={totals.atRisk}
          label="at risk"
          href={narrowed({ state: 'at-risk' })}
          tone={totals.atRisk > 0 ? 'severe' : null}
        />
        <Stat value={totals.ready} of={totals.repositories} label="ready" href={narrowed({ state: 'ready' })} />
        <Stat
          value={totals.openSecrets}
          label="open secrets"
          href={organisationPath(account, '/secrets')}
          tone={totals.openSecrets > 0 ? 'danger' : null}
        />
      </Stats>
      <section class="Box p-3" aria-labelledby="grades">
        <h2 id="grades" class="Box-title mb-2">
          Grades
        </h2>
        <GradeDistribution
          byGrade={totals.byGrade}
          ungraded={totals.ungraded}
          hrefOf={(grade) => narrowed({ grade })}
          chosen={query.grade}
        />
      </section>
    </div>
  );
}

function Narrow({
  account,
  query,
  champions,
}: {
  account: string;
  query: ListQuery;
  champions: RepositoryList['champions'];
}) {
  const isNarrowed = listParameters({ ...query, sort: ALL_REPOSITORIES.sort, descending: false }).size > 0;
  const letters = CHART.map(([letter]): readonly [Letter, Letter] => [letter, letter]);
  return (
    <Filters
      label="Repositories"
      action={organisationPath(account)}
      kept={query.descending ? { order: 'desc' } : {}}
      clearHref={isNarrowed ? listPath(account, ALL_REPOSITORIES) : null}
    >
      <SearchField name="search" label="Search by name" value={query.search} />
      <ChoiceField name="state" label="Launch" value={query.state ?? ''} all="All" choices={STATES} />
      <ChoiceField name="grade" label="Grade" value={query.grade ?? ''} all="All" choices={letters} />
      <ChoiceField name="risk" label="Risk" value={query.risk ?? ''} all="All" choices={RISK_CHOICES} />
      {champions.length > 0 && (
        <ChoiceField
          name="champion"
          label="Champion"
          value={query.champion ?? ''}
          all="All"
          choices={champions.map((login) => [login.toLowerCase(), shortened(`@${login}`, LONGEST)])}
        />
      )}
      <ChoiceField name="sort" label="Sort by" value={query.sort} all={null} choices={SORTS} />
    </Filters>
  );
}

function List({ frame, query, list: { lines, page, pending, totals } }: OrganisationPageProps) {
  const { account } = frame.organisation;
  if (lines.length === 0)
    return (
      <div class="Box">
        <Empty icon="search" title="No repository matches">
          <a href={listPath(account, ALL_REPOSITORIES)}>Show all repositories</a>
        </Empty>
      </div>
    );
  return (
    <>
      <div class="Box">
        <Table label={`Repositories of ${account}`} head={<Head account={account} query={query} />}>
          {lines.map((line) => (
            <Row line={line} account={account} now={frame.now} />
          ))}
        </Table>
      </div>
      <Pagination
        page={page}
        pages={Math.ceil(totals.repositories / PAGE_SIZE)}
        hrefOf={(to) => listPath(account, query, { page: to })}
      />
      {pending > 0 && (
        <p class="f6 fgColor-muted">
          {plural(pending, 'repository has', 'repositories have')} no figures yet: baseline issues are being opened.
        </p>
      )}
    </>
  );
}

function Head({ account, query }: { account: string; query: ListQuery }) {
  const column = (sort: ListQuery['sort'], label: string, isNumber = false) => {
    const isSorted = query.sort === sort;
    const descending = isSorted && !query.descending;
    return (
      <SortableColumn
        label={label}
        isNumber={isNumber}
        sorted={isSorted ? (query.descending ? 'descending' : 'ascending') : null}
        href={listPath(account, query, { sort, descending })}
      />
    );
  };
  return (
    <>
      {column('name', 'Repository')}
      {column('grade', 'Grade')}
      {column('risk', 'Risk')}
      {column('progress', 'Progress')}
      {column('launch', 'Launch')}
      {column('blockers', 'In the way')}
      {column('secrets', 'Secrets', true)}
      <Column>Champion</Column>
      <Column>8 weeks</Column>
    </>
  );
}

function Row({ line, account, now }: { line: RepositoryLine; account: string; now: Date }) {
  const { readiness, forecast, isAtRisk, trend, name } = line;
  return (
    <tr>
      <RowHeader>
        <RepositoryName account={account} repository={line} />
        {readiness.absentBecause !== null && (
          <div class="f6 fgColor-muted">No baseline issue: {shortened(readiness.absentBecause, LONGEST)}</div>
        )}
      </RowHeader>
      <Cell label="Grade">
        <Grade letter={readiness.grade} />
      </Cell>
      <Cell label="Risk">
        <RiskLabel risk={readiness.risk} />
      </Cell>
      <Cell label="Progress">
        <Progress counts={readiness} />
      </Cell>
      <Cell label="Launch">
        <LaunchDay readiness={readiness} forecast={forecast} isAtRisk={isAtRisk} now={now} />
      </Cell>
      <Cell label="In the way">
        <Blockers account={account} name={name} readiness={readiness} />
      </Cell>
      <Cell label="Secrets" isNumber>
        {readiness.openSecrets}
      </Cell>
      <Cell label="Champion">
        <Person login={readiness.champion} />
      </Cell>
      <Cell label="8 weeks">
        <Sparkline scores={trend} />
      </Cell>
    </tr>
  );
}

function NothingYet({ frame, pending }: { frame: OrganisationFrame; pending: number }) {
  const { organisation, githubUrl } = frame;
  if (pending > 0)
    return (
      <div class="Box">
        <Empty icon="clock" title="The first figures are on their way">
          Baseline issues are being opened in the repositories that you can see: {pending} to go. Come back in a few
          minutes.
        </Empty>
      </div>
    );
  return (
    <div class="Box">
      <Empty icon="repo" title="No repositories yet">
        Here are the repositories of {organisation.account} that have Seaworthy and that you can see on GitHub. An owner
        of the organisation chooses them{' '}
        <a href={`${githubUrl}/organizations/${encodeURIComponent(organisation.account)}/settings/installations`}>
          in the settings of the installed Apps
        </a>
        .
      </Empty>
    </div>
  );
}

function listPath(account: string, query: ListQuery, change: Partial<ListQuery> = {}): string {
  return withQuery(organisationPath(account), listParameters(query, change));
}
