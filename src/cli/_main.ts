/** The frame of the command line: finds the subcommands, runs one, and turns whatever happens into words and an exit code. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ExitCode, EXIT, type Io, packageVersion, type Subcommand } from './_contract.js';
import { reportError } from './_errors.js';
import { loadFor } from './_registry.js';
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

/** What `bin/seaworthy.js` calls: the real streams, environment and signals. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  // Whoever reads along has gone: `seaworthy scan | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    stop.abort();
  });
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
    const subcommands = await loadFor(argv);
    const isAnybodys = subcommands.get(argv[0] ?? '')?.anybodysFolder === true;
    const env = isAnybodys ? process.env : (await import('../config.js')).environment(cwd);
    return await runCommandLine(argv, { ...io, env }, subcommands);
  } catch (error) {
    reportError(error, io, { verbose: argv.includes('--verbose') });
    return EXIT.failed;
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
