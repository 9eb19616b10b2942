/** Asks verifiers about one repository: every source once, everything that fails `unknown`, and the rest goes on. */
import type { Clock } from '../core/clock.js';
import type { Evidence, Judgement, Verdict } from '../domain/verification/verdict.js';
import { unknown } from '../domain/verification/verdict.js';
import { Forbidden, RateLimited } from '../infra/github/errors.js';
import { type Found, type Get, Hidden, type Origin, type Source } from './_source.js';
import type { Verifier } from './_verifier.js';

/** Longer than any honest answer takes, short enough for somebody who waits. */
const SOURCE_MS = 30_000;

interface Read {
  readonly found: Found<unknown>;
  readonly at: string;
}

export interface RunOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Milliseconds for one source. */
  readonly sourceMs?: number;
  /** Where what a source or a judge threw goes, with who asked; people are told in a sentence only. */
  readonly onError?: (error: unknown, name: string) => void;
}

/**
 * Verdicts by the verifier's name. @throws RateLimited when GitHub's limit is reached: half of the answers is no answer, and the
 * job comes back; and the signal's reason when it is aborted.
 */
export async function verify(
  verifiers: ReadonlyMap<string, Verifier>,
  origin: Origin,
  options: RunOptions,
): Promise<ReadonlyMap<string, Verdict>> {
  const read = reading(origin, options);
  const verdicts = await Promise.all(
    [...verifiers].map(async ([name, verifier]) => [name, await ask(name, verifier, read, options)] as const),
  );
  return new Map(verdicts);
}

async function ask(
  name: string,
  verifier: Verifier,
  read: (source: Source<unknown>) => Promise<Read>,
  { clock, signal, onError }: RunOptions,
): Promise<Verdict> {
  const evidence: Evidence[] = [];
  let judgement: Judgement;
  try {
    const seen: Record<string, unknown> = {};
    for (const [key, source] of Object.entries(verifier.reads)) {
      const { found, at } = await read(source);
      seen[key] = found.value;
      evidence.push({ where: found.where, at });
    }
    judgement = verifier.judge(seen, clock.now());
  } catch (error) {
    // Whoever ends the run has seen nothing, which is another thing than having looked in vain.
    signal.throwIfAborted();
    if (error instanceof RateLimited) throw error;
    if (!(error instanceof Hidden)) onError?.(error, name);
    judgement = unknown(reasonOf(error));
  }
  return { ...judgement, evidence, isPublic: Object.values(verifier.reads).every(isForAll) };
}

/** What a repository's readers may look at as well: its files, and what is said of it without any permission. */
function isForAll({ needs, isConfidential }: Source<unknown>): boolean {
  return (
    !isConfidential &&
    Object.keys(needs ?? {}).every((permission) => permission === 'contents' || permission === 'metadata')
  );
}

/** Each source once, also while its first reading is still under way. */
function reading(origin: Origin, { clock, signal, sourceMs = SOURCE_MS }: RunOptions) {
  const known = new Map<Source<unknown>, Promise<Read>>();
  const read = (source: Source<unknown>): Promise<Read> => {
    const begun = known.get(source) ?? once(source);
    known.set(source, begun);
    return begun;
  };
  const get: Get = async <T>(source: Source<T>) => (await read(source)).found as Found<T>;
  const once = async (source: Source<unknown>): Promise<Read> => {
    signal.throwIfAborted();
    const missing = missingOf(source, origin);
    if (missing !== null) throw new Hidden(missing);
    const limit = AbortSignal.timeout(sourceMs);
    const found = await endedBy(source.read(origin, get, AbortSignal.any([signal, limit])), limit, source.name);
    return { found, at: clock.now().toISOString() };
  };
  return read;
}

/** A source that listens to nothing must not hold the others up. */
async function endedBy<T>(work: Promise<T>, limit: AbortSignal, name: string): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    limit.addEventListener('abort', () => reject(new Hidden(`reading ${name} took too long`)), { once: true });
  });
  return Promise.race([work, late]);
}

function missingOf({ needs, name }: Source<unknown>, { permissions }: Origin): string | null {
  const missing = Object.entries(needs ?? {}).filter(([permission]) => permissions?.[permission] === undefined);
  if (permissions === null || missing.length === 0) return null;
  const list = missing.map(([permission, level]) => `\`${permission}: ${level}\``).join(' and ');
  return `reading ${name} takes the permission ${list}, which Seaworthy was not given`;
}

function reasonOf(error: unknown): string {
  if (error instanceof Hidden) return error.message;
  if (error instanceof Forbidden) return 'GitHub does not let Seaworthy look at it';
  return 'it could not be looked at; the next run tries again';
}
