/** Puts the App's keys into an `.env` file without touching what else is in it. */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { errorCode } from '../../core/error-code.js';
import { UserError } from '../../core/user-error.js';

/** New values by name; `null` removes the variable. */
export type EnvChange = Readonly<Record<string, string | null>>;

/** One assignment; a quoted value may span lines. Mirrors how Node's own `parseEnv` reads. */
const ASSIGNMENT =
  /^[ \t]*(?:export[ \t]+)?(?<name>[A-Za-z_][\w.-]*)[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|`[^`]*`|[^\r\n]*)[^\r\n]*(?:\r?\n|$)/gm;

/**
 * Values every reader of env files takes literally (Node, Docker, systemd, Compose), so nothing needs quotes.
 * Anything else would have to be escaped differently for each of them.
 */
const PLAIN = /^[\w.~:/+=@[\]-]+$/;

/**
 * The text with `change` made: own variables replaced where they stand, new ones at the end, all other lines kept.
 * @throws UserError when the file is written in a way that we cannot change with certainty.
 */
export function mergeEnv(text: string, change: EnvChange): string {
  const written = new Set<string>();
  let merged = text.replaceAll(ASSIGNMENT, (assignment, ...rest) => {
    const { name } = rest.at(-1) as { name: string };
    const value = change[name];
    if (value === undefined) return assignment;
    if (value === null || written.has(name)) return '';
    written.add(name);
    return `${assign(name, value)}\n`;
  });
  const added = Object.entries(change).flatMap(([name, value]) =>
    value === null || written.has(name) ? [] : [assign(name, value)],
  );
  if (added.length > 0) {
    if (merged !== '') merged = `${merged.replace(/\n*$/, '')}\n\n`;
    merged += `# The GitHub App, written by \`seaworthy setup\`\n${added.join('\n')}\n`;
  }
  assertFaithful(text, merged, change);
  return merged;
}

/** Those of `names` that the text sets to something. */
export function namesSet(text: string, names: readonly string[]): readonly string[] {
  const values = parseEnv(text);
  return names.filter((name) => (values[name] ?? '') !== '');
}

/**
 * The file's text, empty when there is none, after making sure that it can be replaced.
 * @throws UserError when it cannot be read, or its folder cannot be written to.
 */
export async function readEnvFile(file: string): Promise<string> {
  try {
    await access(path.dirname(file), constants.W_OK);
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') {
      await access(path.dirname(file), constants.W_OK).catch((error: unknown) => {
        throw new UserError(`The folder of ${file} does not exist or cannot be written to.`, { cause: error });
      });
      return '';
    }
    throw new UserError(`${file} cannot be read or replaced. Check who owns it and its folder.`, { cause });
  }
}

/**
 * Replaces the file in one step, readable by its owner only (0600); a crash leaves the old file or the new one.
 * A symbolic link stays one: what it points to is replaced.
 */
export async function writeEnvFile(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return file;
    throw error;
  });
  const temporary = path.join(path.dirname(target), `.env.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function assign(name: string, value: string): string {
  if (!PLAIN.test(value)) throw new TypeError(`${name} has characters that an env file cannot hold unquoted`);
  return `${name}=${value}`;
}

function assertFaithful(before: string, after: string, change: EnvChange): void {
  const expected: Record<string, string | undefined> = { ...parseEnv(before) };
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete expected[name];
    else expected[name] = value;
  }
  const actual = parseEnv(after);
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  const changed = [...names].filter((name) => expected[name] !== actual[name]);
  if (changed.length === 0) return;
  throw new UserError(
    `.env is written in a way that cannot be changed safely (near ${changed.join(', ')}). Move it away, and set-up writes a new one.`,
  );
}
