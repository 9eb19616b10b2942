/** `seaworthy scan --staged`: what the next commit would add. */
import { scanBlobs } from '../../infra/scan/blobs.js';
import { localGit } from '../../infra/scan/local-git.js';
import { type LineRange, type StagedFile, stagedFiles } from '../../infra/scan/staged.js';
import type { Io } from '../_contract.js';
import type { Session } from './session.js';
import type { ScanTools } from './tools.js';

/** Reads whole files, as their rules need what is round a value, and tells what touches a line that is new. */
export async function scanStaged(session: Session, tools: ScanTools, paths: readonly string[], io: Io): Promise<void> {
  const git = localGit(io.cwd, io.env, io.signal);
  const { files, unmerged } = await stagedFiles(git, paths);
  for (const path of unmerged) session.unseen({ path, reason: 'it has conflicts, so nothing of it is staged' });
  if (files.length === 0) return;
  for await (const outcome of scanBlobs<StagedFile>([files], { git, pool: tools.pool() })) {
    io.signal.throwIfAborted();
    const { path, added } = outcome.input;
    if ('error' in outcome) {
      session.unseen({ path, reason: outcome.error.message });
      continue;
    }
    const { bytes, scan } = outcome;
    const isNew = ({ line, endLine }: { readonly line: number; readonly endLine: number }): boolean =>
      added === undefined || touches(added, line, endLine);
    await session.take(path, bytes, {
      findings: scan.findings.filter(isNew),
      allowed: scan.allowed.filter(isNew),
      unseen: scan.unseen.filter(isNew),
      surplus: scan.surplus,
    });
    session.progress(files.length);
  }
}

function touches(ranges: readonly LineRange[], line: number, endLine: number): boolean {
  return ranges.some(([first, last]) => line <= last && endLine >= first);
}
