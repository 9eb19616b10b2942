/** Names of files are bytes: text where they are valid UTF-8, and bytes where only bytes find the file again. */
import { isUtf8 } from 'node:buffer';
import path from 'node:path';

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
