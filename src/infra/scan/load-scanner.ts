/**
 * Loads what scans from the one file that the build makes of it, together with what takes longest at a start: the tables of the
 * keywords, and what V8 compiled of that file then, where V8 is the same now. Neither is taken where it is not of this very file: V8
 * itself compares no more than its version, its flags and the length of the source.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { deserialize, setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import type { PreparedKeywords } from '../../domain/scanner/keywords.js';
import type { Engine } from '../../domain/scanner/match.js';
import { unseal } from './sealed.js';

export type Scanner = typeof import('./scanner-program.js');

const PROGRAM = fileURLToPath(new URL('./scanner-bundle.cjs', import.meta.url));
const COMPILED = fileURLToPath(new URL('./scanner-bundle.compiled', import.meta.url));
const PREPARED = fileURLToPath(new URL('./scanner-bundle.prepared', import.meta.url));

/**
 * How much a function runs before V8 optimizes it: about four times as much as V8's own default. A scan of a few seconds runs
 * most functions too briefly to win back what their compilation takes. Only for processes that scan and end.
 */
const PATIENCE = '--interrupt-budget=500000';

/** For the whole process; before anything is loaded, since V8 takes no compiled file that was made with other flags. */
export function prepareForShortLife(): void {
  setFlagsFromString(PATIENCE);
}

/** @throws Error when the rules cannot be loaded. */
export async function loadScanner(): Promise<Scanner> {
  // The tests run the sources.
  if (!existsSync(PROGRAM)) return await import('./scanner-program.js');
  const source = readFileSync(PROGRAM);
  const cachedData = kept(COMPILED, source);
  const script = new Script(source.toString(), { filename: PROGRAM, ...(cachedData && { cachedData }) });
  const program = script.runInThisContext() as (require: NodeJS.Require) => Scanner;
  return program(createRequire(import.meta.url));
}

/** The samples are the business of the tests, and of the process that serves webhooks. */
export async function loadEngine({ createEngine, loadRules }: Scanner): Promise<Engine> {
  const prepared = existsSync(PROGRAM) ? kept(PREPARED, readFileSync(PROGRAM)) : undefined;
  return createEngine(await loadRules(), {
    checkSamples: false,
    ...(prepared && { prepared: deserialize(prepared) as PreparedKeywords }),
  });
}

function kept(file: string, program: Buffer): Buffer | undefined {
  return existsSync(file) ? unseal(program, readFileSync(file)) : undefined;
}
