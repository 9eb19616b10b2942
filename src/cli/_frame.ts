/** The frame of the command line: runs a subcommand, and turns whatever happens into words and an exit code. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Env } from '../config.js';
import { type ExitCode, EXIT, type Io, packageVersion, type Subcommand } from './_contract.js';
import { reportError } from './_errors.js';
import { buildProgram, isHelpOrVersion, isUsageError } from './_program.js';

const PACKAGE_FOLDER = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Runs one command line, without the name of the program; never throws. */
export async function runCommandLine(
  argv: readonly string[],
  io: Io,
  subcommands: ReadonlyMap<string, Subcommand>,
): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const program = buildProgram(subcommands, packageVersion(io.packageFolder), io, async (subcommand, args) => {
    exitCode = await subcommand.run(args, io);
  });
  try {
    if (argv.length === 0) program.help();
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (isHelpOrVersion(error)) return EXIT.ok;
    if (isUsageError(error)) return EXIT.failed;
    if (io.signal.aborted) return EXIT.interrupted;
    reportError(error, io, { verbose: argv.includes('--verbose') });
    return EXIT.failed;
  }
}

/** What a command line is made of: the subcommands that it may name, and the environment they get. */
export interface Offer {
  readonly subcommands: ReadonlyMap<string, Subcommand>;
  readonly env: Env;
}

/** Runs one command line as a process: with the real streams and signals. */
export async function runAsProcess(argv: readonly string[], load: () => Promise<Offer>): Promise<ExitCode> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  // Whoever reads along has gone: `seaworthy scan | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    stop.abort();
  });
  const ioWith = (env: Env): Io => ({
    // Each of the two takes some milliseconds to open.
    get stdin() {
      return process.stdin;
    },
    get stderr() {
      return process.stderr;
    },
    stdout: process.stdout,
    env,
    cwd: process.cwd(),
    packageFolder: PACKAGE_FOLDER,
    isTTY: process.stdout.isTTY === true,
    signal: stop.signal,
  });
  try {
    const { subcommands, env } = await load();
    return await runCommandLine(argv, ioWith(env), subcommands);
  } catch (error) {
    reportError(error, ioWith(process.env), { verbose: argv.includes('--verbose') });
    return EXIT.failed;
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
