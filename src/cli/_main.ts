/** The frame of the command line: finds the subcommands, runs one, and turns whatever happens into words and an exit code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment } from '../config.js';
import { type ExitCode, EXIT, type Io, type Subcommand } from './_contract.js';
import { reportError } from './_errors.js';
import { loadSubcommands } from './_registry.js';
import { buildProgram, isHelpOrVersion, isUsageError } from './_program.js';

const PACKAGE_FOLDER = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Runs one command line, without the name of the program; never throws. */
export async function runCommandLine(
  argv: readonly string[],
  io: Io,
  subcommands: ReadonlyMap<string, Subcommand>,
): Promise<ExitCode> {
  const { version } = JSON.parse(readFileSync(path.join(io.packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  let exitCode: ExitCode = EXIT.ok;
  const program = buildProgram(subcommands, version, io, async (subcommand, args) => {
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

/** What `bin/seaworthy.js` calls: the real streams, environment and signals. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const cwd = process.cwd();
  const io: Io = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd,
    packageFolder: PACKAGE_FOLDER,
    isTTY: process.stdout.isTTY === true,
    signal: stop.signal,
  };
  try {
    return await runCommandLine(argv, { ...io, env: environment(cwd) }, await loadSubcommands());
  } catch (error) {
    reportError(error, io, { verbose: argv.includes('--verbose') });
    return EXIT.failed;
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
