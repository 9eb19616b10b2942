/** One repository: the verdict first, then what is in the way, every item, its secrets, its waivers and what happened. */
import type { Checklist, HeaderFacts, ItemStates, Asides, Summary } from '../../../../domain/checklist/index.js';
import type { RepositoryDetails } from '../../../../infra/db/dashboard/repository.js';
import { dayOf } from '../../../../core/clock.js';
import { BurnUp } from '../../charts/burn-up.js';
import { Empty } from '../../components/empty.js';
import type { OrganisationFrame } from '../../components/frame.js';
import { Icon } from '../../components/icon.js';
import { Layout } from '../../components/layout.js';
import { BlockerList } from './blockers.js';
import { Findings } from './findings.js';
import { Items } from './items.js';
import { NextGrade } from './next-grade.js';
import { Settings } from './settings.js';
import { Timeline } from './timeline.js';
import { Verdict } from './verdict.js';
import { Waivers } from './waivers.js';

/** What the baseline issue is made from, as it stands. */
export interface Standing {
  readonly checklists: readonly Checklist[];
  readonly states: ItemStates;
  readonly asides: Asides;
  readonly header: HeaderFacts;
  readonly summary: Summary;
}

export interface RepositoryPageProps {
  readonly frame: OrganisationFrame;
  readonly details: RepositoryDetails;
  /** Null while there is no baseline. */
  readonly standing: Standing | null;
  /** What the viewer may do here; the command asks again. */
  readonly may: { readonly write: boolean; readonly approve: boolean };
  /** Markdown that shows the badge; null where the pages have no public address. */
  readonly badge: string | null;
}

export function RepositoryPage(props: RepositoryPageProps) {
  const { frame, details, standing } = props;
  const { line } = details;
  return (
    <Layout
      title={`${details.name} · ${frame.organisation.account}`}
      frame={frame}
      section="repositories"
      dataAsOf={line?.readiness.computedAt ?? null}
    >
      <Heading {...props} />
      {standing === null || line === null ? (
        <div class="Box">
          <Empty icon="issue-opened" title="No baseline issue yet">
            {line?.readiness.absentBecause ??
              'Seaworthy opens one soon after the App is installed. Issues have to be switched on in the repository.'}
          </Empty>
        </div>
      ) : (
        <>
          <Verdict line={line} standing={standing} verifiedAt={details.verifiedAt} now={frame.now} />
          <div class="columns">
            <div class="min-width-0">
              <BlockerList standing={standing} />
              <section class="Box mb-4" aria-labelledby="progress">
                <h2 id="progress" class="Box-header Box-title">
                  Progress
                </h2>
                <div class="p-3">
                  <BurnUp
                    snapshots={details.snapshots}
                    forecast={line.forecast}
                    launchOn={standing.header.launched === undefined ? (standing.header.launch ?? null) : null}
                    today={dayOf(frame.now)}
                  />
                </div>
              </section>
              <Items standing={standing} now={frame.now} />
              <Findings findings={details.findings} total={details.findingCount} frame={frame} details={details} />
              <Waivers waivers={details.waivers} now={frame.now} />
            </div>
            <div class="min-width-0">
              <Settings {...props} standing={standing} />
              <NextGrade standing={standing} />
              <Timeline
                entries={details.timeline}
                now={frame.now}
                account={frame.organisation.account}
                repository={details.name}
              />
            </div>
          </div>
        </>
      )}
    </Layout>
  );
}

function Heading({ frame, details }: RepositoryPageProps) {
  const address = `${frame.githubUrl}/${encodeURIComponent(details.owner)}/${encodeURIComponent(details.name)}`;
  const issue = details.line?.readiness.issueNumber ?? null;
  return (
    <div class="Subhead">
      <h1 class="f2 min-width-0">
        <bdi>{details.name}</bdi> {details.isPrivate && <span class="Label v-align-middle">Private</span>}{' '}
        {details.isArchived && <span class="Label Label--attention v-align-middle">Archived</span>}
      </h1>
      <div class="BtnGroup">
        {issue !== null && (
          <a class="btn btn-sm BtnGroup-item" href={`${address}/issues/${issue}`}>
            <Icon name="issue-opened" /> Baseline issue
          </a>
        )}
        <a class="btn btn-sm BtnGroup-item" href={address}>
          <Icon name="repo" /> Repository
        </a>
      </div>
    </div>
  );
}
