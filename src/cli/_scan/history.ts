/** `seaworthy scan --history [range]`: each content that files have had, once; each value once, with the commit that brought it. */
import type { Finding } from '../../domain/scanner/finding.js';
import { scanBlobs } from '../../infra/scan/blobs.js';
import { blobsOf, introductionsOf, isCutOff, type Revisions } from '../../infra/scan/history.js';
import { localGit } from '../../infra/scan/local-git.js';
import type { Io } from '../_contract.js';
import { type Session, unseenOf } from './session.js';
import type { ScanTools } from './tools.js';

/** Different values that are told of; a repository with more has other problems. */
const MOST_VALUES = 10_000;

/** One value under one rule. */
interface Value {
  /** In the oldest of the contents that hold it. */
  finding: Finding;
  sha: string;
  path: string;
  versions: number;
}

export async function scanHistory(session: Session, tools: ScanTools, revisions: Revisions, io: Io): Promise<void> {
  const git = localGit(io.cwd, io.env, io.signal);
  if (await isCutOff(git, revisions)) {
    session.unseen({ path: '.', reason: 'the clone is shallow: older commits are not here (git fetch --unshallow)' });
  }
  const values = new Map<string, Value>();
  const allowed = new Set<string>();
  let surplus = 0;
  const take = ({ findings }: { readonly findings: readonly Finding[] }, sha: string, path: string): void => {
    for (const finding of findings) {
      const key = `${finding.ruleId} ${finding.fingerprint}`;
      const versions = (values.get(key)?.versions ?? 0) + 1;
      // Newest contents come first, so that the last one stands.
      if (versions > 1 || values.size < MOST_VALUES) values.set(key, { finding, sha, path, versions });
      else surplus += 1;
    }
  };
  for await (const outcome of scanBlobs(blobsOf(git, revisions), { git, pool: tools.pool() })) {
    io.signal.throwIfAborted();
    const { sha, path } = outcome.input;
    const where = path || sha;
    if ('error' in outcome) session.unseen({ path: where, reason: outcome.error.message });
    else {
      session.count({ units: 1, bytes: outcome.bytes });
      for (const part of unseenOf(where, outcome.scan)) session.unseen(part);
      for (const { fingerprint } of outcome.scan.allowed) allowed.add(fingerprint);
      take(outcome.scan, sha, where);
    }
    session.progress(undefined);
  }
  if (surplus > 0) session.unseen({ path: '.', reason: `${surplus} more findings than ${MOST_VALUES} values` });
  // Who allows a value in one version of a file allows it in all of them: nobody can add a comment to the past.
  const standing = [...values.values()].filter(({ finding }) => !allowed.has(finding.fingerprint));
  session.count({ allowed: values.size - standing.length });
  const introductions = await introductionsOf(git, revisions, [...new Set(standing.map(({ sha }) => sha))]);
  for (const { finding, sha, path, versions } of standing) {
    const { commit, path: name = path } = introductions.get(sha) ?? {};
    await session.report(finding, name, { ...(commit === undefined ? {} : { commit }), versions });
  }
}
