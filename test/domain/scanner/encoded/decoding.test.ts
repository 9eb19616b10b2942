/** Values that stand encoded are found where they stand, named as what they are, and covered whole. */
import { decodeFrom } from '../../../../src/domain/scanner/encoded/decoding.js';
import { findingsOf } from '../../../../src/domain/scanner/finding.js';
import { type Encoding, ENCODINGS } from '../../../../src/domain/scanner/match.js';
import { MASK, redact } from '../../../../src/domain/scanner/redact.js';
import { scanFile } from '../../../../src/domain/scanner/scan-file.js';
import { engine, KEY, pemKey, slackToken, stripeKey } from '../_samples.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const hex = (text: string): string => Buffer.from(text).toString('hex');
const percent = (text: string): string => encodeURIComponent(text).replace(/[A-Z_]/g, (char) => `%${hex(char)}`);
const units = (text: string, write: (code: string) => string): string =>
  text.replace(/./gs, (char) => write(char.charCodeAt(0).toString(16)));
const password = ['Tr0ub4', 'dor', '&3x'].join('');

const manifest = (...before: readonly string[]): string =>
  [
    'apiVersion: v1',
    ...before,
    'data:',
    `  username: ${base64('service')}`,
    `  db-root: ${base64(password)}`,
    'type: Opaque',
  ].join('\n');

test.each([
  ['a token in base64', `blob = "${base64(`use ${slackToken} here`)}"`, 'slack-bot-token', slackToken, 'base64'],
  [
    'a token in base64url',
    Buffer.from(`{"k":"${stripeKey}","é":"ÿ~?>"}`).toString('base64url'),
    'stripe-live-key',
    stripeKey,
    'base64',
  ],
  ['a key block in base64', `client-key-data: ${base64(`${pemKey}\n`)}`, 'private-key', pemKey, 'base64'],
  ['a token in hexadecimal', `x'${hex(slackToken)}'`, 'slack-bot-token', slackToken, 'hex'],
  ['a token in percent escapes', `?a=1&t=${percent(stripeKey)}&b=2`, 'stripe-live-key', stripeKey, 'percent'],
  [
    'a token in \\u escapes',
    `"${units(stripeKey, (code) => `\\u${code.padStart(4, '0')}`)}"`,
    'stripe-live-key',
    stripeKey,
    'escapes',
  ],
  [
    'a token in \\x escapes',
    `'${units(slackToken, (code) => `\\x${code.toUpperCase()}`)}'`,
    'slack-bot-token',
    slackToken,
    'escapes',
  ],
  [
    'one character of a token escaped',
    `"${slackToken.replace('b', '\\x62')}"`,
    'slack-bot-token',
    slackToken,
    'escapes',
  ],
  [
    'a token in UTF-16 among other bytes',
    `\u0001\u0002${[...slackToken].join('\0')}\0\u0003`,
    'slack-bot-token',
    slackToken,
    'utf-16',
  ],
  ['a password in a Kubernetes Secret', manifest('kind: Secret'), 'generic-key', password, 'base64'],
  ['a password in a Secret whose kind comes last', `${manifest()}\nkind: Secret\n`, 'generic-key', password, 'base64'],
  [
    'a password in base64 given to a name',
    `db_password: ${base64(password)}\n`,
    'generic-password',
    password,
    'base64',
  ],
] as const)('%s', (_, text, ruleId, value, encoding) => {
  const { matches } = engine.scanText(text);
  const match = matches.find(({ rule }) => rule.id === ruleId);
  expect(match?.encoded?.encoding).toBe(encoding);
  const { start, end } = match?.encoded ?? { start: 0, end: 0 };
  expect(decodeFrom(encoding, text.slice(match?.start, match?.end)).text.slice(start, end)).toBe(value);
  const [finding] = findingsOf(text, match === undefined ? [] : [match], KEY);
  const [plain] = scanFile(engine, `password = "${value}" ${value}`, KEY).findings;
  expect(finding?.fingerprint).toBe(plain?.fingerprint);
  const bytes = scanFile(engine, Buffer.from(text), KEY);
  expect(bytes.findings).toEqual(scanFile(engine, text, KEY).findings);
  expect(redact(text, engine)).toContain(MASK);
  expect(redact(text, engine)).not.toContain(text.slice(match?.start, match?.end));
});

test.each([
  ['base64 of base64', base64(base64(`and ${slackToken} here, and more`))],
  ['a hash', hex(Buffer.from(slackToken).reverse().toString('latin1')).replace(/7/g, 'f')],
  ['a long path', 'import x from "src/components/account/settings/passwordStrengthMeter/index"'],
  ['an entry that is no text', `kind: Secret\ndata:\n  tls.crt: ${'q83v'.repeat(9)}\n`],
  ['a Secret with nothing but a name', `kind: Secret\ndata:\n  username: ${base64('service')}\n`],
  ['entries of something else', `kind: ConfigMap\ndata:\n  greeting: ${base64(password)}\n`],
])('%s is left alone', (_, text) => {
  expect(engine.scanText(text).matches).toEqual([]);
});

test('the value in UTF-16 without a mark is found in bytes, whichever end comes first', () => {
  const little = Buffer.from(`first line\nkey = ${stripeKey}\n`, 'utf16le');
  for (const bytes of [little, Buffer.from(little).swap16()]) {
    expect(scanFile(engine, bytes, KEY).findings).toMatchObject([{ ruleId: 'stripe-live-key', line: 2 }]);
  }
});

test.each(ENCODINGS.map((encoding) => [encoding]))(
  '%s: what is not valid is read as far as it goes',
  (encoding: Encoding) => {
    for (const broken of [
      '',
      '%',
      '%zz',
      '\\u12',
      '\\u{ffffff}',
      '\\',
      '=',
      'A',
      '\0',
      '\0\0\0',
      'é',
      '%ff%fe',
      '\\xzz',
    ]) {
      const { text, spanOf } = decodeFrom(encoding, broken);
      const { start, end } = spanOf(0, text.length);
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(broken.length);
    }
  },
);
