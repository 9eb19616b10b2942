/** What came of one input of a pool. */
import { CLEAN, type FileScan } from '../../domain/scanner/scan-file.js';
import type { Answer, ScanInput } from './scan-input.js';

/** An input that could not be looked at has an error: it never passes silently. */
export type ScanOutcome<I = ScanInput> =
  | { readonly input: I; readonly bytes: number; readonly scan: FileScan }
  | { readonly input: I; readonly error: Error };

/** None for what is nothing to look at: null. */
export function outcomeOf<I>(input: I | undefined, answer: Answer | null): ScanOutcome<I>[] {
  if (input === undefined || answer === null) return [];
  if (typeof answer === 'number') return [{ input, bytes: answer, scan: CLEAN }];
  return 'failure' in answer ? [{ input, error: new Error(answer.failure) }] : [{ input, ...answer }];
}
