/** The subcommands: every file of this folder that does not start with `_`. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadFolder } from '../core/load-folder.js';
import type { Subcommand } from './_contract.js';

const FOLDER = path.dirname(fileURLToPath(import.meta.url));

/** Every subcommand of `folder`, by name. */
export async function loadSubcommands(folder = FOLDER): Promise<ReadonlyMap<string, Subcommand>> {
  return await loadFolder(folder, (candidate, name) => {
    const entry = candidate as Partial<Subcommand> | undefined;
    if (typeof entry?.run !== 'function') throw new TypeError('its default export has no run()');
    if (entry.name !== name) throw new TypeError(`its name is ${String(entry.name)}, which differs from the file's`);
    if (!entry.summary) throw new TypeError('it has no summary');
    return entry as Subcommand;
  });
}
