/** How Seaworthy itself is doing here, for the owners: what it may do, what it works on, what it could not do, who reads its figures. */
import { plural } from '../../../domain/checklist/index.js';
import { progressText, type OnboardingProgress } from '../../../flows/onboarding-progress.js';
import { isNothing, type Missing, missingLines } from '../../../domain/readiness/missing.js';
import type { SystemStatus } from '../../../infra/db/dashboard/system.js';
import type { Quota } from '../../../infra/github/gateway.js';
import type { ApiToken } from '../../../infra/db/api-tokens.js';
import type { ParkedJob } from '../../../infra/db/job-care.js';
import { ApiTokens } from '../components/api-tokens.js';
import { Day } from '../components/day.js';
import { Flash } from '../components/flash.js';
import type { OrganisationFrame } from '../components/frame.js';
import { Icon } from '../components/icon.js';
import { Layout } from '../components/layout.js';
import { Markdown } from '../components/markdown.js';
import { Panel } from '../components/panel.js';
import { Cell, Column, RowHeader, Table } from '../components/table.js';

interface SystemProps {
  readonly frame: OrganisationFrame;
  readonly status: SystemStatus;
  /** Null where there was none: the App was installed before that was kept. */
  readonly onboarding: OnboardingProgress | null;
  /** Why reports that the policy asks for reach nobody: Markdown, a line each. */
  readonly problems: readonly string[];
  /** Null when GitHub said nothing of it since the start. */
  readonly quota: Quota | null;
  readonly tokens: readonly ApiToken[];
  /** What the installation was not given. */
  readonly missing: Missing;
}

/** Without any webhook for so long, somebody may wonder. */
const QUIET_HOURS = 24;
const HOUR_MS = 3_600_000;

export function SystemPage({ frame, status, missing, onboarding, quota, problems, tokens }: SystemProps) {
  const { now, session, organisation } = frame;
  const { account } = organisation;
  return (
    <Layout title={`System of ${account}`} frame={frame} section="system" dataAsOf={status.oldestComputedAt}>
      <div class="Subhead">
        <h1 class="f2">System</h1>
      </div>
      {status.suspendedAt !== null && (
        <Flash kind="attention">
          The installation was suspended <Day at={status.suspendedAt} now={now} />: nothing is looked at until it is
          resumed in the organisation's settings on GitHub.
        </Flash>
      )}
      <Permissions missing={missing} />
      <Deliveries status={status} now={now} />
      <Jobs status={status} now={now} />
      <Budget quota={quota} now={now} />
      <Rounds status={status} now={now} />
      {onboarding !== null && <Onboarding progress={onboarding} now={now} />}
      {problems.length > 0 && <ReportProblems problems={problems} />}
      <ApiTokens tokens={tokens} session={session} account={account} now={now} />
    </Layout>
  );
}

function Permissions({ missing }: { readonly missing: Missing }) {
  return (
    <Panel id="permissions" title="Permissions and events">
      {isNothing(missing) ? (
        <p>
          <Icon name="check-circle-fill" /> Everything that Seaworthy needs was given.
        </p>
      ) : (
        <>
          <p>
            <Icon name="alert" /> Seaworthy was not given all it needs here. An owner can accept it in the
            organisation's settings on GitHub, under Installed GitHub Apps.
          </p>
          <Markdown text={listOf(missingLines(missing))} />
        </>
      )}
    </Panel>
  );
}

const listOf = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

interface StatusProps {
  readonly status: SystemStatus;
  readonly now: Date;
}

function Deliveries({ status: { lastDelivery, deliveriesToday }, now }: StatusProps) {
  const isQuiet = lastDelivery !== null && now.getTime() - lastDelivery.receivedAt.getTime() > QUIET_HOURS * HOUR_MS;
  return (
    <Panel id="deliveries" title="Webhooks">
      {lastDelivery === null ? (
        <p>None came yet. GitHub sends one at the next push, comment or pull request.</p>
      ) : (
        <p>
          The last one, <code>{lastDelivery.event}</code>, came <Day at={lastDelivery.receivedAt} now={now} />;{' '}
          {deliveriesToday} in the last 24 hours.
        </p>
      )}
      {isQuiet && (
        <p>
          Is that too quiet? The App's settings on GitHub list what was sent, under Advanced, Recent deliveries. What
          was not received is asked for again by itself.
        </p>
      )}
    </Panel>
  );
}

