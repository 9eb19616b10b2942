/** The engine: where matches lie, which of them stand, what is allowed, and that nothing is dropped in silence. */
import { MAX_MATCHES_PER_RULE, newCollector } from '../../../src/domain/scanner/collector.js';
import { MAX_DECODED } from '../../../src/domain/scanner/encoded/decoding.js';
import { createEngine } from '../../../src/domain/scanner/engine.js';
import type { Rule } from '../../../src/domain/scanner/rule.js';
import { viewOf } from '../../../src/domain/scanner/view.js';
import { engine, slackToken, stripeKey } from './_samples.js';

const idsIn = (text: string, path?: string): string[] =>
  engine.scanText(text, path === undefined ? {} : { path }).matches.map(({ rule }) => rule.id);

test.each([
  ['at the very start', '', ''],
  ['at the very end', 'x ', ''],
  ['after an escaped line break', 'say("\\n', '")'],
  ['after a percent escape', '?a=b%3D', '&c=d'],
  ['after a wide character', '日本語 → ', ' 🎉'],
  ['after a character whose low byte is a letter', '\u0161\u0241', ''],
  ['after NUL bytes', '\0\0', '\0'],
  ['on a line of a megabyte', `${'a '.repeat(500_000)}`, ' b'.repeat(10)],
])('a token %s is found where it stands', (_, before, after) => {
  const text = before + slackToken + after;
  expect(engine.scanText(text).matches).toMatchObject([
    { rule: { id: 'slack-bot-token' }, start: before.length, end: before.length + slackToken.length },
  ]);
  const bytes = Buffer.from(text);
  const [match] = engine.scanBytes(bytes).matches;
  expect(bytes.subarray(match?.start, match?.end).toString()).toBe(slackToken);
});

test.each([
  ['within a longer word', `my${slackToken}`],
  ['with a character too many', `${slackToken}${'a'.repeat(60)}`],
  ['with a wide character that folds to a keyword', slackToken.replace('x', '\u0178')],
  ['in empty text', ''],
])('nothing is found %s', (_, text) => {
  expect(idsIn(text)).toEqual([]);
});

test('the more particular rule stands where several claim a value', () => {
  expect(idsIn(`slack_token = "${slackToken}"`)).toEqual(['slack-bot-token']);
  expect(idsIn(`https://bot:${stripeKey}@api.acme.io/`)).toEqual(['stripe-live-key']);
});

test('several values on a line are several matches, in order', () => {
  expect(idsIn(`${stripeKey},${slackToken};${stripeKey}`)).toEqual([
    'stripe-live-key',
    'slack-bot-token',
    'stripe-live-key',
  ]);
});

describe('seaworthy:allow', () => {
  const scan = (text: string) => {
    const { matches, allowed } = engine.scanText(text);
    return { found: matches.length, reasons: allowed.map(({ reason }) => reason) };
  };

  test.each([
    ['behind the value', `k = "${slackToken}" # seaworthy:allow revoked in May`, ['revoked in May']],
    ['in a block comment before it', `/* seaworthy:allow a test */ k = "${slackToken}"`, ['a test']],
    ['in an HTML comment', `${slackToken} <!-- seaworthy:allow: shown in class -->`, ['shown in class']],
    ['in capitals', `${slackToken} // SEAWORTHY:ALLOW revoked`, ['revoked']],
    ['for two values', `${slackToken} ${stripeKey} seaworthy:allow both dead`, ['both dead', 'both dead']],
  ])('with a reason %s it allows the line', (_, text, reasons) => {
    expect(scan(text)).toEqual({ found: 0, reasons });
  });

  test.each([
    ['without a reason', `${slackToken} # seaworthy:allow`],
    ['with signs for a reason', `${slackToken} # seaworthy:allow --`],
    ['on the line before', `# seaworthy:allow revoked\n${slackToken}`],
    ['on the line after', `${slackToken}\n# seaworthy:allow revoked`],
    ['glued to more letters', `${slackToken} # seaworthy:allowed revoked`],
  ])('%s it allows nothing', (_, text) => {
    expect(scan(text)).toEqual({ found: 1, reasons: [] });
  });

  test('a reason never carries a value', () => {
    const { allowed } = engine.scanText(`seaworthy:allow because of ${slackToken} here`);
    expect(allowed.map(({ reason }) => reason)).toEqual(['because of']);
    expect(engine.scanText(`seaworthy:allow ${slackToken}`).matches).toHaveLength(1);
  });
});

test('matches beyond the limit are counted, not dropped', () => {
  const many = MAX_MATCHES_PER_RULE + 7;
  const { matches, surplus } = engine.scanText(`${slackToken} ${stripeKey}\n`.repeat(many));
  expect(matches).toHaveLength(2 * MAX_MATCHES_PER_RULE);
  expect(surplus).toEqual([
    { ruleId: 'slack-bot-token', count: 7 },
    { ruleId: 'stripe-live-key', count: 7 },
  ]);
});

