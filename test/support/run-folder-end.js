/** Jest's counterpart of run-folder.js. */
import { rm } from 'node:fs/promises';

export default async function tearDown() {
  const folder = process.env.SEAWORTHY_TEST_RUN;
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