function Jobs({ status: { jobs, parked }, now }: StatusProps) {
  return (
    <Panel id="jobs" title="Work">
      <p>
        {jobs.pending} waiting, {jobs.running} running, {jobs.parked} given up.{' '}
        {jobs.oldestDueSeconds > 0 && `The oldest that is due has waited ${jobs.oldestDueSeconds} seconds.`}
      </p>
      {parked.length > 0 && (
        <>
          <p>
            What was given up is taken up again with <code>npx seaworthy jobs rearm</code> on the server.
          </p>
          <Table
            label="Jobs that were given up, newest first"
            head={
              <>
                <Column>Job</Column>
                <Column>Repository</Column>
                <Column>Because</Column>
                <Column>Given up</Column>
              </>
            }
          >
            {parked.map((job) => (
              <Parked job={job} now={now} />
            ))}
          </Table>
        </>
      )}
    </Panel>
  );
}

function Parked({ job, now }: { readonly job: ParkedJob; readonly now: Date }) {
  return (
    <tr>
      <RowHeader>
        {job.handler} <span class="fgColor-muted">{job.id}</span>
      </RowHeader>
      <Cell label="Repository">{job.repository === null ? '' : <bdi>{job.repository}</bdi>}</Cell>
      <Cell label="Because">
        <bdi>{job.error ?? 'not kept'}</bdi>
      </Cell>
      <Cell label="Given up">
        <Day at={job.parkedAt} now={now} />
      </Cell>
    </tr>
  );
}

function Rounds({ status: { repositories, known, reconcile, reconcileSpent }, now }: StatusProps) {
  return (
    <Panel id="rounds" title="Looking after what webhooks did not say">
      <p>
        {plural(repositories, 'repository', 'repositories')}, of which {known} have figures on these pages.{' '}
        {reconcile === null ? (
          'No round through them was begun yet.'
        ) : (
          <>
            The last round began <Day at={reconcile.startedAt} now={now} />: {reconcile.looked} of{' '}
            {reconcile.repositories} looked at, {plural(reconcile.repairs, 'repair')} asked for.
          </>
        )}
      </p>
      {reconcileSpent !== null && (
        <p>
          {reconcileSpent.requests} requests of GitHub's hourly limit went into it since{' '}
          <Day at={reconcileSpent.since} now={now} />.
        </p>
      )}
    </Panel>
  );
}

function ReportProblems({ problems }: Pick<SystemProps, 'problems'>) {
  return (
    <Panel id="reports" title="Reports">
      <p>
        <Icon name="alert" /> Not everything that the policy asks for reaches somebody.
      </p>
      <Markdown text={listOf(problems)} />
    </Panel>
  );
}

function Onboarding({ progress, now }: { readonly progress: OnboardingProgress; readonly now: Date }) {
  return (
    <Panel id="onboarding" title="Onboarding">
      <p>
        Begun <Day at={progress.startedAt} now={now} />: {progressText(progress)}.
      </p>
    </Panel>
  );
}

function Budget({ quota, now }: { readonly quota: Quota | null; readonly now: Date }) {
  return (
    <Panel id="budget" title="GitHub's limit">
      {quota === null || quota.resetAt <= now ? (
        <p>Nothing was asked of GitHub within the hour, so all of it is left.</p>
      ) : (
        <p>
          {quota.remaining.toLocaleString('en-US')} of {quota.limit.toLocaleString('en-US')} requests an hour are left;
          it begins anew <Day at={quota.resetAt} now={now} />.
        </p>
      )}
    </Panel>
  );
}
