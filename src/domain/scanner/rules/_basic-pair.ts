/** `user:password` in base64, as HTTP headers and the settings of Docker carry it. */
import type { Candidate, Verdict } from '../rule.js';
import { PRACTICE } from './_paths.js';
import { isPlaceholder } from './_placeholders.js';

/** Pairs that documents, tests and defaults are full of; RFC 7617's own example is one of them. */
const COMMON_PAIR =
  /^(?:user(?:name)?|admin|root|test(?:er|user)?|foo|me|guest|demo|login|name|alice|bob|aladdin|scott|your[-_ ]?\w{0,12})?:(?:pass(?:word|wd|phrase)?\d?|pwd|secret|admin|root|test|guest|demo|bar|open ?sesame|tiger|1234(?:5(?:6)?)?|your[-_ ]?\w{0,12})?$/i;

/** A verdict on a pair that decodes to text and is not one of those that everybody writes. */
export function checkBasicPair({ value, path = '' }: Candidate): Verdict | null {
  const pair = Buffer.from(value, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon === -1 || !/^[\x20-\x7e\u00a0-\uffef]{3,400}$/.test(pair) || pair.includes('\ufffd')) return null;
  if (COMMON_PAIR.test(pair) || isPlaceholder(pair.slice(colon + 1)) || isPlaceholder(pair)) return null;
  return { confidence: PRACTICE.test(path) ? 'low' : 'high' };
}
