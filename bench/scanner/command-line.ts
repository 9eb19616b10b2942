/** The command line as people run it: whole processes, on a folder of sources and on a history of several thousand commits. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '../group.js';
import { type File, megabytes } from './corpus.js';
import { mostMemory } from './most-memory.js';

const COMMITS = 5000;
/** About a hundred lines changed by each commit, in three files. */
const EDITED_AT_ONCE = 3;
const EDITED_LINES = 30;
const TRACKED_FILES = 400;
const ROUNDS = 3;
/** A start is short, and its time easily disturbed. */
const START_ROUNDS = 10;
const SEAWORTHY = path.resolve('bin/seaworthy.js');
const SECRETLINT = path.resolve('node_modules/secretlint/bin/secretlint.js');
const SILENT_PROFILER = fileURLToPath(new URL('./silent-profiler.js', import.meta.url));

/** Makes a process tell the most memory it had, threads included. */
const TELL_MEMORY = `
const { readFileSync } = require('node:fs');
process.on('exit', () => process.stderr.write('\\nrss ' + (${mostMemory})()));`;

/** Makes a process tell when the first bytes of `one.txt` were at hand, by the system's clock, which costs it nothing. */
const TELL_FIRST_BYTE = `
const fs = require('node:fs');
const { openSync, readSync } = fs;
let one;
fs.openSync = (file, ...rest) => {
  const descriptor = openSync(file, ...rest);
  if (String(file).endsWith('one.txt')) one = descriptor;
  return descriptor;
};
fs.readSync = (descriptor, ...rest) => {
  const read = readSync(descriptor, ...rest);
  if (descriptor === one) process.stderr.write('\\nfirst ' + Date.now());
  return read;
};`;

interface Run {
  readonly seconds: number;
  /** Megabytes. */
  readonly rss: number;
  /** Milliseconds from before its start until the first bytes of `one.txt` were at hand. */
  readonly firstByte: number;
}

