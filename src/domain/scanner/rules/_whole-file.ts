/** Files that are a credential as a whole: the shape of their rules, their confidence, and samples of their bytes. */
import type { Candidate, Confidence, FileSignature, Rule, Sample, Verdict } from '../rule.js';
import { PRACTICE } from './_paths.js';

type Shape = Pick<
  Rule,
  'keywords' | 'find' | 'file' | 'rank' | 'confidence' | 'check' | 'judgesPlaceholders' | 'matches' | 'ignores'
>;

export interface FileSamples {
  /** A path, and how the content begins. */
  readonly matches: readonly (readonly [path: string, head: string])[];
  readonly ignores: readonly (readonly [path: string, head: string])[];
}

/** Only certificates of others are in there mostly, and the tests' own keys open nothing. */
const HARMLESS = /trust|cacerts|ca-?bundle|(?:^|\/)debug\.keystore$/i;

/**
 * A file told by its name and its first bytes. Values that are found within it come first.
 * @param confidence medium unless nothing protects what is in it.
 */
export function wholeFile(file: FileSignature, samples: FileSamples, confidence: Confidence = 'medium'): Shape {
  return {
    keywords: [],
    find: () => null,
    file,
    rank: 'generic',
    confidence,
    judgesPlaceholders: true,
    check: (candidate) => byPath(candidate, confidence),
    matches: () => samples.matches.map(asBytes),
    ignores: () => samples.ignores.map(asBytes),
  };
}

export function byPath({ path = '' }: Candidate, confidence: Confidence): Verdict {
  return { confidence: PRACTICE.test(path) || HARMLESS.test(path) ? 'low' : confidence };
}

function asBytes([path, head]: readonly [path: string, head: string]): Sample {
  return { text: head, path, isBytes: true };
}
