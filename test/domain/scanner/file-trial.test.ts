/** Files that are found whole, read at once and in pieces, and what keeps them from being found. */
import { scanFile } from '../../../src/domain/scanner/scan-file.js';
import { createStreamScanner } from '../../../src/domain/scanner/stream-scanner.js';
import { ALNUM, random } from '../../../src/domain/scanner/rules/_samples.js';
import { engine, KEY, stripeKey } from './_samples.js';

const keystore = (body: string): Buffer =>
  Buffer.from(`\xfe\xed\xfe\xed\0\0\0\x02\0\0\0\x01\0\0\0\x01\0\x05alias${body}`, 'latin1');
const small = keystore(random(ALNUM, 3_000));
const rulesIn = (content: Uint8Array | string, path?: string): string[] =>
  scanFile(engine, content, KEY, path).findings.map(({ ruleId }) => ruleId);

test.each([
  ['a keystore', small, 'app/release.jks', ['java-keystore']],
  ['the same under another name', small, 'app/release.bin', []],
  ['the same without a name', small, undefined, []],
  ['text that reads like one', small.toString('latin1'), 'app/release.jks', []],
  ['another file of that name', Buffer.from('see the wiki\n'), 'app/release.jks', []],
  ['one that is behind other bytes', Buffer.concat([Buffer.from('\n'), small]), 'app/release.jks', []],
  ['an empty file', Buffer.alloc(0), 'app/release.jks', []],
])('%s', (_, content, path, expected) => {
  expect(rulesIn(content, path)).toEqual(expected);
});

test('a value at its start stands instead, and one further on beside it', () => {
  expect(rulesIn(keystore(` ${stripeKey} ${random(ALNUM, 3_000)}`), 'a.jks')).toEqual(['stripe-live-key']);
  expect(rulesIn(keystore(`${random(ALNUM, 3_000)} ${stripeKey} `), 'a.jks')).toEqual([
    'java-keystore',
    'stripe-live-key',
  ]);
});

test('in a test’s folder it says little', () => {
  expect(scanFile(engine, small, KEY, 'test/fixtures/a.jks').findings).toMatchObject([{ confidence: 'low' }]);
});

test('read in pieces it is the same finding, without any of its bytes in the preview', () => {
  const whole = scanFile(engine, small, KEY, 'a.jks');
  const scanner = createStreamScanner(engine, KEY, { path: 'a.jks', pieceBytes: 100 });
  for (let at = 0; at < small.length; at += 70) scanner.push(small.subarray(at, at + 70));
  expect(scanner.end()).toEqual(whole);
  expect(whole.findings).toMatchObject([{ line: 1, column: 1, preview: '••••' }]);
});

test('the fingerprint is of the first 1,024 bytes', () => {
  const [first, other, later] = [small, keystore(random(ALNUM, 3_000, 2)), Buffer.concat([small, small])].map(
    (bytes) => scanFile(engine, bytes, KEY, 'a.jks').findings[0]?.fingerprint,
  );
  expect(other).not.toBe(first);
  expect(later).toBe(first);
});

test.each([
  ['the client of RFC 6749', `Authorization: Basic ${Buffer.from('s6BhdRkqt3:gX1fBat3bV').toString('base64')}`],
  [
    'the key of RFC 8410',
    [
      `${'-'.repeat(5)}BEGIN PRIVATE KEY${'-'.repeat(5)}`,
      ['MC4CAQAwBQYDK2VwBCIEINTuctv5', 'E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC'].join(''),
      `${'-'.repeat(5)}END PRIVATE KEY${'-'.repeat(5)}`,
    ].join('\n'),
  ],
])('a published example is no finding: %s', (_, text) => {
  expect(rulesIn(text)).toEqual([]);
});
