/** Streams one gigabyte through the scanner in a process of its own, and prints seconds and the most memory it had. */
import { createEngine } from '../../src/domain/scanner/engine.js';
import { loadRules } from '../../src/domain/scanner/registry.js';
import { createStreamScanner } from '../../src/domain/scanner/stream-scanner.js';
import { mostMemory } from './most-memory.js';

const BYTES = 1e9;

const scanner = createStreamScanner(createEngine(await loadRules()), Buffer.alloc(32, 7));
const chunk = Buffer.alloc(64 * 1024, 'const answer = await readSettings(path, { encoding: "utf8" });\n');
const began = performance.now();
for (let pushed = 0; pushed < BYTES; pushed += chunk.length) scanner.push(chunk);
scanner.end();
const seconds = (performance.now() - began) / 1000;
process.stdout.write(JSON.stringify({ seconds, megabytes: BYTES / 1e6, rssMb: mostMemory() / 1024 }));
