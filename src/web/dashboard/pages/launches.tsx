/** What launches when: what is at risk first, then the calendar, each with what changed since last week. */
import { plural } from '../../../domain/checklist/index.js';
import { type Change, changedSince } from '../../../domain/outlook/changes.js';
import { ALL_REPOSITORIES, listParameters } from '../../../domain/outlook/list-query.js';
import type { Launch, LaunchList } from '../../../infra/db/dashboard/launches.js';
import { CalendarDay, dateInWords, monthInWords } from '../components/day.js';
import { Empty } from '../components/empty.js';
import type { OrganisationFrame } from '../components/frame.js';
import { Grade } from '../components/grade.js';
import { Icon, type IconName } from '../components/icon.js';
import { Layout } from '../components/layout.js';
import { organisationPath, withQuery } from '../components/paths.js';
import { Person, RepositoryName } from '../components/person.js';
import { Progress } from '../components/progress.js';
import { Blockers, LaunchDay } from '../components/standing.js';
import { Stat, Stats } from '../components/stats.js';
import { Cell, Column, RowHeader, Table } from '../components/table.js';

export interface LaunchesPageProps {
  readonly frame: OrganisationFrame;
  readonly list: LaunchList;
}

export function LaunchesPage({ frame, list }: LaunchesPageProps) {
  const { account } = frame.organisation;
  const atRisk = list.planned.filter(({ isAtRisk }) => isAtRisk);
  const onTrack = list.planned.filter(({ isAtRisk }) => !isAtRisk);
  return (
    <Layout title={`Launches · ${account}`} frame={frame} section="launches" dataAsOf={list.oldestComputedAt}>
      <div class="Subhead">
        <h1 class="f2">Launches</h1>
      </div>
      <Stats label="At a glance">
        <Stat value={list.plannedCount} label="planned" />
        <Stat
          value={atRisk.length}
          label="at risk"
          tone={atRisk.length > 0 ? 'severe' : null}
          href={withQuery(organisationPath(account), listParameters(ALL_REPOSITORIES, { state: 'at-risk' }))}
        />
        <Stat value={list.launched.length} label="launched in the last 30 days" />
        <Stat value={list.undated} label="without a date" />
      </Stats>
      {list.plannedCount === 0 && list.launched.length === 0 && (
        <div class="Box mt-4">
          <Empty icon="calendar" title="No launches planned">
            Open a repository and set its launch date there, or say <code>/baseline launch 2027-03-01</code> in its
            baseline issue.
          </Empty>
        </div>
      )}
      {atRisk.length > 0 && <Group id="at-risk" title="At risk" launches={atRisk} frame={frame} />}
      {byMonth(onTrack).map(([month, launches]) => (
        <Group id={`month-${month}`} title={monthInWords(month)} launches={launches} frame={frame} />
      ))}
      {list.planned.length < list.plannedCount && (
        <p class="mt-3 fgColor-muted">
          {plural(list.plannedCount - list.planned.length, 'later launch is', 'later launches are')} not shown;{' '}
          <a href={organisationPath(account)}>the list of repositories</a> has all.
        </p>
      )}
      {list.launched.length > 0 && <Launched launches={list.launched} frame={frame} />}
    </Layout>
  );
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly launches: readonly Launch[];
  readonly frame: OrganisationFrame;
}

function Group({ id, title, launches, frame }: GroupProps) {
  return (
    <section class="Box mt-4" aria-labelledby={id}>
      <div class="Box-header">
        <h2 id={id} class="Box-title">
          {title}
        </h2>
        <span class="Counter">{launches.length}</span>
      </div>
      <Table
        label={`${title}: launches`}
        isEven
        head={
          <>
            <Column>Repository</Column>
            <Column>Launch</Column>
            <Column isNarrow>Grade</Column>
            <Column>Progress</Column>
            <Column>In the way</Column>
            <Column>Champion</Column>
            <Column>Since last week</Column>
          </>
        }
      >
        {launches.map((launch) => (
          <Row launch={launch} frame={frame} />
        ))}
      </Table>
    </section>
  );
}

function Row({ launch, frame: { organisation, now } }: { launch: Launch; frame: OrganisationFrame }) {
  const { readiness, name, weekAgo } = launch;
  return (
    <tr>
      <RowHeader>
        <RepositoryName account={organisation.account} repository={launch} />
      </RowHeader>
      <Cell label="Launch">
        <LaunchDay {...launch} now={now} />
      </Cell>
      <Cell label="Grade">
        <Grade letter={readiness.grade} />
      </Cell>
      <Cell label="Progress">
        <Progress counts={readiness} />
      </Cell>
      <Cell label="In the way">
        <Blockers account={organisation.account} name={name} readiness={readiness} />
      </Cell>
      <Cell label="Champion">
        <Person login={readiness.champion} />
      </Cell>
      <Cell label="Since last week">
        <Changes changes={changedSince(weekAgo, readiness)} />
      </Cell>
    </tr>
  );
}

function Launched({ launches, frame }: { launches: readonly Launch[]; frame: OrganisationFrame }) {
  return (
    <section class="Box mt-4" aria-labelledby="launched">
      <h2 id="launched" class="Box-header Box-title">
        Launched in the last 30 days
      </h2>
      <ul>
        {launches.map((launch) => (
          <li class="Box-row">
            <Grade letter={launch.readiness.grade} />{' '}
            <RepositoryName account={frame.organisation.account} repository={launch} />{' '}
            {launch.readiness.launchedOn !== null && (
              <span class="fgColor-muted">
                on <CalendarDay date={launch.readiness.launchedOn} now={frame.now} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <span class="fgColor-muted">nothing</span>;
  return (
    <ul class="list-style-none">
      {changes.map((change) => {
        const { icon, tint, word } = looksOf(change);
        return (
          <li>
            <span class={tint}>
              <Icon name={icon} {...(word === null ? {} : { label: word })} />
            </span>{' '}
            {changeInWords(change)}
          </li>
        );
      })}
    </ul>
  );
}

function looksOf({ isGood }: Change): { icon: IconName; tint: string; word: string | null } {
  if (isGood === null) return { icon: 'dot-fill', tint: 'fgColor-muted', word: null };
  return isGood
    ? { icon: 'arrow-up', tint: 'fgColor-success', word: 'better' }
    : { icon: 'arrow-down', tint: 'fgColor-danger', word: 'worse' };
}

/** One line for the meeting. */
export function changeInWords(change: Change): string {
  switch (change.kind) {
    case 'new':
      return 'new here';
    case 'launched':
      return 'launched';
    case 'ready':
      return 'ready now';
    case 'no-longer-ready':
      return 'no longer ready';
    case 'blockers':
      return `${change.from} to ${plural(change.to, 'blocker')}`;
    case 'grade':
      return `${change.from} to ${change.to}`;
    case 'secrets':
      return `${change.from} to ${plural(change.to, 'open secret')}`;
    case 'launch-moved':
      return movedInWords(change.from, change.to);
  }
}

function movedInWords(from: string | null, to: string | null): string {
  if (to === null) return 'launch date cleared';
  return from === null ? 'launch date set' : `launch moved from ${dateInWords(from)}`;
}

/** By `2026-12`, in the order of the list. */
function byMonth(launches: readonly Launch[]): ReadonlyArray<readonly [string, readonly Launch[]]> {
  const months = new Map<string, Launch[]>();
  for (const launch of launches) {
    const month = (launch.readiness.launchOn ?? '').slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), launch]);
  }
  return [...months];
}
