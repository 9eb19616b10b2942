/** Says on a head what is known of it, under the policy that holds now: what blocks, what does not, and what could not be seen. */
import { dayOf } from '../core/clock.js';
import type { RepoRef } from '../core/repo-ref.js';
import { shortFingerprint } from '../domain/scanner/finding.js';
import { SECRETS_CHECK } from '../domain/readiness/check-content.js';
import { stanceOf } from '../domain/readiness/gate.js';
import { secretsCheck, type ShownFinding } from '../domain/readiness/secrets-check.js';
import { dismissalsOn, isDismissed, standingOf } from '../domain/readiness/standing.js';
import { openFindings, type StoredFinding } from '../infra/db/findings.js';
import { findHead, type Head } from '../infra/db/heads.js';
import type { Sighting } from '../infra/db/service-tables.js';
import type { Context } from './context.js';
import { requestWrite } from './note-edit.js';
import { policyOf } from './policy.js';
import { postCheck } from './post-check.js';
import { rotationOf } from './rotation.js';
import { standingLines } from './standing-lines.js';

interface Seen {
  readonly sighting: Sighting;
  readonly finding: StoredFinding;
}

export async function postSecrets(repository: RepoRef, head: Head, context: Context): Promise<void> {
  const { gates } = (await policyOf(repository, context)).policy;
  const { blocking, notices } = await liveOn(repository, head, context);
  const live = [...blocking, ...notices];
  const inOrder = [...blocking, ...notices].map(({ sighting }) => sighting);
  const standing = blocking.length === 0 ? [] : await standingLines(repository, head, inOrder, context);
  const shownAll = (some: readonly Seen[]) => some.map((one) => shown(one, head, standing, context));
  const { sha, commits, files, unseen } = head;
  const verdict = {
    commits,
    files,
    findings: shownAll(blocking),
    notices: shownAll(notices),
    settled: countOf(head.sightings) - countOf(live.map(({ sighting }) => sighting)),
    unseen,
  };
  const content = secretsCheck(verdict, stanceOf(gates.secrets, dayOf(context.clock.now())));
  await postCheck(repository, sha, SECRETS_CHECK, content, context, { status: gates.statuses });
  if (blocking.length > 0) await requestWrite(repository.id, context);
}

/** Says it again after a finding was settled; a head that is not known any more has nothing to correct. */
export async function repostSecrets(repository: RepoRef, sha: string, context: Context): Promise<void> {
  const head = await findHead(context.db, repository.id, sha);
  if (head) await postSecrets(repository, head, context);
}

/** Fingerprints of what blocks on a head. */
export async function blockingOn(repository: RepoRef, head: Head, context: Context): Promise<readonly string[]> {
  const { blocking } = await liveOn(repository, head, context);
  return [...new Set(blocking.map(({ sighting }) => sighting.fingerprint))];
}

interface Live {
  readonly blocking: readonly Seen[];
  readonly notices: readonly Seen[];
}

/** What is neither settled nor dismissed, by what it means under the policy. */
async function liveOn(repository: RepoRef, head: Head, context: Context): Promise<Live> {
  const { scan } = (await policyOf(repository, context)).policy;
  const seen = await openSightings(repository, head, context);
  const dismissals = dismissalsOn(scan, dayOf(context.clock.now()));
  const live = seen.filter(({ finding }) => !isDismissed(finding, dismissals));
  // A push brought it, whatever was known of it before.
  const isBlocking = ({ finding }: Seen) => standingOf({ ...finding, origin: 'push' }, scan) === 'blocks';
  return { blocking: live.filter(isBlocking), notices: live.filter((one) => !isBlocking(one)) };
}

async function openSightings(repository: RepoRef, head: Head, { db }: Context): Promise<readonly Seen[]> {
  const fingerprints = head.sightings.map(({ fingerprint }) => fingerprint);
  const open = await openFindings(db, repository.id, fingerprints);
  return latestOf(head.sightings).flatMap((sighting) => {
    const finding = open.get(sighting.fingerprint);
    return finding === undefined ? [] : [{ sighting, finding }];
  });
}

const countOf = (sightings: readonly Sighting[]): number =>
  new Set(sightings.map(({ fingerprint }) => fingerprint)).size;

/** A value that stands in one place in several commits is one thing to mend: the newest sighting counts. */
function latestOf(sightings: readonly Sighting[]): readonly Sighting[] {
  return [...new Map(sightings.map((sighting) => [`${sighting.fingerprint} ${sighting.path}`, sighting])).values()];
}

function shown(
  { sighting, finding }: Seen,
  head: Head,
  standing: readonly Sighting[],
  { engine }: Context,
): ShownFinding {
  const { fingerprint, path, line, commit } = sighting;
  const lineAtHead =
    commit === head.sha ? line : standing.find((one) => one.fingerprint === fingerprint && one.path === path)?.line;
  return {
    id: shortFingerprint(fingerprint),
    kind: finding.title,
    path,
    line,
    commit,
    preview: finding.preview,
    rotate: rotationOf(finding.ruleId, engine),
    lineAtHead: lineAtHead ?? null,
  };
}
