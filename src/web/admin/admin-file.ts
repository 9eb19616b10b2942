/** Where a running App is asked, and with what: a file of its data folder that only its own user may read. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorCode } from '../../core/error-code.js';

const FILE = 'admin.json';
const content = z.object({ url: z.url(), token: z.string().min(32) });

/** How to ask the App. */
export type Admin = z.infer<typeof content>;

/** Written aside and renamed, so that nobody reads half of it, or reads it before its mode is set. */
export async function writeAdminFile(folder: string, { url, token }: Admin): Promise<void> {
  const file = path.join(folder, FILE);
  const aside = `${file}.${process.pid}`;
  // An address to listen on everywhere is none to ask at.
  const at = url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
  await rm(aside, { force: true });
  await writeFile(aside, `${JSON.stringify({ url: at, token })}\n`, { flag: 'wx', mode: 0o600 });
  await rename(aside, file);
}

export async function removeAdminFile(folder: string): Promise<void> {
  await rm(path.join(folder, FILE), { force: true });
}

/** Null when no App has written one. @throws Error when it cannot be read. */
export async function readAdminFile(folder: string): Promise<Admin | null> {
  try {
    return content.parse(JSON.parse(await readFile(path.join(folder, FILE), 'utf8')));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
