/** The two shapes that most credentials have: a body behind the vendor's own prefix, and a body given to a name with the vendor in it. */
import type { Confidence, Finder, Rule, Sample } from '../rule.js';
import { ASSIGNMENT_REACH, type Assignment, assignmentAt } from './_assignment.js';
import { besideFinder } from './_beside.js';
import { isByChance, isUneven } from './_by-chance.js';
import { entropy } from './_checks.js';
import { isWordy } from './_words.js';
import { literal } from './_literal.js';
import { mayHold } from './_may-hold.js';
import { ALNUM, around, BASE64, BASE64URL, DIGITS, HEX, LOWER, none, random, UPPER } from './_samples.js';

/** What a credential is made of behind its prefix, and how to make one for a sample. */
export interface Body {
  /** Expression source of exactly one body; bounded. */
  readonly source: string;
  /** Character class, without brackets, of what would continue a body. */
  readonly members: string;
  /** A body that looks random and is the same for the same seed. */
  readonly make: (seed: number) => string;
  /** The same one character all along, in the body's form: what people write in its place. */
  readonly filler: string;
}

/** Characters to choose from, and the class that says the same. */
function body(characters: string, members: string): (length: number, most?: number) => Body {
  return (length, most = length) => ({
    source: `[${members}]{${length === most ? length : `${length},${most}`}}`,
    members,
    make: (seed) => random(characters, length, seed),
    filler: (characters.at(-1) ?? '').repeat(length),
  });
}

/** Each takes the length of the body, or its least and most. */
export const digits = body(DIGITS, '0-9');
export const lowerHex = body(HEX, '0-9a-f');
/** Hexadecimal in either case. */
export const hex = body(HEX, '0-9a-fA-F');
export const lowerAlnum = body(DIGITS + LOWER, '0-9a-z');
export const upperAlnum = body(DIGITS + UPPER, '0-9A-Z');
export const alnum = body(ALNUM, '0-9A-Za-z');
export const base64url = body(BASE64URL, '0-9A-Za-z_-');
export const base64 = body(BASE64, '0-9A-Za-z+/');

/** 8-4-4-4-12 hexadecimal digits. Only ever a credential under its vendor's name: most UUIDs are ids. */
export const uuid: Body = {
  source: '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}',
  members: '0-9A-Za-z-',
  make: (seed) => [8, 4, 4, 4, 12].map((length, part) => random(HEX, length, seed * 7 + part)).join('-'),
  filler: [8, 4, 4, 4, 12].map((length) => '0'.repeat(length)).join('-'),
};

/** Bodies and fixed text one after another: `joined(digits(10), '-', alnum(24))`. The last part must be a body. */
export function joined(...parts: readonly (Body | string)[]): Body {
  const last = parts.at(-1);
  const text = (each: (part: Body) => string): string =>
    parts.map((part) => (typeof part === 'string' ? part : each(part))).join('');
  return {
    source: parts.map((part) => (typeof part === 'string' ? literal(part) : part.source)).join(''),
    members: typeof last === 'object' ? last.members : '',
    make: (seed) => parts.map((part, at) => (typeof part === 'string' ? part : part.make(seed * 13 + at))).join(''),
    filler: text(({ filler }) => filler),
  };
}

type Shape = Pick<Rule, 'keywords' | 'find' | 'confidence' | 'matches' | 'ignores'> &
  Partial<Pick<Rule, 'boundary' | 'check' | 'mayFind' | 'reach'>>;

/**
 * A vendor's own prefix and a body: `prefixed('dop_v1_', lowerHex(64))`. Prefixes are told by their case, and three
 * characters or longer. Bodies that read as words are left alone.
 */
export function prefixed(prefixes: string | readonly string[], shape: Body, confidence: Confidence = 'high'): Shape {
  const all = [prefixes].flat();
  return {
    confidence,
    keywords: [...new Set(all.map((prefix) => prefix.toLowerCase()))],
    find: new RegExp(`(?:${all.map(literal).join('|')})${shape.source}(?![_0-9A-Za-z${shape.members}])`),
    check: (candidate) => {
      const { value } = candidate;
      const prefix = all.reduce(
        (found, next) => (value.startsWith(next) && next.length > found.length ? next : found),
        '',
      );
      return isWordy(value.slice(prefix.length)) || isByChance(candidate, prefix, shape.members)
        ? null
        : { confidence };
    },
    matches: () => all.flatMap((prefix, index) => around(prefix + shape.make(index + 1))),
    ignores: () =>
      all.flatMap((prefix, index) => {
        const value = shape.make(index + 21);
        return none(
          `${prefix} begins it`,
          prefix + shape.filler,
          `${prefix}${value.slice(0, 5)}`,
          `x${prefix.replace(/^[^A-Za-z0-9]+/, '')}${value}`,
          `${prefix}\${{ secrets.TOKEN }}`,
        );
      }),
  };
}

