/** An input in pieces is found to hold the same as the whole, wherever it is cut. */
import fc from 'fast-check';
import { scanFile } from '../../../src/domain/scanner/scan-file.js';
import { createStreamScanner } from '../../../src/domain/scanner/stream-scanner.js';
import { engine, hostile, KEY, pemKey, slackToken, stripeKey } from './_samples.js';

function inChunks(bytes: Uint8Array, chunk: number, pieceBytes: number) {
  const scanner = createStreamScanner(engine, KEY, { path: 'a.yml', pieceBytes });
  const reused = new Uint8Array(chunk);
  for (let at = 0; at < bytes.length; at += chunk) {
    const part = bytes.subarray(at, at + chunk);
    reused.set(part);
    scanner.push(reused.subarray(0, part.length));
  }
  return scanner.end();
}

const whole = (bytes: Uint8Array) => scanFile(engine, bytes, KEY, 'a.yml');

const base64 = Buffer.from(`{"user":"é","key":"${stripeKey}"}\n${pemKey}`.repeat(9)).toString('base64');
const mixed = Buffer.concat([
  Buffer.from(`first é日🎉 ${stripeKey}\n`),
  Buffer.from([0xff, 0xc3, 0x28, 0xe2, 0x82, 0x0a]),
  Buffer.from(`${slackToken} // seaworthy:allow revoked 🎉 long ago\n  key: |\n${pemKey}\nblob: ${base64}\n`),
  Buffer.from(`wide ${slackToken}`, 'utf16le'),
  Buffer.from(`\nkind: Secret\ndata:\n  root: ${Buffer.from('Tr0ub4').toString('base64')}\n${'x'.repeat(99)}`),
]);
// Longer than what a piece reads on beyond its own, so that pieces are cut for real.
const long = Buffer.concat([mixed, Buffer.alloc(120_000, 'filler text, nothing in it\n'), mixed, mixed]);

test('the mixed input has findings of every kind', () => {
  const { findings, allowed } = whole(long);
  expect(new Set(findings.map(({ ruleId }) => ruleId)).size).toBeGreaterThanOrEqual(3);
  expect(findings.length).toBeGreaterThan(30);
  expect(allowed).toHaveLength(3);
});

test.each([
  [1_000_000, 1024 * 1024],
  [1_000, 20_000],
  [4_096, 4_096],
  [77_777, 1_001],
  [3, 7_919],
])('chunks of %i bytes in pieces of %i', (chunk, pieceBytes) => {
  expect(inChunks(long, chunk, pieceBytes)).toEqual(whole(long));
});

test('any input in pieces of any size', () => {
  fc.assert(
    fc.property(
      hostile,
      fc.integer({ min: 1, max: 97 }),
      fc.integer({ min: 1, max: 3000 }),
      (text, chunk, pieceBytes) => {
        const bytes = Buffer.concat([Buffer.from(text), Buffer.alloc(103_000, '.\n'), Buffer.from(text)]);
        expect(inChunks(bytes, 1000 * chunk, 10 * pieceBytes)).toEqual(whole(bytes));
      },
    ),
    { numRuns: 40 },
  );
});

test.each([
  ['little', (bytes: Buffer) => bytes],
  ['big', (bytes: Buffer) => bytes.swap16()],
])('UTF-16, %s end first, in chunks that cut characters', (_, order) => {
  const text = `\ufeff${`é日🎉 ${stripeKey}\n`.repeat(200)}`;
  const bytes = order(Buffer.from(text, 'utf16le'));
  expect(inChunks(bytes, 3, 1000)).toEqual(whole(bytes));
});

test('a run that is too long to be decoded is said to be unseen, in pieces and whole', () => {
  const run = Buffer.from('words that are no secret').toString('base64').repeat(530_000);
  const bytes = Buffer.from(`first line\n"${run}"\n${stripeKey}\n`);
  const scan = whole(bytes);
  expect(scan).toMatchObject({
    findings: [{ ruleId: 'stripe-live-key', line: 3 }],
    unseen: [{ line: 2, endLine: 2, reason: 'encoded text that is too long to decode' }],
  });
  expect(inChunks(bytes, 1_000_000, 1_000_000)).toEqual(scan);
});

test('an empty input is clean', () => {
  expect(createStreamScanner(engine, KEY).end()).toEqual({ findings: [], allowed: [], surplus: [], unseen: [] });
});

test('a piece of no bytes is refused', () => {
  expect(() => createStreamScanner(engine, KEY, { pieceBytes: 0 })).toThrow(RangeError);
});
