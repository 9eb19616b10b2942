/** Names of files are bytes: text where they are valid UTF-8, and bytes where only bytes find the file again. */
import { isUtf8 } from 'node:buffer';
import path from 'node:path';
import { errorCode } from '../../core/error-code.js';

/** What `node:fs` takes. */
export type FileName = string | Buffer;

/** The name as text where text can name the file. */
export function fileName(bytes: Buffer): FileName {
  return isUtf8(bytes) ? bytes.toString('utf8') : Buffer.from(bytes);
}

/** `folder/name`, as bytes where either is. */
export function within(folder: FileName, name: FileName): FileName {
  if (typeof folder === 'string' && typeof name === 'string') return path.join(folder, name);
  return Buffer.concat([Buffer.from(folder), SEPARATOR, Buffer.from(name)]);
}

const SEPARATOR = Buffer.from(path.sep);

/** For people: what is no UTF-8 reads U+FFFD. */
export function textOfName(name: FileName): string {
  return typeof name === 'string' ? name : name.toString('utf8');
}

/**
 * Why the system did not give a file, undefined for any other error. Its own message quotes the name, and a name may hold what a
 * terminal obeys.
 */
export function whyUnread(error: unknown): string | undefined {
  const code = errorCode(error);
  return code === undefined ? undefined : (REASONS[code] ?? code);
}

const REASONS: Readonly<Record<string, string>> = { EACCES: 'no permission to read it', ENOENT: 'it does not exist' };
