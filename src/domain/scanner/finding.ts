/** A finding: what a person, the database and the logs may know of a committed secret. The value is read here and nowhere else. */
import { createHmac } from 'node:crypto';
import type { RiskLevel } from '../../core/risk.js';
import { decodeFrom } from './encoded/decoding.js';
import { lineIndex } from './line-index.js';
import type { Match } from './match.js';
import type { Confidence } from './rule.js';

/** Has, on purpose, no field that could hold the value. */
export interface Finding {
  readonly ruleId: string;
  readonly provider: string;
  readonly title: string;
  readonly severity: RiskLevel;
  readonly confidence: Confidence;
  readonly path: string | undefined;
  /** One-based, of the first character; lines end at LF, as git counts them. */
  readonly line: number;
  /** One-based, in UTF-16 units. */
  readonly column: number;
  /** Line of the last character: more than `line` for a key block. */
  readonly endLine: number;
  /** Offsets in UTF-16 units in the text that was scanned. */
  readonly start: number;
  readonly end: number;
  /** At most the vendor's public prefix, then dots. */
  readonly preview: string;
  /** HMAC-SHA256 of the value, 64 hex digits. The same value has the same one wherever it stands. */
  readonly fingerprint: string;
}

const SHOWN = 4;
const DOTS = '••••';

/** A shorter key could be searched for, and with it the passwords behind the fingerprints. */
const MIN_KEY_BYTES = 16;

/**
 * The first characters of `value`, as far as they belong to one of the public `prefixes` (lower case), at most four and
 * never more than a quarter of the value, then dots. The number of dots says nothing about the length.
 */
export function mask(value: string, prefixes: readonly string[]): string {
  const lower = value.slice(0, 64).toLowerCase();
  const known = Math.max(0, ...prefixes.filter((prefix) => lower.startsWith(prefix)).map((prefix) => prefix.length));
  return value.slice(0, Math.min(SHOWN, known, Math.floor(value.length / 4))) + DOTS;
}

/**
 * HMAC-SHA256 of the value in UTF-8, as 64 hex digits.
 * @throws RangeError when the key is shorter than 16 bytes.
 */
export function fingerprintOf(value: string, key: Uint8Array): string {
  if (key.byteLength < MIN_KEY_BYTES) throw new RangeError(`A fingerprint key has at least ${MIN_KEY_BYTES} bytes`);
  return createHmac('sha256', key).update(value, 'utf8').digest('hex');
}

/** The first digits of a fingerprint, enough for a person to name a finding in a command. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 8);
}

/** Where a value's first and last characters are. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The finding of a match.
 * @param raw what stands at the match: the value, or the characters that hold it encoded.
 * @throws RangeError when `key` is shorter than 16 bytes.
 */
export function findingOf(match: Match, raw: string, place: Place, key: Uint8Array, path?: string): Finding {
  const { rule, confidence, encoded } = match;
  const value = encoded === undefined ? raw : decodeFrom(encoded.encoding, raw).text.slice(encoded.start, encoded.end);
  return {
    ruleId: rule.id,
    provider: rule.provider,
    title: rule.title,
    severity: rule.severity,
    confidence,
    path,
    ...place,
    preview: mask(value, rule.keywords),
    fingerprint: fingerprintOf(value, key),
  };
}

/**
 * Turns the matches of `engine.scanText(text)` into findings, in the order given.
 * @throws RangeError when `key` is shorter than 16 bytes.
 */
export function findingsOf(text: string, matches: readonly Match[], key: Uint8Array, path?: string): Finding[] {
  if (matches.length === 0) return [];
  const lines = lineIndex(text);
  return matches.map((match) => {
    const { start, end } = match;
    const endLine = lines.positionOf(Math.max(start, end - 1)).line;
    return findingOf(match, text.slice(start, end), { ...lines.positionOf(start), endLine, start, end }, key, path);
  });
}
