/** What a secret rule is: which words open a window, what must stand there, what it would open, and its own proof. */
import type { RiskLevel } from '../../core/risk.js';

/** How sure a rule is that a value is real, lowest first. Policy says from which one on a finding blocks. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const;

export type Confidence = (typeof CONFIDENCES)[number];

/**
 * How particular a rule is. Where the matches of two rules overlap the more particular one stands:
 * a vendor's token, then a general format (JWT, URL with a password), then a value given to a secret-like name.
 */
export const RANKS = ['vendor', 'format', 'generic'] as const;

export type Rank = (typeof RANKS)[number];

/** Half-open range of offsets: UTF-16 units in a string, bytes in a byte array. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value that a rule's pattern found, for the rule's `check`. `text` is whole; look around only within bounds. */
export interface Candidate extends Span {
  readonly text: string;
  readonly value: string;
  readonly path: string | undefined;
}

/** What `check` says of a real value; null instead means that it is none. */
export interface Verdict {
  readonly confidence: Confidence;
}

/** A value and the name that it is given to. */
export interface NamedValue extends Span {
  readonly name: string;
}

/**
 * Looks by hand where a regular expression would be slow. `at` is where the keyword starts. Must look a bounded way only.
 * May judge at once, by giving a confidence with the span; a `check` has the last word. A finder of secret-like names says
 * to `tell` what value is given to the name, whatever it is: it may be one that stands encoded.
 */
export type Finder = (
  text: string,
  at: number,
  keyword: string,
  path: string | undefined,
  tell?: (value: NamedValue) => void,
) => (Span & Partial<Verdict>) | null;

/** A text that proves a rule. `value` is what exactly must be found; left out, any match of the rule will do. */
export interface Sample {
  readonly text: string;
  readonly value?: string;
  readonly path?: string;
  /** True where `text` stands for the bytes of a file, a character for each, as in Latin-1. */
  readonly isBytes?: true;
}

/** How a file that is a credential as a whole is told: by its name, and by how its content begins. */
export interface FileSignature {
  /** Tried on the path, as git names it. */
  readonly paths: RegExp;
  /** Tried on the first 32 bytes in lower-case hexadecimal digits, where the path fits: `/^feedfeed/`. */
  readonly magic: RegExp;
}

export interface Rule {
  /** Unique and never reused: it is stored with findings. */
  readonly id: string;
  /** Raise it whenever the rule finds something else than before: remembered verdicts on files are then looked at again. */
  readonly version: number;
  readonly provider: string;
  /** What it is, in the words of the vendor: "GitHub personal access token (classic)". */
  readonly title: string;
  /** What a thief could open with it. */
  readonly opens: string;
  readonly severity: RiskLevel;
  /** What is said of a value when there is no `check`. */
  readonly confidence: Confidence;
  readonly rank: Rank;
  /** Files that are found whole, whatever is in them: such a rule needs no keyword. Its `check` is given the first bytes. */
  readonly file?: FileSignature;
  /** Lower-case literals, three characters or more; wherever one stands, in any case, `find` is tried at its first character. */
  readonly keywords: readonly string[];
  /**
   * Expressions tried exactly at the keyword, without flags other than `i`, and with bounded repetition only (`{n,m}`, never `*`, `+` or `{n,}`).
   * The value is the group `secret`, or the whole match; a group `head` in a look-behind extends the value to the left.
   */
  readonly find: RegExp | readonly RegExp[] | Finder;
  /** False only where the bytes at a keyword tell that it finds nothing, before any text is made of them. Left out, that is read off the expressions. */
  readonly mayFind?: (bytes: Uint8Array, at: number, keyword: string) => boolean;
  /**
   * Bytes of UTF-8 from the keyword's first character on that `find` and `check` look at, 32,768 at most. Left out, it is
   * computed from the expressions with 512 for `check`, or 2,048 for a finder. None looks further back than 768. Where a text is not
   * all ASCII, 2,560 at least are at hand, so that it may be counted in characters up to 850.
   */
  readonly reach?: number;
  /** `word` (the default): the keyword must not continue a word. `anywhere`: it may, as in `dbPassword`. */
  readonly boundary?: 'word' | 'anywhere';
  /** True where `check` tells placeholders itself; otherwise they are dropped before it. */
  readonly judgesPlaceholders?: boolean;
  readonly check?: (candidate: Candidate) => Verdict | null;
  /** The vendor's documentation of this credential, https. */
  readonly reference: string;
  /** Id of the rotation runbook. */
  readonly runbook: string;
  /** Samples that must be found and ones that must not, assembled at run time, never written out. */
  readonly matches: () => readonly Sample[];
  readonly ignores: () => readonly Sample[];
}
