/** Declares the subcommands to commander; nothing else in this folder knows it. */
import { Argument, Command, CommanderError, Option } from 'commander';
import { type Arguments, EXIT, type Io, type Subcommand } from './_contract.js';

type Run = (subcommand: Subcommand, args: Arguments) => Promise<void>;

const ABOUT = 'Seaworthy gives every repository of a GitHub organisation a security baseline worth following.';

/** The exit codes in words, for `--help` and the reference page. */
export const EXIT_CODES: ReadonlyArray<readonly [code: number, meaning: string]> = [
  [EXIT.ok, 'done, all is well'],
  [EXIT.negative, 'done, and the answer is no (findings, a page out of date, an item unmet)'],
  [EXIT.failed, 'not done: wrong usage or settings, no network, or something could not be looked at'],
  [EXIT.interrupted, 'stopped from outside before the end'],
];

/** The whole command line, writing to `io` and never ending the process. */
export function buildProgram(
  subcommands: ReadonlyMap<string, Subcommand>,
  version: string,
  io: Pick<Io, 'stdout' | 'stderr'>,
  run: Run,
): Command {
  const program = quiet(new Command('seaworthy'), io)
    .description(ABOUT)
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `\nExit codes:\n${EXIT_CODES.map(([code, text]) => `  ${code}  ${text}`).join('\n')}`);
  for (const subcommand of subcommands.values()) {
    program.addCommand(declare(subcommand, io, run), { hidden: subcommand.hidden === true });
  }
  return program;
}

/** One subcommand as commander sees it; also what its `--help` prints. */
export function declare(subcommand: Subcommand, io: Pick<Io, 'stdout' | 'stderr'>, run: Run): Command {
  const command = quiet(new Command(subcommand.name), io)
    .summary(subcommand.summary)
    .description([subcommand.summary, ...(subcommand.details ? [subcommand.details] : [])].join('\n\n'))
    .helpOption('-h, --help', 'print this help');
  for (const { syntax, summary } of subcommand.arguments ?? []) command.addArgument(new Argument(syntax, summary));
  for (const { flags, summary, default: fallback } of subcommand.options ?? []) {
    const option = new Option(flags, summary);
    command.addOption(fallback === undefined ? option : option.default(fallback));
  }
  command.option('--verbose', 'on an error, print what caused it');
  if (subcommand.examples?.length) {
    command.addHelpText('after', `\nExamples:\n${subcommand.examples.map((line) => `  $ ${line}`).join('\n')}`);
  }
  return command.action(async () => {
    const positional = command.registeredArguments.map((argument, index) => [
      argument.name(),
      command.processedArgs[index],
    ]);
    await run(subcommand, { ...command.opts(), ...Object.fromEntries(positional) });
  });
}

/** True for the "error" by which commander says that it has printed what was asked for. */
export function isHelpOrVersion(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0;
}

/** True when the command line itself was wrong; commander has then said so, with a suggestion. */
export function isUsageError(error: unknown): boolean {
  return error instanceof CommanderError;
}

function quiet(command: Command, io: Pick<Io, 'stdout' | 'stderr'>): Command {
  return command
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('See --help.')
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'error ')),
    });
}
