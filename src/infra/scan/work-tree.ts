/** The files of a folder that a scan looks at: in a git work tree what is or may become tracked, elsewhere all of them. */
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { errorCode } from '../../core/error-code.js';
import { type FileName, fileName, textOfName, whyUnread, within } from './file-names.js';
import { type LocalGit, LocalGitError } from './local-git.js';

/** A file, or what could not be looked at and why, or a remark. */
export type Listed =
  | { readonly kind: 'file'; readonly file: FileName; readonly path: string; readonly size: number }
  | { readonly kind: 'unseen'; readonly path: string; readonly reason: string }
  | { readonly kind: 'note'; readonly path: string; readonly text: string };

/**
 * Lists the files of `folder`, some at a time; their paths begin with `shown`, the folder as somebody wrote it. Symbolic links
 * are not followed, and other repositories inside are named but not entered.
 */
export async function* filesOf(folder: string, shown: string, git: LocalGit): AsyncGenerator<Listed[]> {
  let isEmpty = true;
  try {
    for await (const names of trackable(git)) {
      isEmpty = false;
      yield names.flatMap((name) => lookAt(within(folder, name), pathIn(shown, name), { mayBeGone: true }) ?? []);
    }
    if (!isEmpty || !(await isIgnored(git))) return;
  } catch (error) {
    if (!(error instanceof LocalGitError)) throw error;
    // Those that git named would be looked at twice, were all of them now.
    if (!isEmpty)
      return yield [{ kind: 'unseen', path: shown, reason: `git did not name all files: ${error.message}` }];
    if (error.reason !== 'no repository') {
      yield [{ kind: 'note', path: shown, text: `ignored files are looked at as well: ${error.message}` }];
    }
  }
  yield* walk(folder, shown);
}

/** A file that was named on its own; undefined for a symbolic link. */
export function lookAt(file: FileName, path: string, { mayBeGone = false } = {}): Listed | undefined {
  try {
    const found = lstatSync(file);
    if (found.isFile()) return { kind: 'file', file, path, size: found.size };
    if (found.isDirectory()) return { kind: 'note', path, text: 'another repository, not entered' };
    return found.isSymbolicLink() ? undefined : { kind: 'note', path, text: 'no file, not opened' };
  } catch (error) {
    // Deleted in the work tree and still in the index: there is nothing to look at.
    if (mayBeGone && ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return undefined;
    return { kind: 'unseen', path, reason: reasonOf(error) };
  }
}

/** Names given at once, so that whoever scans can begin. */
const AT_ONCE = 256;

/** Tracked and untracked files that are not ignored. A file with conflicts is listed for each side. */
async function* trackable(git: LocalGit): AsyncGenerator<FileName[]> {
  const listing = git.start('ls-files', '-z', '--cached', '--others', '--exclude-standard');
  listing.input.end();
  try {
    let [names, last, rest]: [FileName[], Buffer, Buffer] = [[], Buffer.alloc(0), Buffer.alloc(0)];
    for await (const chunk of listing.output) {
      rest = Buffer.concat([rest, chunk as Buffer]);
      for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
        const name = rest.subarray(0, end);
        if (!name.equals(last)) names.push(fileName(name));
        [last, rest] = [name, rest.subarray(end + 1)];
        if (names.length < AT_ONCE) continue;
        yield names;
        names = [];
      }
    }
    await listing.end();
    if (names.length > 0) yield names;
  } finally {
    listing.stop();
  }
}

/** True for a folder such as `node_modules`, which somebody names to have it looked at. */
async function isIgnored(git: LocalGit): Promise<boolean> {
  try {
    await git.run('check-ignore', '--quiet', '.');
    return true;
  } catch (error) {
    if (error instanceof LocalGitError) return false;
    throw error;
  }
}

function* walk(folder: FileName, shown: string): Generator<Listed[]> {
  let entries: Dirent<Buffer>[];
  try {
    entries = readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    yield [{ kind: 'unseen', path: shown, reason: reasonOf(error) }];
    return;
  }
  let found: Listed[] = [];
  for (const entry of entries.sort((a, b) => Buffer.compare(a.name, b.name))) {
    const name = fileName(entry.name);
    const path = pathIn(shown, name);
    if (entry.isDirectory()) {
      if (name === '.git') continue;
      yield found;
      found = [];
      yield* walk(within(folder, name), path);
      continue;
    }
    const listed = lookAt(within(folder, name), path);
    if (listed !== undefined) found.push(listed);
  }
  yield found;
}

/** With slashes on every system, as git writes it. */
function pathIn(shown: string, name: FileName): string {
  const text = textOfName(name);
  return shown === '.' ? text : `${shown.replace(/\/+$/, '')}/${text}`;
}

function reasonOf(error: unknown): string {
  const reason = whyUnread(error);
  if (reason === undefined) throw error;
  return reason;
}
