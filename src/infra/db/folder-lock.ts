/** One process per data folder: PGlite opened twice would destroy the data. */
import type { Stats } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Clock } from '../../core/clock.js';
import { errorCode } from '../../core/error-code.js';
import { StartError } from '../../core/start-error.js';

const FILE = 'seaworthy.lock';
const BEAT_MS = 10_000;
/** A holder on another machine (a shared volume, another container) cannot be asked; three missed beats count as dead. */
const SILENT_MS = 3 * BEAT_MS;

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Start time of the process, where the system tells: process ids are used again. */
  readonly born: string | null;
  readonly token: string;
}

/**
 * Takes the folder for this process; answers how to give it back.
 * @throws StartError naming the process that has it.
 */
export async function lockFolder(folder: string, clock: Clock): Promise<() => Promise<void>> {
  const file = path.join(folder, FILE);
  const mine: Holder = { pid: process.pid, host: os.hostname(), born: birth(process.pid), token: randomUUID() };
  while (!(await create(file, mine))) {
    const found = await read(file);
    if (found === null) continue;
    if (await isAlive(file, found.holder, clock)) throw new StartError(refusal(folder, found.holder));
    await takeAway(file, found.text);
  }
  const beat = setInterval(() => {
    const now = clock.now();
    // A missed beat is no harm; two hosts on one folder are told apart by three in a row.
    utimes(file, now, now).catch(() => undefined);
  }, BEAT_MS);
  beat.unref();
  return async () => {
    clearInterval(beat);
    if ((await read(file))?.holder?.token === mine.token) await rm(file, { force: true });
  };
}

async function create(file: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(file, `${JSON.stringify(holder)}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw new StartError(`The data folder ${path.dirname(file)} cannot be written to. Check its permissions.`, {
      cause: error,
    });
  }
}

async function read(file: string): Promise<{ holder: Holder | null; text: string } | null> {
  try {
    const text = await readFile(file, 'utf8');
    return { text, holder: parse(text) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function parse(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null;
    return typeof value?.pid === 'number' && typeof value.host === 'string' && typeof value.token === 'string'
      ? { pid: value.pid, host: value.host, token: value.token, born: value.born ?? null }
      : null;
  } catch {
    // Not JSON: whoever writes it is not done yet, or died over it.
    return null;
  }
}

/** Null only when the file is gone: a lock that cannot be looked at is never taken for a free one. */
async function statIfThere(file: string): Promise<Stats | null> {
  try {
    return await stat(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** A half-written file is taken for one being written: its age decides, as for a holder elsewhere. */
async function isAlive(file: string, holder: Holder | null, clock: Clock): Promise<boolean> {
  if (holder === null || holder.host !== os.hostname()) {
    const info = await statIfThere(file);
    return info !== null && info.mtimeMs > clock.now().getTime() - SILENT_MS;
  }
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
  }
  return holder.born === null || holder.born === birth(holder.pid);
}

/** Renames before removing, so that of two processes that find the same dead holder only one takes over. */
async function takeAway(file: string, text: string): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) === text) await rm(aside);
  else await rename(aside, file);
}

function refusal(folder: string, holder: Holder | null): string {
  const who = holder === null ? 'Another process' : `Process ${holder.pid} on ${holder.host}`;
  return `${who} uses the data folder ${folder}. Stop it first, or name another folder.`;
}

/** Boot and start time as Linux keeps them; null elsewhere. */
function birth(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\)\s/s, '')
      .split(' ');
    return `${boot}/${fields[19] ?? ''}`;
  } catch {
    // Not Linux, or the process is gone: the process id alone decides then.
    return null;
  }
}
