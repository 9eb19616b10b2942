/** Hostile input: nothing throws, text and bytes agree, and the work grows no faster than the input. */
import fc from 'fast-check';
import { createEngine } from '../../../src/domain/scanner/engine.js';
import type { ScanResult } from '../../../src/domain/scanner/match.js';
import { MASK, redact } from '../../../src/domain/scanner/redact.js';
import { engine, hostile, slackToken } from './_samples.js';

const paths = fc.constantFrom('app.yml', 'main.tf', 'src/index.ts', '.env', 'README.md');

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
    { numRuns: 200 },
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
    { numRuns: 200 },
  );
});

test('what bytes tell beforehand loses nothing', () => {
  const trusting = createEngine(
    engine.rules.map((rule) => ({ ...rule, mayFind: () => true })),
    { checkSamples: false },
  );
  fc.assert(
    fc.property(hostile, paths, (text, path) => {
      const found = ({ matches, allowed }: ScanResult) =>
        [...matches, ...allowed].map(({ rule, confidence, start, end }) => [rule.id, confidence, start, end]);
      const bytes = Buffer.from(text);
      expect(found(engine.scanText(text, { path }))).toEqual(found(trusting.scanText(text, { path })));
      expect(found(engine.scanBytes(bytes, { path }))).toEqual(found(trusting.scanBytes(bytes, { path })));
    }),
    { numRuns: 400 },
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
  ['base64 of text', Buffer.from('password: x').toString('base64')],
  ['base64 of tokens', `${Buffer.from(slackToken).toString('base64')} `],
  ['hexadecimal text', Buffer.from('password=').toString('hex')],
  ['escapes', '\\u0041\\x42'],
  ['percent escapes', '%3a%22 '],
  ['UTF-16', 'p\0a\0'],
  ['Kubernetes Secrets', 'kind: Secret\ndata:\n  a: c2VjcmV0\n'],
  ['nested data blocks', 'data:\n data:\n  data:\nkind: secret\n'],
  ['key ids', ['AK', 'IA'].join('') + 'Q7'.repeat(8)],
] as const)('the work on %s doubles when the text does', (_, unit) => {
  const times = Math.ceil(4_000 / unit.length);
  const once = engine.scanText(unit.repeat(times));
  const twice = engine.scanText(unit.repeat(2 * times));
  const slack = 2 * perKeyword * keywords.length;
  expect(twice.trials).toBeLessThanOrEqual(2.2 * once.trials + slack);
  expect(twice.decoded).toBeLessThanOrEqual(2.2 * once.decoded + 40_000);
  // Every character is decoded at most twice: chunks of runs overlap by three fifths, and a value may also have a name.
  expect(once.decoded).toBeLessThanOrEqual(4 * unit.length * times);
  expect(once.trials).toBeLessThanOrEqual(4 * unit.length * times * perKeyword);
});
