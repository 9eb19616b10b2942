/** The folder is the registry: every module in it that does not start with `_` is an entry with a default export. */
import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const MODULE = /^(?<name>[^_.][^.]*)\.(?:ts|tsx|js)$/;

/**
 * Loads every entry of `folder`, keyed by file name without its ending, in alphabetical order.
 * `accept` turns a module's default export into an entry and throws when it is none.
 * @throws Error naming the file whose default export was not accepted; a broken registry stops the start.
 */
export async function loadFolder<T>(
  folder: string,
  accept: (candidate: unknown, name: string) => T,
): Promise<ReadonlyMap<string, T>> {
  const names = (await readdir(folder))
    .map((file) => ({ file, name: MODULE.exec(file)?.groups?.name }))
    .filter((entry): entry is { file: string; name: string } => entry.name !== undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries = new Map<string, T>();
  // One after the other: Jest's module loader cannot link a module that two imports at once have in common.
  for (const { file, name } of names) {
    const module: { default?: unknown } = await import(pathToFileURL(path.join(folder, file)).href);
    try {
      entries.set(name, accept(module.default, name));
    } catch (cause) {
      throw new Error(`${path.basename(folder)}/${file} is not a valid entry`, { cause });
    }
  }
  return entries;
}