export async function commandLine(report: Report, files: readonly File[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-bench-'));
  try {
    const tree = path.join(folder, 'tree');
    const onDisk = files.filter(({ file }) => file !== undefined);
    // secretlint passes over folders of that name.
    for (const { path: name, bytes } of onDisk)
      write(path.join(tree, name.replaceAll('node_modules', 'modules')), bytes);
    write(path.join(folder, 'small', 'one.txt'), Buffer.from('hello\n'));
    const small = path.join(folder, 'small');
    const preload = (name: string, text: string): string => {
      writeFileSync(path.join(folder, name), text);
      return `--require=${path.join(folder, name)}`;
    };
    const nothing = await fastest(() => timed(process.execPath, ['--eval', '0'], small), START_ROUNDS);
    report('node-start-ms', nothing.seconds * 1000, 'ms');
    const start = await fastest(() => timed(process.execPath, [SEAWORTHY, 'scan'], small), START_ROUNDS);
    report('scan-small-process-ms', start.seconds * 1000, 'ms');
    const tellFirst = preload('tell-first-byte.cjs', TELL_FIRST_BYTE);
    const first = await fastest(() => timed(process.execPath, [tellFirst, SEAWORTHY, 'scan'], small), START_ROUNDS);
    report('scan-first-byte-ms', first.firstByte, 'ms');
    const seaworthy = seaworthyWith(preload('tell-memory.cjs', TELL_MEMORY));
    const whole = await fastest(() => seaworthy(tree, 'scan'));
    report('scan-whole-process', megabytes(onDisk) / whole.seconds, 'MB/s');
    report('scan-whole-process-rss-mb', whole.rss, 'MB');
    const linted = await fastest(() => secretlint(tree));
    report('scan-secretlint-process', megabytes(onDisk) / linted.seconds, 'MB/s');
    report('scan-process-vs-secretlint', linted.seconds / whole.seconds, 'x');
    await history(report, path.join(folder, 'history'), onDisk, seaworthy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function history(report: Report, folder: string, files: readonly File[], seaworthy: Seaworthy): Promise<void> {
  mkdirSync(folder);
  const git = (args: readonly string[], input?: Buffer): Buffer =>
    execFileSync('git', [...args], { cwd: folder, input, maxBuffer: 1e9, stdio: ['pipe', 'pipe', 'ignore'] });
  git(['init', '--quiet', '--initial-branch=main']);
  git(['fast-import', '--quiet'], importStream(files));
  // As a server's clone is: fast-import's own deltas go from one file to another.
  git(['repack', '-adfq']);
  const log = await fastest(() => timed('git', ['log', '-p', '--all'], folder));
  const read = await fastest(() =>
    timed('git', ['cat-file', '--batch-all-objects', '--unordered', '--buffer', '--batch'], folder),
  );
  const ours = await fastest(() => seaworthy(folder, 'scan', '--history'));
  report('scan-history-vs-git-log', log.seconds / ours.seconds, 'x');
  // What git alone takes to hand out the contents: no scan that asks it for them is faster.
  report('scan-history-bound-vs-git-log', log.seconds / read.seconds, 'x');
  report('scan-history-rss-mb', ours.rss, 'MB');
}

/** Some of the sources; each commit puts lines of others in the place of some of theirs. */
function importStream(files: readonly File[]): Buffer {
  const tracked = files
    .filter(({ bytes }) => bytes.length > 5000 && bytes.length < 40_000 && isWritten(bytes))
    .slice(0, TRACKED_FILES)
    .map(({ bytes }, index) => ({
      name: `src/${index % 20}/file-${index}.js`,
      lines: Buffer.from(bytes).toString('latin1').split('\n'),
    }));
  const parts: Buffer[] = [];
  const text = (line: string) => parts.push(Buffer.from(line, 'latin1'));
  const data = (content: string) => text(`data ${content.length}\n${content}\n`);
  for (let commit = 0; commit < COMMITS; commit += 1) {
    text(`commit refs/heads/main\ncommitter A <a@acme.test> ${1_700_000_000 + commit} +0000\n`);
    data(`Change ${commit}`);
    const edited = commit === 0 ? tracked : Array.from({ length: EDITED_AT_ONCE }, (_, at) => at);
    for (const each of edited) {
      const file = typeof each === 'number' ? tracked[(commit * 7 + each * 131) % tracked.length] : each;
      if (file === undefined) continue;
      const from = tracked[(commit * 13 + 1) % tracked.length]?.lines ?? [];
      const at = (commit * 31) % Math.max(1, file.lines.length - EDITED_LINES);
      file.lines.splice(at, EDITED_LINES, `// change ${commit}`, ...from.slice(at % 50, (at % 50) + EDITED_LINES - 1));
      text(`M 100644 inline ${file.name}\n`);
      data(file.lines.join('\n'));
    }
  }
  return Buffer.concat(parts);
}

/** By people, line by line, and not by a minifier. */
function isWritten(bytes: Uint8Array): boolean {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  return lines.length > 3 * EDITED_LINES && lines.every((line) => line.length < 200);
}

function write(file: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

type Seaworthy = (cwd: string, ...args: string[]) => Promise<Run>;

function seaworthyWith(preload: string): Seaworthy {
  return async (cwd, ...args) => await timed(process.execPath, [preload, SEAWORTHY, ...args], cwd);
}

/** Its recommended rules on everything below `cwd`. */
async function secretlint(cwd: string): Promise<Run> {
  const rules = JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] });
  return await timed(
    process.execPath,
    ['--import', SILENT_PROFILER, SECRETLINT, '--secretlintrcJSON', rules, '**/*'],
    cwd,
  );
}

/** Reads and drops what it prints, as a scanner behind a pipe would. */
async function timed(program: string, args: readonly string[], cwd: string): Promise<Run> {
  const began = performance.timeOrigin + performance.now();
  const child = spawn(program, [...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.resume();
  await once(child, 'close');
  const seconds = (performance.timeOrigin + performance.now() - began) / 1000;
  const told = (what: RegExp): number => Number(what.exec(stderr)?.[1] ?? Number.NaN);
  return { seconds, rss: told(/rss (\d+)/) / 1024, firstByte: told(/first ([\d.]+)/) - began };
}

async function fastest(run: () => Promise<Run>, rounds = ROUNDS): Promise<Run> {
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await run());
  return {
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    rss: Math.max(...runs.map(({ rss }) => rss)),
    firstByte: Math.min(...runs.map(({ firstByte }) => firstByte)),
  };
}
