/** Findings and redaction: places, masks and fingerprints, and nowhere the value. */
import { findingsOf, fingerprintOf, mask, shortFingerprint } from '../../../src/domain/scanner/finding.js';
import { redact } from '../../../src/domain/scanner/redact.js';
import { engine, KEY, pemKey, slackToken, stripeKey } from './_samples.js';

const findingsIn = (text: string, key: Uint8Array = KEY) =>
  findingsOf(text, engine.scanText(text).matches, key, 'src/a.ts');

test('a finding says what it is and where, and nothing of the value', () => {
  const findings = findingsIn(`first\r\n  a = "${slackToken}"\n${pemKey}\n`);
  expect(findings).toMatchObject([
    { ruleId: 'slack-bot-token', path: 'src/a.ts', line: 2, column: 8, endLine: 2, preview: 'xoxb••••', start: 14 },
    { ruleId: 'private-key', line: 3, column: 1, endLine: 6, preview: '----••••', severity: 'MAXIMUM' },
  ]);
  const said = JSON.stringify(findings);
  for (const piece of [slackToken.slice(5, 15), slackToken.slice(-12), ...pemKey.split('\n').slice(1, 3)]) {
    expect(said).not.toContain(piece);
  }
});

test.each([
  ['a known prefix', 'ghp_0000000000000000', ['ghp_'], 'ghp_••••'],
  ['no known prefix', 'hunter-two-and-more', ['password'], '••••'],
  ['a prefix longer than four characters', 'github_pat_00000000000', ['github_pat_'], 'gith••••'],
  ['a value so short that a quarter is less than the prefix', 'sk-12345', ['sk-'], 'sk••••'],
  ['a prefix in capitals', 'AKIA0000000000000000', ['akia'], 'AKIA••••'],
  ['the longest of several prefixes', 'sk-ant-000000000000000', ['sk-', 'sk-ant-'], 'sk-a••••'],
])('the mask of %s', (_, value, prefixes, expected) => {
  expect(mask(value, prefixes)).toBe(expected);
});

test('a fingerprint is that of the value under the key, wherever the value stands', () => {
  const [first, second] = findingsIn(`${stripeKey}\n  elsewhere ${stripeKey}`);
  expect(first?.fingerprint).toBe(second?.fingerprint);
  expect(first?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect(findingsIn(stripeKey, Buffer.alloc(32, 8))[0]?.fingerprint).not.toBe(first?.fingerprint);
  expect(shortFingerprint(first?.fingerprint ?? '')).toHaveLength(8);
});

test('HMAC-SHA256 as RFC 4231, test case 6, has it', () => {
  expect(fingerprintOf('Test Using Larger Than Block-Size Key - Hash Key First', Buffer.alloc(131, 0xaa))).toBe(
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  );
});

test('a short fingerprint key is refused', () => {
  expect(() => fingerprintOf('value', Buffer.alloc(15))).toThrow(RangeError);
});

describe('redact', () => {
  test.each([
    ['one token', `a ${slackToken} b`, 'a [secret removed] b'],
    ['a key block', `a\n${pemKey}\nb`, 'a\n[secret removed]\nb'],
    ['an allowed token', `${slackToken} seaworthy:allow revoked`, '[secret removed] seaworthy:allow revoked'],
    ['nothing', 'a plain line', 'a plain line'],
    ['an empty text', '', ''],
  ])('%s', (_, text, expected) => {
    expect(redact(text, engine)).toBe(expected);
  });

  test('more tokens than a scan locates', () => {
    expect(redact(`${slackToken}\n`.repeat(3000), engine)).not.toContain(slackToken);
  });

  test('what it has redacted stays as it is', () => {
    const once = redact(`password: "${slackToken}" token=${stripeKey}`, engine);
    expect(redact(once, engine)).toBe(once);
  });
});
