/** What a subcommand is. Every file of this folder that does not start with `_` exports one as its default. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Env } from '../config.js';

/** What `run` resolves to; anything thrown becomes `failed`. */
export const EXIT = {
  /** Done, and all is well. */
  ok: 0,
  /** Done, and the answer is no: secrets found, a page out of date, an item unmet. */
  negative: 1,
  /** Not done: wrong usage, wrong settings, no network, or something could not be looked at. */
  failed: 2,
  /** Stopped from outside (Ctrl-C, SIGTERM) before the end. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The outside world of a subcommand, so that a test can play it. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** The environment, `.env` of `cwd` included unless the subcommand works in `anybodysFolder`. */
  readonly env: Env;
  /** What relative paths are relative to. */
  readonly cwd: string;
  /** The folder of the package: `app.yml` and `checklists/` lie in it. */
  readonly packageFolder: string;
  /** Whether a person reads along: progress bars and questions only then. */
  readonly isTTY: boolean;
  /** Aborted by Ctrl-C and SIGTERM; long work ends in an orderly way. */
  readonly signal: AbortSignal;
}

export interface ArgumentSpec {
  /** As commander writes it: `<file>`, `[file]`, `[paths...]`. */
  readonly syntax: string;
  readonly summary: string;
}

export interface OptionSpec {
  /** As commander writes it: `--json`, `-p, --port <number>`, `--no-color`. */
  readonly flags: string;
  readonly summary: string;
  /** Text as a person would have typed it. */
  readonly default?: string;
}

/** Options under their camelCase name and arguments under the name between the brackets; validate with `parseArguments`. */
export type Arguments = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

export interface Subcommand {
  /** Equal to the file's name. */
  readonly name: string;
  /** One line, for the list in `--help`. */
  readonly summary: string;
  /** Paragraphs for its own `--help`. */
  readonly details?: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  /** Command lines that work, for `--help` and the reference page. */
  readonly examples?: readonly string[];
  /** For us only: left out of `--help` and the reference page. */
  readonly hidden?: true;
  /** Works in folders that may be anybody's: a `.env` there is not read, as it could name programs to be run. */
  readonly anybodysFolder?: true;
  /**
   * For `--help` every subcommand's file is loaded, so heavy modules are imported inside `run`.
   * @throws UserError whose message is shown as it is; anything else is shown as a defect of ours.
   */
  run(args: Arguments, io: Io): Promise<ExitCode>;
}

/** The version in the `package.json` of `folder`. */
export function packageVersion(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
}
