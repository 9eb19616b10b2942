/** What a scan gives back: offsets only, so that nothing here could carry a value away. */
import type { Confidence, Rule, Span } from './rule.js';
import type { PieceScanner } from './scan-piece.js';

/** Ways to write a text that the scanner reads through, one level deep. */
export const ENCODINGS = ['base64', 'hex', 'percent', 'escapes', 'utf-16'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** Where a value stands in the text that a match's own span decodes to. */
export interface Encoded extends Span {
  readonly encoding: Encoding;
}

/** A value found. Internal to the scanner's callers: it becomes a `Finding` through `findingsOf`. */
export interface Match extends Span {
  readonly rule: Rule;
  readonly confidence: Confidence;
  /** Set where the value stands encoded. The match's span then covers the encoded characters that hold it. */
  readonly encoded?: Encoded;
}

/** A match on a line that says `seaworthy:allow <reason>`. */
export interface AllowedMatch extends Match {
  readonly reason: string;
}

/** Matches of one rule beyond the limit of one scan: counted, not located. A caller must not take such a scan for complete. */
export interface Surplus {
  readonly ruleId: string;
  readonly count: number;
}

/** A part that no rule has looked at. A caller must not take such a scan for complete. */
export interface Unseen extends Span {
  /** For people: "more encoded text than is decoded". */
  readonly reason: string;
}

export interface ScanResult {
  /** In order of `start`, never overlapping. */
  readonly matches: readonly Match[];
  readonly allowed: readonly AllowedMatch[];
  readonly surplus: readonly Surplus[];
  /** In order of `start`. */
  readonly unseen: readonly Unseen[];
  /** How often a rule was tried at a keyword: the work of a scan beside its one pass, each trial bounded by its rule. */
  readonly trials: number;
  /** Characters that were decoded and looked at: bounded by a constant and a share of the input. */
  readonly decoded: number;
}

export interface ScanOptions {
  /** Where the text came from, as git names it; some rules judge by it. */
  readonly path?: string;
}

export interface Engine {
  readonly rules: readonly Rule[];
  /** Stable hash of what this engine would find; a remembered verdict on a blob holds only for the same one. */
  readonly version: string;
  /** Offsets in UTF-16 units. */
  scanText(text: string, options?: ScanOptions): ScanResult;
  /**
   * Offsets in bytes. UTF-16 is told by its byte order mark; bytes that are no part of valid UTF-8 are read as Latin-1.
   */
  scanBytes(bytes: Uint8Array, options?: ScanOptions): ScanResult;
  /** Adds what one piece of a larger input holds; `stream-scanner.ts` cuts inputs into pieces. */
  readonly scanPiece: PieceScanner;
  /** Every range that any rule would take for a value, allowed or not, without limit, merged and in order: for redaction. */
  sensitiveSpans(text: string): readonly Span[];
}
