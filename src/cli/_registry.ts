/** The subcommands: every file of this folder that does not start with `_`. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadFolder } from '../core/load-folder.js';
import type { Subcommand } from './_contract.js';

const FOLDER = path.dirname(fileURLToPath(import.meta.url));

/** Every subcommand of `folder`, by name. */
export async function loadSubcommands(folder = FOLDER): Promise<ReadonlyMap<string, Subcommand>> {
  return await loadFolder(folder, accept);
}

/** Only the one that `argv` begins with, without loading what the others need; all of them where it names none. */
export async function loadFor(argv: readonly string[], folder = FOLDER): Promise<ReadonlyMap<string, Subcommand>> {
  const [name = ''] = argv;
  const file = path.join(folder, `${name}.js`);
  if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(file)) return await loadSubcommands(folder);
  const module: { default?: unknown } = await import(pathToFileURL(file).href);
  return new Map([[name, accept(module.default, name)]]);
}

function accept(candidate: unknown, name: string): Subcommand {
  const entry = candidate as Partial<Subcommand> | undefined;
  if (typeof entry?.run !== 'function') throw new TypeError('its default export has no run()');
  if (entry.name !== name) throw new TypeError(`its name is ${String(entry.name)}, which differs from the file's`);
  if (!entry.summary) throw new TypeError('it has no summary');
  return entry as Subcommand;
}
