/**
 * How fast the scanner is, on 100 MB of the sources in `node_modules` with the rules' samples among them. Ratios compare what
 * ran one after the other in this process. `SCAN_PROFILE=20` also prints the twenty dearest pairs of rule and keyword.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine } from '../../src/domain/scanner/engine.js';
import { automatonTable, keywordAutomaton, newHits } from '../../src/domain/scanner/keyword-automaton.js';
import type { Engine } from '../../src/domain/scanner/match.js';
import { loadRules } from '../../src/domain/scanner/registry.js';
import type { Rule } from '../../src/domain/scanner/rule.js';
import type { Report } from '../group.js';
import { commandLine } from '../scanner/command-line.js';
import { type File, megabytes, planted, sources } from '../scanner/corpus.js';
import { profile } from '../scanner/profile.js';
import { lint } from '../scanner/secretlint.js';
import { threads } from '../scanner/threads.js';

const CORPUS_BYTES = 100e6;
const ROUNDS = 5;

export default async function scanner(report: Report): Promise<void> {
  const began = performance.now();
  const rules = await loadRules();
  const engine = createEngine(rules);
  report('scan-engine-start-ms', performance.now() - began, 'ms');
  // One secret of each kind: thousands of them, a few characters apart, are no source text and have a figure of their own.
  const files = [...sources(path.resolve('node_modules'), CORPUS_BYTES), ...planted(rules, 1)];
  await speed(report, engine, files);
  await secrets(report, engine, planted(rules));
  await versusSecretlint(report, engine, files);
  await threads(report, files);
  await extremes(report, engine);
  await commandLine(report, files);
  memory(report);
  printProfile(rules, files);
}

async function speed(report: Report, engine: Engine, files: readonly File[]): Promise<void> {
  const size = megabytes(files);
  const pass = keywordAutomaton(automatonTable([...new Set(engine.rules.flatMap(({ keywords }) => keywords))]));
  const hits = newHits();
  const passing = await fastest(() => {
    for (const { bytes } of files) {
      hits.count = 0;
      pass.find(bytes, 0, bytes.length, hits);
    }
  });
  report('scan-keyword-pass', size / passing, 'MB/s');
  let [trials, decoded] = [0, 0];
  const scanning = await fastest(() => {
    [trials, decoded] = [0, 0];
    for (const file of files) {
      const result = engine.scanBytes(file.bytes, { path: file.path });
      trials += result.trials;
      decoded += result.decoded;
    }
  });
  report('scan-one-thread', size / scanning, 'MB/s');
  report('scan-trials', trials / size, '1/MB');
  report('scan-decoded', (100 * decoded) / (size * 1e6), '%');
}

/** Files with hardly more than a secret in them: what it takes to judge and name one. */
async function secrets(report: Report, engine: Engine, files: readonly File[]): Promise<void> {
  const scanning = await fastest(() => {
    for (const { bytes, path: name } of files) engine.scanBytes(bytes, { path: name });
  });
  report('scan-secrets', files.length / scanning, '1/s');
}

/** Both in this thread, on files in memory, and with nothing around them; `commandLine` compares what people run. */
async function versusSecretlint(report: Report, engine: Engine, files: readonly File[]): Promise<void> {
  const ours = await fastest(() => {
    for (const file of files) engine.scanBytes(file.bytes, { path: file.path });
  });
  let messages = 0;
  const theirs = await fastest(async () => {
    messages = await lint(files);
  }, 3);
  report('scan-secretlint', megabytes(files) / theirs, 'MB/s');
  report('scan-secretlint-messages', messages, '');
  report('scan-vs-secretlint', theirs / ours, 'x');
}

/** Inputs that are no source text. */
async function extremes(report: Report, engine: Engine): Promise<void> {
  const line = 'const a=b.c(d,e)||f.token;';
  const token = 'password = "x1y2"'; // seaworthy:allow made up
  const nested = Array.from({ length: 20 }).reduce((text: string) => Buffer.from(text).toString('base64'), token);
  const inputs: readonly (readonly [string, Uint8Array])[] = [
    ['scan-long-line', Buffer.alloc(1e6, line)],
    ['scan-hostile', Buffer.alloc(1e6, 'secret_access_key="')],
    ['scan-base64-text', Buffer.alloc(1e6, Buffer.from(token.repeat(3)).toString('base64'))],
    ['scan-nested-base64', Buffer.alloc(1e6, nested)],
    ['scan-escapes', Buffer.alloc(1e6, '\\u0041\\x42')],
    ['scan-binary', Buffer.from(Uint32Array.from({ length: 250_000 }, (_, at) => (at * 2654435761) >>> 0).buffer)],
  ];
  for (const [name, bytes] of inputs)
    report(name, bytes.length / 1e6 / (await fastest(() => engine.scanBytes(bytes))), 'MB/s');
  const tiny = Buffer.from('{"name":"tiny"}\n');
  const all = await fastest(() => {
    for (let file = 0; file < 100_000; file += 1) engine.scanBytes(tiny, { path: 'package.json' });
  }, 2);
  report('scan-tiny-files', 100_000 / all, '1/s');
}

function memory(report: Report): void {
  const script = fileURLToPath(new URL('../scanner/stream-memory.js', import.meta.url));
  const printed: { seconds: number; megabytes: number; rssMb: number } = JSON.parse(
    execFileSync(process.execPath, [script], { encoding: 'utf8' }),
  );
  report('scan-stream', printed.megabytes / printed.seconds, 'MB/s');
  report('scan-rss-mb', printed.rssMb, 'MB');
}

function printProfile(rules: readonly Rule[], files: readonly File[]): void {
  const most = Number(process.env.SCAN_PROFILE ?? 0);
  if (most === 0) return;
  profile(rules, files);
  for (const { rule, keyword, trials, ms, found } of profile(rules, files).slice(0, most)) {
    process.stderr.write(
      `${ms.toFixed(1).padStart(8)} ms ${String(trials).padStart(8)} x ${keyword} (${rule}), ${found} found\n`,
    );
  }
}

/** Seconds of the fastest of several rounds: what else the machine does only ever adds. */
async function fastest(work: () => unknown, rounds = ROUNDS): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    times.push((performance.now() - start) / 1000);
  }
  return Math.min(...times);
}
