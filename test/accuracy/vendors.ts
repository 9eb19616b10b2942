/** Tokens of every vendor rule planted in everyday places, and values that nearly are such tokens. */
import { assignmentAt } from '../../src/domain/scanner/rules/_assignment.js';
import { createEngine } from '../../src/domain/scanner/engine.js';
import type { Engine } from '../../src/domain/scanner/match.js';
import type { Rule, Sample } from '../../src/domain/scanner/rule.js';
import type { Case } from './case.js';
import { BARE, PLACES, type Place } from './places.js';

/** Values of one rule that are planted, and places for each. */
const VALUES = 3;
const TURNS = 3;

interface Token {
  readonly rule: Rule;
  readonly name: string;
  readonly value: string;
}

/** The name that a sample gives its value to; a plain one where none does. */
function nameIn({ text, value = '' }: Sample, { keywords }: Rule): string | null {
  const lower = text.toLowerCase();
  for (const keyword of keywords) {
    const at = lower.indexOf(keyword);
    const given = at === -1 ? null : assignmentAt(text, at, at + keyword.length);
    if (given !== null && text.slice(given.start, given.end) === value) return given.name;
  }
  return null;
}

/** True for a value that proves itself, by a prefix or a checksum: it needs no name. */
function provesItself(engine: Engine, value: string): boolean {
  return BARE.some(({ write }) => engine.scanText(write('', value)).matches.length > 0);
}

function tokensOf(rule: Rule, engine: Engine): Token[] {
  const usable = rule
    .matches()
    .filter(({ value, path }) => value !== undefined && path === undefined && !/\s/.test(value));
  const seen = new Set<string>();
  const tokens: Token[] = [];
  for (const sample of usable) {
    const { value = '' } = sample;
    if (seen.has(value) || tokens.length >= VALUES) continue;
    seen.add(value);
    const own = provesItself(engine, value);
    const name = own ? 'value' : nameIn(sample, rule);
    if (name !== null && /^[A-Za-z][A-Za-z_.-]{1,40}$/.test(name)) tokens.push({ rule, name, value });
  }
  return tokens;
}

const planted = ({ path, write }: Place, name: string, value: string): Pick<Case, 'text' | 'path'> => ({
  text: `${write(name, value)}\n`,
  path,
});

/** What a token might be mistaken for: cut off, masked, of other characters, or given to a name that is about something else. */
function nearMisses({ rule, name, value }: Token): { readonly name: string; readonly value: string }[] {
  if (name !== 'value') {
    return [
      { name: 'commit', value },
      { name: `${name}_hash`, value },
      { name, value: 'x'.repeat(value.length) },
      { name, value: `\${${name.toUpperCase()}}` },
    ];
  }
  const lower = value.toLowerCase();
  const prefix = rule.keywords.find((keyword) => lower.startsWith(keyword)) ?? '';
  if (prefix === '') return [];
  const body = value.slice(prefix.length);
  const begin = value.slice(0, prefix.length);
  return [
    { name, value: begin + body.slice(0, Math.min(6, Math.floor(body.length / 3))) },
    { name, value: begin + 'x'.repeat(body.length) },
    { name, value: `${begin}your-token-here` },
    { name, value: `${begin.slice(0, -1)}${begin.endsWith('-') ? '=' : '-'}.${body}` },
    { name, value: `${begin}${'{TOKEN}'}` },
  ];
}

/** Cases of the vendors' rules; a rule without samples that can stand elsewhere brings none. */
export function vendorCases(rules: readonly Rule[]): Case[] {
  const engine = createEngine(rules);
  return rules
    .filter(({ rank }) => rank === 'vendor')
    .flatMap((rule, index) =>
      tokensOf(rule, engine).flatMap((token, number): Case[] => {
        const places = token.name === 'value' ? [...PLACES, ...BARE] : PLACES;
        const place = (turn: number): Place => places[(index * 5 + number * 11 + turn * 7) % places.length] as Place;
        const family = rule.provider;
        return [
          ...Array.from({ length: TURNS }, (_, turn) => ({
            family,
            kind: 'secret' as const,
            value: token.value,
            ...planted(place(turn), token.name, token.value),
          })),
          ...nearMisses(token).map(({ name, value }, turn) => ({
            family,
            kind: 'near miss' as const,
            value,
            ...planted(place(turn), name, value),
          })),
        ];
      }),
    );
}
