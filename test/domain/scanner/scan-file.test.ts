/** Whole files in every encoding that they come in. */
import { utf16 as textOf } from '../../../src/domain/scanner/decode.js';
import { scanFile } from '../../../src/domain/scanner/scan-file.js';
import { engine, KEY, slackToken, stripeKey } from './_samples.js';

const TEXT = `é日🎉\nkey: ${stripeKey}\nold: ${slackToken} # seaworthy:allow revoked\n`;
const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');

test.each([
  ['text', TEXT],
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-16, little end first', utf16],
  ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ['UTF-16 with a byte too many', Buffer.concat([utf16, Buffer.from([0x0a])])],
  ['no encoding at all', Buffer.concat([Buffer.from([0xff, 0xc3, 0x0a]), Buffer.from(TEXT.slice(5))])],
])('%s', (_, content) => {
  const { findings, allowed, surplus } = scanFile(engine, content, KEY, 'a.yml');
  expect(findings).toMatchObject([{ ruleId: 'stripe-live-key', path: 'a.yml', line: 2, column: 6 }]);
  expect(allowed).toMatchObject([{ ruleId: 'slack-bot-token', line: 3, reason: 'revoked' }]);
  expect(surplus).toEqual([]);
});

test.each([
  ['little', utf16],
  ['big', Buffer.from(utf16).swap16()],
])('a match in UTF-16, %s end first, is located in bytes', (_, bytes) => {
  const [match] = engine.scanBytes(bytes).matches;
  const value = Buffer.concat([bytes.subarray(0, 2), bytes.subarray(match?.start, match?.end)]);
  expect(textOf(value)).toBe(`\ufeff${stripeKey}`);
});

test('the fingerprint does not depend on the encoding', () => {
  const [first] = scanFile(engine, utf16, KEY).findings;
  const [second] = scanFile(engine, `x ${stripeKey}`, KEY).findings;
  expect(first?.fingerprint).toBe(second?.fingerprint);
});

test('lines are right in a file of many pieces, most of which hold nothing', () => {
  const filler = 'é,日 and 🎉 are no secrets here\n'.repeat(40_000);
  const part = `key: ${stripeKey}\nold: ${slackToken} # seaworthy:allow revoked\n`;
  const text = part + filler + part + filler + filler + part;
  const { findings, allowed } = scanFile(engine, Buffer.from(text), KEY);
  const linesOf = (value: string): number[] =>
    [...text.matchAll(new RegExp(value, 'g'))].map(({ index }) => text.slice(0, index).split('\n').length);
  expect(findings.map(({ line, start }) => [line, text.slice(start, start + stripeKey.length)])).toEqual(
    linesOf(stripeKey).map((line) => [line, stripeKey]),
  );
  expect(allowed.map(({ line }) => line)).toEqual(linesOf(slackToken));
});
