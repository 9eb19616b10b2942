/** Runs a command line of the build in this process, in any folder, and keeps what it prints. */
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type * as Frame from '../../../src/cli/_frame.js';
import type { Io } from '../../../src/cli/_contract.js';
import type * as Registry from '../../../src/cli/_registry.js';

// The threads of the scan are those of the build.
const built = async (file: string) => await import(pathToFileURL(path.resolve('dist/cli', file)).href);
const { runCommandLine }: typeof Frame = await built('_frame.js');
const { loadSubcommands }: typeof Registry = await built('_registry.js');
const subcommands = await loadSubcommands();

export interface Played {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export async function play(
  argv: readonly string[],
  change: Partial<Omit<Io, 'stdin'>> & { readonly stdin?: string | Uint8Array | Iterable<Uint8Array> | Readable } = {},
): Promise<Played> {
  const { stdin = '', ...io } = change;
  const input = typeof stdin === 'string' || stdin instanceof Uint8Array ? [Buffer.from(stdin)] : stdin;
  const out: string[] = [];
  const err: string[] = [];
  const exit = await runCommandLine(
    argv,
    {
      stdin: input instanceof Readable ? input : Readable.from(input),
      stdout: { write: (text) => out.push(text) },
      stderr: { write: (text) => err.push(text) },
      env: { PATH: process.env.PATH },
      cwd: process.cwd(),
      packageFolder: process.cwd(),
      isTTY: false,
      signal: new AbortController().signal,
      ...io,
    },
    subcommands,
  );
  return { exit, out: out.join(''), err: err.join('') };
}
