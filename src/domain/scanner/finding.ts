/** A finding: what a person, the database and the logs may know of a committed secret. The value is read here and nowhere else. */
import { createHmac } from 'node:crypto';
import type { RiskLevel } from '../../core/risk.js';
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

/**
 * Turns the matches of `engine.scanText(text)` into findings, in the order given.
 * @throws RangeError when `key` is shorter than 16 bytes.
 */
export function findingsOf(text: string, matches: readonly Match[], key: Uint8Array, path?: string): Finding[] {
  if (matches.length === 0) return [];
  const lines = lineIndex(text);
  return matches.map(({ rule, confidence, start, end }) => {
    const value = text.slice(start, end);
    const first = lines.positionOf(start);
    return {
      ruleId: rule.id,
      provider: rule.provider,
      title: rule.title,
      severity: rule.severity,
      confidence,
      path,
      line: first.line,
      column: first.column,
      endLine: lines.positionOf(Math.max(start, end - 1)).line,
      start,
      end,
      preview: mask(value, rule.keywords),
      fingerprint: fingerprintOf(value, key),
    };
  });
}
