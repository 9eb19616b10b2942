/** What a scan tells, whatever the format: findings as they come, what could not be looked at, and a summary. */
import { createHash } from 'node:crypto';
import type { Finding } from '../../domain/scanner/finding.js';
import type { Rule } from '../../domain/scanner/rule.js';

/** A finding at its place; of history also since when. */
export interface Reported extends Finding {
  readonly path: string;
  /** Names this place: the rule, the path and the how-manieth of that rule there. */
  readonly id: string;
  readonly commit?: string;
  /** Different contents of files that hold the value. */
  readonly versions?: number;
}

export interface NotSeen {
  readonly path: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly reason: string;
}

export interface Summary {
  /** What was looked at: files, or the contents that files have had. */
  readonly unit: 'file' | 'file version';
  readonly units: number;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly findings: number;
  /** Findings under the asked confidence. */
  readonly below: number;
  /** Findings on a line that says `seaworthy:allow`. */
  readonly allowed: number;
  readonly unseen: number;
  /** Folders and such that were passed by on purpose. */
  readonly notes: readonly { readonly path: string; readonly text: string }[];
}

/** One output format. Each text is to be written as it is, in order. */
export interface Format {
  begin(): string;
  finding(finding: Reported, rule: Rule | undefined): string;
  end(summary: Summary, unseen: readonly NotSeen[]): string;
}

/**
 * Names the places of a scan. A hash of the value would let people try values against it, since the command line has no key to
 * hide it with; the how-manieth of a rule in a file changes less often than its line.
 */
export function placeNames(): (ruleId: string, path: string) => string {
  const counts = new Map<string, number>();
  return (ruleId, path) => {
    const place = `${ruleId}\0${path}`;
    const nth = (counts.get(place) ?? 0) + 1;
    counts.set(place, nth);
    return createHash('sha256').update(`${place}\0${nth}`).digest('hex').slice(0, 16);
  };
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `1,234,567`: the first number that `toLocaleString` writes takes 10 ms. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** A path that no terminal takes for a command and no reader for two lines: quoted as in JSON where it has to be. */
export function shownPath(path: string): string {
  if (!UNPRINTABLE.test(path) && !path.includes('"')) return path;
  return JSON.stringify(path).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
