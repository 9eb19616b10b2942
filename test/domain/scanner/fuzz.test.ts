/** Hostile input: nothing throws, text and bytes agree, and the work grows no faster than the input. */
import fc from 'fast-check';
import type { ScanResult } from '../../../src/domain/scanner/match.js';
import { MASK, redact } from '../../../src/domain/scanner/redact.js';
import { engine, slackToken, stripeKey } from './_samples.js';

/** Text of the pieces that rules look for, of secrets, and of anything at all. */
const pieces = fc.constantFrom(
  ...new Set(engine.rules.flatMap(({ keywords }) => keywords)),
  ...engine.rules.flatMap((rule) =>
    rule
      .matches()
      .slice(0, 2)
      .map(({ text }) => text),
  ),
  slackToken,
  stripeKey,
  ' = "',
  '"',
  '\\n',
  '\n',
  '://',
  '@',
  ':',
  '\ud83d',
  '\udc00',
  '\0',
  'é日🎉',
  'seaworthy:allow because',
);
const hostile = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 20 }), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 30 })
  .map((parts) => parts.join(''));

test('scans of text keep their promises', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { matches } = engine.scanText(text);
      let last = 0;
      for (const { start, end } of matches) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});

test('the scan of a text and of its UTF-8 find the same', () => {
  const places = (unit: (offset: number) => number, { matches, allowed }: ScanResult) =>
    [...matches, ...allowed].map(({ rule, confidence, start, end }) => [rule.id, confidence, unit(start), unit(end)]);
  fc.assert(
    fc.property(hostile, (raw) => {
      const bytes = Buffer.from(raw);
      const text = bytes.toString();
      const inUnits = places((offset) => Buffer.byteLength(text.slice(0, offset)), engine.scanText(text));
      expect(places((offset) => offset, engine.scanBytes(bytes))).toEqual(inUnits);
    }),
    { numRuns: 500 },
  );
});

test('bytes of any kind are scanned without a throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), hostile, (bytes, text) => {
      const all = Buffer.concat([bytes, Buffer.from(text), bytes]);
      const { matches } = engine.scanBytes(all);
      expect(matches.every(({ start, end }) => start >= 0 && end <= all.length && start < end)).toBe(true);
    }),
  );
});

test('redaction covers every match, allowed or not', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const spans = engine.sensitiveSpans(text);
      const { matches, allowed } = engine.scanText(text);
      for (const match of [...matches, ...allowed]) {
        expect(spans.some(({ start, end }) => start <= match.start && match.end <= end)).toBe(true);
      }
      expect(redact(text, engine).split(MASK).length - text.split(MASK).length).toBe(spans.length);
    }),
  );
});

const keywords = [...new Set(engine.rules.flatMap((rule) => rule.keywords))];
const perKeyword = Math.max(
  ...keywords.map((word) => engine.rules.filter((rule) => rule.keywords.includes(word)).length),
);

test.each([
  ...keywords.map((word) => [`"${word}" over and over`, word] as const),
  ['names and values', 'password = "'],
  ['open key blocks', `${'-'.repeat(5)}BEGIN PRIVATE KEY${'-'.repeat(5)}\n`],
  ['nested quotes', '\\"token\\": \\"'],
  ['key ids', ['AK', 'IA'].join('') + 'Q7'.repeat(8)],
] as const)('the work on %s doubles when the text does', (_, unit) => {
  const times = Math.ceil(20_000 / unit.length);
  const once = engine.scanText(unit.repeat(times)).trials;
  const twice = engine.scanText(unit.repeat(2 * times)).trials;
  expect(twice).toBeLessThanOrEqual(2 * once + 2 * perKeyword * keywords.length);
  expect(once).toBeLessThanOrEqual(unit.length * times * perKeyword);
});
