/** The one issue in the organisation's `.github` repository that says which services are ready to launch, edited in place. */
import { BODY_LIMIT } from '../../domain/checklist/index.js';
import { ORGANISATION_REPOSITORY } from '../../domain/policy/index.js';
import { summaryLine, withinLength } from '../../domain/reports/meeting.js';
import { lastGood, saveLastGood } from '../../infra/db/chores.js';
import { findEffect, forgetEffect, once } from '../../infra/db/effects.js';
import { Forbidden, Gone, NotFound } from '../../infra/github/errors.js';
import { findMarkedIssue } from '../../infra/github/find-issue.js';
import type { Issue, RepoName, Repository } from '../../infra/github/gateway.js';
import type { JobSpec } from '../../infra/queue/types.js';
import type { Context } from '../context.js';
import { readReporting, type Reporting, servicesOf } from './organisation.js';

export const READINESS_LABEL = 'launch-readiness';
export const READINESS_TITLE = 'Launch readiness';

/** Whoever watches the repository is told of nothing by an edit, but a list that changes every minute is none to read. */
const BETWEEN_EDITS = 3_600_000;

export function readinessIssueJob(installationId: number): JobSpec {
  const line = `readiness-issue:${installationId}`;
  return { handler: 'write-readiness-issue', subject: line, key: line, installationId, data: {} };
}

/** The effect by which it is known which issue it is; also the name under which its last edit is kept. */
export const readinessEffect = (installationId: number): string => `readiness-issue:${installationId}`;

/** Makes the issue say what is so: opened where there is none, closed where nobody asks for it any more, else edited if it differs. */
export async function writeReadinessIssue(context: Context): Promise<void> {
  const reporting = await readReporting(context);
  if (reporting === null) return;
  const home = { owner: reporting.account, name: ORGANISATION_REPOSITORY };
  if (!reporting.policy.readinessIssue) return retire(home, context);
  await ifPossible(home, context, async () => {
    const repository = await context.github.repositories.get(home);
    await write(repository, await bodyFor(repository, reporting, context), context);
  });
}

/** Nobody's job fails because the repository or the issue is gone, or archived. */
async function ifPossible(home: RepoName, { log }: Context, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const isImpossible =
      error instanceof NotFound || error instanceof Gone || (error instanceof Forbidden && error.reason === 'archived');
    if (!isImpossible) throw error;
    log.warn({ ...home, because: error.name }, 'the readiness issue cannot be written');
  }
}

async function bodyFor(home: Repository, { organisation }: Reporting, context: Context): Promise<string> {
  const isPublic = home.visibility === 'public';
  const all = await servicesOf({}, context);
  // Whoever sees this repository reads it, and neither the names nor the number of private ones are for everybody.
  const services = isPublic ? all.filter(({ isPrivate }) => !isPrivate) : all;
  const warning = isPublic
    ? '\n\n> This repository is public, so anybody can read this: private repositories are left out.'
    : '';
  const input = { organisation, services };
  const foot =
    '\n<sub>Kept by Seaworthy, at most once an hour. What is written here by hand is lost; `reports.readiness_issue` in the policy switches it off.</sub>';
  const head = `${markerOf(home)}\n${summaryLine(input)}${warning}`;
  return `${withinLength(head, { ...input, longest: BODY_LIMIT - foot.length })}${foot}`;
}

async function write(home: Repository, body: string, context: Context): Promise<void> {
  const { db, clock, github } = context;
  const key = readinessEffect(context.job.installationId);
  let isNew = false;
  const { number } = await once(db, clock, key, {
    look: async () => numberOf(await find(home, context)),
    act: async () => {
      // Of an earlier database, perhaps.
      const found = numberOf(await find(home, context));
      if (found !== null) return found;
      isNew = true;
      return {
        number: (await github.issues.create(home, { title: READINESS_TITLE, body, labels: [READINESS_LABEL] })).number,
      };
    },
  });
  if (isNew) return saveLastGood(db, key, clock.now());
  const issue = await current(home, number, context);
  if (issue === null) {
    // Somebody deleted or moved it: the policy still asks for one.
    await forgetEffect(db, key);
    return write(home, body, context);
  }
  const last = await lastGood(db, key);
  const isSoon = last !== null && clock.now().getTime() - last.getTime() < BETWEEN_EDITS;
  if (isSoon || (issue.state === 'open' && isSame(issue.body, body))) return;
  await github.issues.update(home, number, { body, ...(issue.state === 'closed' ? { state: 'open' } : {}) });
  await saveLastGood(db, key, clock.now());
}

async function retire(home: RepoName, context: Context): Promise<void> {
  const { db, github, job, log } = context;
  const key = readinessEffect(job.installationId);
  const known = await findEffect<{ readonly number: number }>(db, key);
  if (known === null) return;
  // An open issue that nobody keeps up to date would go on saying what was so.
  await ifPossible(home, context, () =>
    github.issues.update(home, known.number, { state: 'closed', stateReason: 'not_planned' }),
  );
  // Last: what failed on the way is tried again.
  await forgetEffect(db, key);
  log.info({ issue: known.number }, 'the readiness issue is closed: the policy asks for it no more');
}

function find(home: Repository, context: Context): Promise<Issue | undefined> {
  const { github, app } = context;
  return findMarkedIssue(github.issues, home, { label: READINESS_LABEL, creator: app.login }, markerOf(home));
}

async function current(home: Repository, number: number, context: Context): Promise<Issue | null> {
  try {
    const issue = await context.github.issues.get(home, number);
    return issue.body.includes(markerOf(home)) || issue.appId === context.app.id ? issue : null;
  } catch (error) {
    if (error instanceof NotFound || error instanceof Gone) return null;
    throw error;
  }
}

const markerOf = ({ id }: Repository): string => `<!-- seaworthy:readiness=${id} -->`;

const numberOf = (issue: Issue | undefined) => (issue === undefined ? null : { number: issue.number });

/** GitHub may give line ends and the blanks at the end back otherwise than it got them. */
function isSame(there: string, wanted: string): boolean {
  return plain(there) === plain(wanted);
}

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
