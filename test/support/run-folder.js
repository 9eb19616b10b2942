/** One folder for the whole run of the tests, for what is made once and copied (prepared.ts); removed at the end. */
import { chmod, mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export default async function setUp() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'seaworthy-run-'));
  // As root, PostgreSQL runs as another user, who has to get to his data.
  await chmod(folder, 0o755);
  // The workers inherit it.
  process.env.SEAWORTHY_TEST_RUN = folder;
}
