/** One folder for whatever a run of the tests makes, and for what is made once and copied (prepared.ts); removed at the end. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Where Linux has it, files in memory: dozens of databases are made here, and each waits for its disk at every commit. */
const MEMORY = '/dev/shm';
/** A run takes about 1 GB. */
const ENOUGH_BYTES = 4e9;

export default async function setUp() {
  const folder = (await memoryFolder()) ?? (await newFolder(os.tmpdir()));
  // The workers inherit both.
  process.env.SEAWORTHY_TEST_RUN = folder;
  process.env.TMPDIR = folder;
}

/** Undefined where there is none, where it is too small, or where scripts may not be run from it, as in many containers. */
async function memoryFolder() {
  let folder;
  try {
    const { bavail, bsize } = await statfs(MEMORY);
    if (bavail * bsize < ENOUGH_BYTES) return undefined;
    folder = await newFolder(MEMORY);
    const script = path.join(folder, 'script');
    await writeFile(script, '#!/bin/sh\n', { mode: 0o755 });
    await promisify(execFile)(script);
    await rm(script);
    return folder;
  } catch {
    if (folder !== undefined) await rm(folder, { recursive: true });
    return undefined;
  }
}

async function newFolder(parent) {
  const folder = await mkdtemp(path.join(parent, 'seaworthy-run-'));
  // As root, PostgreSQL runs as another user, who has to get to his data.
  await chmod(folder, 0o755);
  return folder;
}
