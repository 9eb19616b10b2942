/** What takes seconds to make and is always the same: made once per run of the tests, copied for everybody who needs it. */
import { execFile } from 'node:child_process';
import { access, chmod, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from '../../src/core/error-code.js';
import { openDatabase } from '../../src/infra/db/open.js';

/** Puts a copy of the prepared folder `name` at `folder`, which must not exist. Outside of a run of the tests it is just made. */
export async function copyPrepared(
  name: string,
  folder: string,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  const run = process.env.SEAWORTHY_TEST_RUN;
  if (run === undefined) return make(folder);
  const ready = path.join(run, name);
  if (!(await exists(ready))) await prepare(ready, make);
  // Not fs.cp: the owner counts as well, and PostgreSQL runs as another user than root.
  await promisify(execFile)('cp', ['-a', ready, folder]);
}

/** A data folder of the App as after its first start, for the embedded database. */
export function copyDataFolder(folder: string): Promise<void> {
  return copyPrepared('data', folder, async (dataFolder) => (await openDatabase({ dataFolder })).close());
}

/** Two workers may make it at the same time: it appears in one piece, and the first one counts. */
async function prepare(ready: string, make: (folder: string) => Promise<void>): Promise<void> {
  const draft = await mkdtemp(`${ready}-`);
  await chmod(draft, 0o755);
  await make(path.join(draft, 'made'));
  try {
    await rename(path.join(draft, 'made'), ready);
  } catch (error) {
    if (!(await exists(ready))) throw error;
  }
  await rm(draft, { recursive: true, force: true });
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
