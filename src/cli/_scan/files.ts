/** `seaworthy scan [paths]`: the files of folders, and files. */
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type FileName, whyUnread } from '../../infra/scan/file-names.js';
import { localGit } from '../../infra/scan/local-git.js';
import { filesOf, type Listed, lookAt } from '../../infra/scan/work-tree.js';
import type { Io } from '../_contract.js';
import { listAhead } from './list-ahead.js';
import type { Session } from './session.js';
import type { ScanTools } from './tools.js';

interface ListedFile {
  readonly file: FileName;
  readonly path: string;
  readonly size: number;
}

export async function scanFiles(session: Session, tools: ScanTools, paths: readonly string[], io: Io): Promise<void> {
  const pool = tools.pool();
  const list = listAhead(files(session, paths, io));
  for await (const outcome of pool.scanAll(list.items())) {
    io.signal.throwIfAborted();
    const { path: shown } = outcome.input;
    if ('error' in outcome) session.unseen({ path: shown, reason: outcome.error.message });
    else await session.take(shown, outcome.bytes, outcome.scan);
    session.progress(list.total());
  }
}

/** Each file once, however often it was named. */
async function* files(session: Session, paths: readonly string[], io: Io): AsyncGenerator<ListedFile[]> {
  const seen = paths.length > 1 ? new Set<string>() : undefined;
  const isToScan = (found: Listed): found is Listed & ListedFile => {
    if (found.kind === 'unseen') session.unseen({ path: found.path, reason: found.reason });
    else if (found.kind === 'note') session.note(found.path, found.text);
    else {
      const name = found.file.toString('latin1');
      if (seen?.has(name)) return false;
      seen?.add(name);
      return true;
    }
    return false;
  };
  for (const shown of paths) {
    for await (const some of listed(shown, io)) {
      io.signal.throwIfAborted();
      yield some.filter(isToScan);
    }
  }
}

/** A path that somebody names is followed where it is a link. */
async function* listed(shown: string, io: Io): AsyncGenerator<Listed[]> {
  const full = path.resolve(io.cwd, shown);
  const normal = path.normalize(shown).split(path.sep).join('/');
  try {
    const real = realpathSync(full);
    if (statSync(real).isDirectory()) yield* filesOf(real, normal, localGit(real, io.env, io.signal));
    else yield [lookAt(real, normal) ?? []].flat();
  } catch (error) {
    const reason = whyUnread(error);
    if (reason === undefined || io.signal.aborted) throw error;
    yield [{ kind: 'unseen', path: normal, reason }];
  }
}