test('the scan of bytes that are no UTF-8 finds the same token', () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x20]), Buffer.from(slackToken)]);
  expect(engine.scanBytes(bytes).matches).toMatchObject([{ start: 5, end: 5 + slackToken.length }]);
});

test('more encoded text than an input may have decoded is unseen, not passed', () => {
  const text = `"${Buffer.from(`a token: ${stripeKey}`).toString('base64')}"`;
  const bytes = Buffer.from(text);
  const collector = newCollector();
  collector.decoded = MAX_DECODED;
  engine.scanPiece({ bytes, view: viewOf(text), base: 500, from: 0, to: bytes.length }, collector, undefined);
  expect(collector.matches).toEqual([]);
  expect(collector.unseen).toMatchObject([{ start: 501, reason: 'more encoded text than is decoded' }]);
});

describe('rules with errors stop the creation of an engine', () => {
  const good: Rule = {
    id: 'acme-token',
    version: 1,
    provider: 'Acme',
    title: 'Acme token',
    opens: 'Acme',
    severity: 'HIGH',
    confidence: 'high',
    rank: 'vendor',
    keywords: ['acme_'],
    find: /acme_[a-z]{4}/,
    reference: 'https://acme.test/tokens',
    runbook: 'acme-token',
    matches: () => [{ text: ['acme', 'wxyz'].join('_') }],
    ignores: () => [{ text: 'acme_1' }],
  };

  test('a rule without any is taken', () => {
    expect(createEngine([good]).scanText('acme_wxyz').matches).toHaveLength(1);
  });

  test.each([
    ['no rule at all', [], 'there are no rules'],
    ['the same id twice', [good, good], 'acme-token: the id is used twice'],
    ['an id that is no word', [{ ...good, id: 'Acme Token' }], 'the id is not kebab-case'],
    ['a version of nought', [{ ...good, version: 0 }], 'the version is not a positive integer'],
    ['no keyword', [{ ...good, keywords: [] }], 'it has no keyword'],
    ['a keyword with capitals', [{ ...good, keywords: ['ACME_'] }], 'keyword "ACME_" is not 3 to 64 lower-case'],
    ['a keyword of two letters', [{ ...good, keywords: ['ac'] }], 'keyword "ac" is not 3 to 64'],
    ['a keyword in no sample', [{ ...good, keywords: ['acme_', 'acne_'] }], 'no matching sample contains "acne_"'],
    ['a sample without keyword', [{ ...good, keywords: ['other'] }], 'matching sample 1 contains no keyword'],
    ['no matching sample', [{ ...good, matches: () => [] }], 'it has no sample that it matches'],
    ['no ignored sample', [{ ...good, ignores: () => [] }], 'it has no sample that it ignores'],
    ['an expression with flags', [{ ...good, find: /acme_[a-z]{4}/g }], 'has flags other than i'],
    ['an unbounded expression', [{ ...good, find: /acme_[a-z]+/ }], 'repeats without a bound'],
    ['an open count', [{ ...good, find: /acme_[a-z]{4,}/ }], 'repeats without a bound'],
    [
      'an expression that looks too far',
      [{ ...good, find: /acme_(?:[a-z]{1,40}-){1,1000}/ }],
      'looks at more than 32768',
    ],
    ['an expression of nothing', [{ ...good, find: /(?:acme_)?/ }], 'matches the empty text'],
    [
      'a reference without https',
      [{ ...good, reference: 'http://acme.test' }],
      'the reference is not an https address',
    ],
    ['a runbook that is no id', [{ ...good, runbook: '' }], 'the runbook id is not kebab-case'],
  ])('%s', (_, rules, problem) => {
    expect(() => createEngine(rules)).toThrow(problem);
  });

  test('samples are left alone where they were looked at', () => {
    expect(() => createEngine([{ ...good, matches: () => [] }], { checkSamples: false })).not.toThrow();
    expect(() => createEngine([{ ...good, version: 0 }], { checkSamples: false })).toThrow('version');
  });

  test('every problem is named at once', () => {
    expect(() => createEngine([{ ...good, version: 0, runbook: '' }])).toThrow(/version.*\n.*runbook/);
  });

  test('plus signs and stars in classes and escapes are no repetition', () => {
    expect(() => createEngine([{ ...good, find: /acme_[a-z*+]{4}|\*\+/ }])).not.toThrow();
  });

  test('the version follows ids and versions, not their order', () => {
    const other = { ...good, id: 'other-token' };
    const { version } = createEngine([good, other]);
    expect(createEngine([other, good]).version).toBe(version);
    expect(createEngine([good]).version).not.toBe(version);
    expect(createEngine([good, { ...other, version: 2 }]).version).not.toBe(version);
    expect(version).toMatch(/^[0-9a-f]{16}$/);
  });
});
