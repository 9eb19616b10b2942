/** Says on a head what is known of it: the findings that are still open, and what could not be seen. */
import type { RepoRef } from '../core/repo-ref.js';
import { shortFingerprint } from '../domain/scanner/finding.js';
import { SECRETS_CHECK } from '../domain/readiness/check-content.js';
import { secretsCheck, type ShownFinding } from '../domain/readiness/secrets-check.js';
import { openFindings, type StoredFinding } from '../infra/db/findings.js';
import { findHead, type Head } from '../infra/db/heads.js';
import type { Sighting } from '../infra/db/service-tables.js';
import type { Context } from './context.js';
import { requestWrite } from './note-edit.js';
import { postCheck } from './post-check.js';

export async function postSecrets(repository: RepoRef, head: Head, context: Context): Promise<void> {
  const fingerprints = head.sightings.map(({ fingerprint }) => fingerprint);
  const open = await openFindings(context.db, repository.id, fingerprints);
  const findings = latestOf(head.sightings)
    .map((sighting) => ({ sighting, finding: open.get(sighting.fingerprint) }))
    .filter((pair): pair is { sighting: Sighting; finding: StoredFinding } => pair.finding !== undefined)
    .map(({ sighting, finding }) => shown(sighting, finding, context));
  const { sha, commits, files, unseen } = head;
  const settled = new Set(fingerprints).size - open.size;
  const content = secretsCheck({ head: sha, commits, files, findings, settled, unseen });
  await postCheck(repository, sha, SECRETS_CHECK, content, context);
  if (findings.length > 0) await requestWrite(repository.id, context);
}

/** Says it again after a finding was settled; a head that is not known any more has nothing to correct. */
export async function repostSecrets(repository: RepoRef, sha: string, context: Context): Promise<void> {
  const head = await findHead(context.db, repository.id, sha);
  if (head) await postSecrets(repository, head, context);
}

/** A value that stands in one place in several commits is one thing to mend: the newest sighting counts. */
function latestOf(sightings: readonly Sighting[]): readonly Sighting[] {
  return [...new Map(sightings.map((sighting) => [`${sighting.fingerprint} ${sighting.path}`, sighting])).values()];
}

function shown({ path, line, commit }: Sighting, finding: StoredFinding, { engine }: Context): ShownFinding {
  const rule = engine.rules.find(({ id }) => id === finding.ruleId);
  return {
    id: shortFingerprint(finding.fingerprint),
    kind: finding.title,
    path,
    line,
    commit,
    preview: finding.preview,
    rotate: rule?.reference ?? 'https://docs.github.com/code-security/secret-scanning',
  };
}
