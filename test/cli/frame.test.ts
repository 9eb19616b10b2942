/** The frame of the command line: help, mistakes, errors and exit codes, with the real subcommands and some of our own. */
import type { Arguments, Io, Subcommand } from '../../src/cli/_contract.js';
import { EXIT } from '../../src/cli/_contract.js';
import { runCommandLine } from '../../src/cli/_frame.js';
import { loadSubcommands } from '../../src/cli/_registry.js';
import { styleFor } from '../../src/cli/_style.js';
import { UserError } from '../../src/core/user-error.js';

function play(change: Partial<Io> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    stdin: process.stdin,
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    env: {},
    cwd: '/nowhere',
    packageFolder: process.cwd(),
    isTTY: false,
    signal: new AbortController().signal,
    ...change,
  };
  return { io, out: () => out.join(''), err: () => err.join('') };
}

function registry(run: Subcommand['run']): ReadonlyMap<string, Subcommand> {
  const entry: Subcommand = {
    name: 'greet',
    summary: 'say something kind',
    arguments: [
      { syntax: '<who>', summary: 'to whom' },
      { syntax: '[more...]', summary: 'and to whom else' },
    ],
    options: [
      { flags: '--how-often <number>', summary: 'how often', default: '1' },
      { flags: '--loud', summary: 'louder' },
    ],
    examples: ['seaworthy greet world --loud'],
    run,
  };
  return new Map([['greet', entry]]);
}

test('every file of the folder is a subcommand that --help lists, hidden ones aside', async () => {
  const subcommands = await loadSubcommands();
  const { io, out } = play();
  expect(await runCommandLine(['--help'], io, subcommands)).toBe(EXIT.ok);
  for (const { name, summary, hidden } of subcommands.values()) {
    if (hidden) expect(out()).not.toContain(summary);
    else expect(out()).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  }
  expect(out()).toContain('Exit codes:');
});

test.each([...(await loadSubcommands()).keys()])('seaworthy %s --help works', async (name) => {
  const { io, out } = play();
  expect(await runCommandLine([name, '--help'], io, await loadSubcommands())).toBe(EXIT.ok);
  expect(out()).toContain(`seaworthy ${name}`);
});

test('nothing said: the help, and no error', async () => {
  const { io, out } = play();
  expect(await runCommandLine([], io, await loadSubcommands())).toBe(EXIT.ok);
  expect(out()).toContain('Usage: seaworthy');
});

test('the version is that of the package', async () => {
  const { io, out } = play();
  expect(await runCommandLine(['--version'], io, new Map())).toBe(EXIT.ok);
  expect(out()).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
});

test('arguments and options arrive under their names', async () => {
  let seen: Arguments = {};
  const { io } = play();
  const greet = registry(async (args) => {
    seen = args;
    return EXIT.negative;
  });
  expect(await runCommandLine(['greet', 'a', 'b', 'c', '--loud'], io, greet)).toBe(EXIT.negative);
  expect(seen).toEqual({ who: 'a', more: ['b', 'c'], howOften: '1', loud: true });
});

test.each([
  ['a near miss', ['gret'], 'Did you mean greet?'],
  ['an unknown option', ['greet', 'a', '--lout'], 'Did you mean --loud?'],
  ['a missing argument', ['greet'], "missing required argument 'who'"],
])('%s is explained', async (_, argv, expected) => {
  const { io, err } = play();
  expect(
    await runCommandLine(
      argv,
      io,
      registry(async () => EXIT.ok),
    ),
  ).toBe(EXIT.failed);
  expect(err()).toContain(expected);
});

describe('errors', () => {
  const failing = (error: unknown) =>
    registry(async () => {
      throw error;
    });

  test('ours are one sentence with the way out, and no stack', async () => {
    const { io, err } = play();
    const error = new UserError('The door is shut. Knock first.', { cause: new Error('bolt') });
    expect(await runCommandLine(['greet', 'a'], io, failing(error))).toBe(EXIT.failed);
    expect(err()).toBe('error The door is shut. Knock first.\n');
  });

  test('with --verbose the chain of causes follows', async () => {
    const { io, err } = play();
    const error = new UserError('The door is shut.', { cause: new Error('bolt', { cause: new Error('rust') }) });
    await runCommandLine(['greet', 'a', '--verbose'], io, failing(error));
    expect(err()).toMatch(/The door is shut\..*Caused by: Error: bolt.*Caused by: Error: rust/s);
  });

  test('others are named as our defect', async () => {
    const { io, err } = play();
    expect(await runCommandLine(['greet', 'a'], io, failing(new TypeError('x is not a function')))).toBe(EXIT.failed);
    expect(err()).toContain('x is not a function\nThis is a defect of ours.');
  });

  test('after Ctrl-C nothing is an error', async () => {
    const { io, err } = play({ signal: AbortSignal.abort() });
    expect(await runCommandLine(['greet', 'a'], io, failing(new Error('aborted')))).toBe(EXIT.interrupted);
    expect(err()).toBe('');
  });
});

test.each([
  ['on a terminal', {}, true, true],
  ['in a pipe', {}, false, false],
  ['with NO_COLOR', { NO_COLOR: '1' }, true, false],
  ['with NO_COLOR empty', { NO_COLOR: '' }, true, true],
  ['on a dumb terminal', { TERM: 'dumb' }, true, false],
])('colour %s', (_, env, isTTY, coloured) => {
  expect(styleFor({ env, isTTY }).red('x') !== 'x').toBe(coloured);
});