/** A name that says what its value is for. */
const SECRETIVE = /key|token|secret|passw|pwd|auth|cred|pat\b|pat$|api|webhook|license/i;
/** A name that says the value is something public about a thing of that vendor. */
const PUBLIC =
  /sha\d{0,3}$|hash|commit|digest|checksum|integrity|version|revision|release|trace|span|build|etag|(?:^|[_.-])(?:id|uuid|guid)$|public|dsn$|url$|site_?key|fingerprint|thumbprint/;

/**
 * A body given to a name with the vendor in it: `named(['datadog', 'dd_api'], lowerHex(32))` finds `DATADOG_API_KEY=…`,
 * `datadog.apiKey: "…"`, `"ddApiKey": "…"`. The body must be all of the value: a vendor's name somewhere near says nothing.
 * @param given lower-case literals, three characters or longer, as rare as can be: each one opens a window wherever it stands.
 */
export function named(given: readonly string[], shape: Body, confidence: Confidence = 'medium'): Shape {
  const names = withCamelCase(given);
  const whole = new RegExp(`^${shape.source}$`);
  const beside = besideFinder(shape);
  const holds = mayHold(shape.source);
  const isRandom = (value: string): boolean =>
    !isWordy(value) && !isUneven(value, shape.members) && !value.includes('://') && entropy(value) >= 2.8;
  const find: Finder = (text, at, keyword) => {
    const assignment = assignmentAt(text, at, at + keyword.length);
    if (assignment !== null && whole.test(text.slice(assignment.start, assignment.end))) {
      const { start, end } = assignment;
      const said = isRandom(text.slice(start, end)) ? confidenceOf(assignment, keyword, confidence) : null;
      return said === null ? null : { start, end, confidence: said };
    }
    const span = beside(text, at + keyword.length);
    return span !== null && isRandom(text.slice(span.start, span.end)) ? { ...span, confidence } : null;
  };
  return {
    confidence,
    boundary: 'anywhere',
    keywords: names,
    find,
    mayFind: (bytes, at, keyword) => holds(bytes, at + keyword.length),
    reach: ASSIGNMENT_REACH,
    matches: () =>
      names.flatMap((name, index) => {
        const value = shape.make(index + 1);
        const given: Sample[] = [
          `const ${name.replace(/[^a-z0-9_]/g, '_')}ApiKey = "${value}";`,
          `export ${name.replace(/[^a-z0-9]/g, '_').toUpperCase()}_TOKEN=${value}\n`,
          `{"${name}_secret": "${value}"}`,
        ].map((text) => ({ text, value }));
        return given.filter(({ text }) => text.toLowerCase().includes(name));
      }),
    ignores: () =>
      names.flatMap((name, index) => {
        const value = shape.make(index + 31);
        return none(
          `${name}_key = "${shape.filler}"`,
          `${name}_commit_hash = "${value}"`,
          `${name}_key = "${value}${value}0"`,
          `${name}_key = ${['process', 'env', 'KEY'].join('.')}`,
          `the ${name} client ${value} was here`,
        );
      }),
  };
}

/** `dd_api` is `ddApi` elsewhere. What is left of a shorter name stands in too many words. */
function withCamelCase(names: readonly string[]): string[] {
  const joinedUp = names.filter((name) => /^[a-z0-9]+_[a-z0-9_]+$/.test(name)).map((name) => name.replaceAll('_', ''));
  return [...new Set([...names, ...joinedUp.filter((name) => name.length >= 5)])];
}

function confidenceOf({ name }: Assignment, keyword: string, confidence: Confidence): Confidence | null {
  // The vendor's own name says nothing of the value: Buildkite's tokens are for no build.
  const at = name.toLowerCase().indexOf(keyword);
  const rest = `${name.slice(0, at)}_${name.slice(at + keyword.length)}`;
  if (PUBLIC.test(rest.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase())) return null;
  return SECRETIVE.test(name) ? confidence : 'low';
}
