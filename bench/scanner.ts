/** How fast the scanner is, on the sources in `node_modules`: one JSON line per figure. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createEngine } from '../src/domain/scanner/engine.js';
import { keywordAutomaton, newHits } from '../src/domain/scanner/keyword-automaton.js';
import { loadRules } from '../src/domain/scanner/registry.js';

const CORPUS_BYTES = 100e6;
const LARGEST_FILE = 2e6;
const SOURCE = /\.(?:[cm]?[jt]s|json|md|ya?ml|css|html|map)$/;
const ROUNDS = 5;

interface File {
  readonly path: string;
  readonly bytes: Buffer;
}

function corpus(folder: string): File[] {
  const files: File[] = [];
  let total = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const full = path.join(folder, name);
    if (!SOURCE.test(name) || !statSync(full).isFile() || statSync(full).size > LARGEST_FILE) continue;
    const bytes = readFileSync(full);
    files.push({ path: name, bytes });
    total += bytes.length;
    if (total >= CORPUS_BYTES) break;
  }
  return files;
}

/** Seconds of the fastest of several rounds: what else the machine does only ever adds. */
function fastest(work: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  });
  return Math.min(...times);
}

function report(name: string, value: number, unit: string): void {
  process.stdout.write(`${JSON.stringify({ name, value: Math.round(value * 10) / 10, unit })}\n`);
}

const started = performance.now();
const rules = await loadRules();
const engine = createEngine(rules);
report('scan-engine-start', performance.now() - started, 'ms');

const files = corpus(path.resolve('node_modules'));
const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
report('scan-corpus', megabytes, 'MB');

const pass = keywordAutomaton([...new Set(rules.flatMap(({ keywords }) => keywords))]);
const hits = newHits();
const passing = fastest(() => {
  for (const { bytes } of files) {
    hits.count = 0;
    pass.find(bytes, 0, bytes.length, hits);
  }
});
report('scan-keyword-pass', megabytes / passing, 'MB/s');

const scanning = fastest(() => {
  for (const file of files) engine.scanBytes(file.bytes, { path: file.path });
});
report('scan-one-thread', megabytes / scanning, 'MB/s');

const texts = files.map(({ path: name, bytes }) => ({ path: name, text: bytes.toString('utf8') }));
const reading = fastest(() => {
  for (const { path: name, text } of texts) engine.scanText(text, { path: name });
});
report('scan-text-one-thread', megabytes / reading, 'MB/s');

const hostile = 'secret_access_key="'.repeat(50_000);
report('scan-hostile', hostile.length / 1e6 / fastest(() => void engine.scanText(hostile)), 'MB/s');
