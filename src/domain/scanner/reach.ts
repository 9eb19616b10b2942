/**
 * How far rules look: what a piece of a larger input must hold around a keyword, so that the piece decides as the whole would.
 * Counted in bytes of UTF-8: credentials are ASCII, and what people put in passwords fits many times over.
 */
import type { Rule } from './rule.js';

/** Before the keyword's first character, for any rule: names, look-behinds, a group `head`, and 240 characters of three bytes around a value. */
export const REACH_BEFORE = 768;

/** A little more than that, for what is told by the bytes before an encoded text. */
export const LOOK_BEFORE = REACH_BEFORE + 128;

/**
 * As far as nearly all rules look, from the keyword's first character on, and what is read behind an escape. Where characters take more
 * than a byte each, what a rule's own reach would be in ASCII ends in here as well.
 */
export const NEAR_REACH = 2560;

/** From the keyword's first character on, for any rule: the largest key block is 24,000 long. */
export const MAX_REACH = 32 * 1024;

/** What a finder by hand may look at unless its rule says more. */
const FINDER_REACH = 2048;

/** A `check` may look this far beyond what the expression has matched. */
const CHECK_REACH = 512;

/** Bytes from the keyword's first character on that `rule` looks at. */
export function reachOf(rule: Rule): number {
  if (rule.reach !== undefined) return rule.reach;
  if (typeof rule.find === 'function') return FINDER_REACH;
  return Math.max(...[rule.find].flat().map(({ source }) => longestMatch(source))) + CHECK_REACH;
}

interface Read {
  readonly length: number;
  readonly at: number;
}

/**
 * An upper bound for the length of what the expression can match, its look-arounds included.
 * Infinite where it repeats without a bound.
 */
export function longestMatch(source: string): number {
  return alternatives(source, 0).length;
}

function alternatives(source: string, from: number): Read {
  let [longest, length, at] = [0, 0, from];
  while (at < source.length && source[at] !== ')') {
    if (source[at] === '|') {
      longest = Math.max(longest, length);
      length = 0;
      at += 1;
      continue;
    }
    const atom = readAtom(source, at);
    const count = readCount(source, atom.at);
    length += atom.length === 0 ? 0 : atom.length * count.length;
    at = count.at;
  }
  return { length: Math.max(longest, length), at };
}

function readAtom(source: string, at: number): Read {
  switch (source[at]) {
    case '(': {
      const head = /^\((?:\?(?:[:=!]|<[=!]|<[A-Za-z_$][\w$]*>))?/.exec(source.slice(at, at + 64))?.[0] ?? '(';
      const inner = alternatives(source, at + head.length);
      return { length: inner.length, at: inner.at + 1 };
    }
    case '[': {
      let end = at + 1;
      while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
      return { length: 1, at: end + 1 };
    }
    case '\\': {
      const sequence = /^\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<[^>]{1,40}>|[1-9]|.)/s.exec(
        source.slice(at, at + 48),
      )?.[0];
      if (sequence === '\\b' || sequence === '\\B') return { length: 0, at: at + 2 };
      // What a group has matched is matched again: no bound is known without looking it up.
      if (sequence !== undefined && /^\\(?:[1-9]|k<)/.test(sequence))
        return { length: Infinity, at: at + sequence.length };
      return { length: 1, at: at + (sequence?.length ?? 2) };
    }
    case '^':
    case '$':
      return { length: 0, at: at + 1 };
    default:
      return { length: 1, at: at + 1 };
  }
}

function readCount(source: string, at: number): Read {
  const mark = source[at] ?? '';
  if (mark === '*' || mark === '+') return { length: Infinity, at: at + 1 };
  if (mark === '?') return { length: 1, at: at + 1 };
  const counted = /^\{(\d+)(,(\d*))?\}\??/.exec(source.slice(at, at + 24));
  if (counted === null) return { length: 1, at };
  const [all, least, open, most] = counted;
  const length = open === undefined ? Number(least) : most === '' ? Infinity : Number(most);
  return { length, at: at + all.length };
}
