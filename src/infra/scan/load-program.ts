/**
 * Loads the one file that the build makes of `seaworthy scan`, with what takes longest at a start: what V8 compiled of that file
 * then, where V8 is the same now, and the tables of the keywords. Neither is taken where it is not of this very file: V8 itself
 * compares no more than its version, its flags and the length of the source.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { unseal } from './sealed.js';

/** All that scans, and the command line `seaworthy scan`, which gives its exit code. */
export type Program = typeof import('./scanner-program.js') & { main(argv: readonly string[]): Promise<number> };

const PROGRAM = fileURLToPath(new URL('./scanner-bundle.cjs', import.meta.url));
const COMPILED = fileURLToPath(new URL('./scanner-bundle.compiled', import.meta.url));

/**
 * How much a function runs before V8 optimizes it: thirteen to fifteen times as much as V8's own default. A scan of a few seconds
 * runs most functions too briefly to win back what their compilation takes. By V8's major version: Node.js 20 counts bytes of
 * bytecode, newer ones calls, and a V8 that does not know a flag complains on the standard error.
 */
const PATIENCE = new Map([
  ['11', '--interrupt-budget=1000000'],
  ['12', '--invocation-count-for-turbofan=40000'],
  ['13', '--invocation-count-for-turbofan=40000'],
]);

/**
 * For the whole process, which scans and ends; before anything is loaded, since V8 takes no compiled file that was made with
 * other flags.
 */
export function prepareForShortLife(): void {
  const [major = ''] = process.versions.v8.split('.');
  const patience = PATIENCE.get(major);
  if (patience !== undefined) setFlagsFromString(patience);
}

/** Without what was compiled it takes longer, and does the same. */
export function loadProgram(): Program {
  const source = readFileSync(PROGRAM);
  const kept = existsSync(COMPILED) ? unseal(source, readFileSync(COMPILED)) : undefined;
  const script = new Script(source.toString(), { filename: PROGRAM, ...(kept && { cachedData: kept.compiled }) });
  return script.runInThisContext()(createRequire(PROGRAM), path.dirname(PROGRAM), kept?.prepared);
}
