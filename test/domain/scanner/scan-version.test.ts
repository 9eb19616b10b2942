/** A version that is compared with another one is found to hold what a scan of the whole finds, whatever changed. */
import fc from 'fast-check';
import { commonEnds } from '../../../src/domain/scanner/common-ends.js';
import { createEngine } from '../../../src/domain/scanner/engine.js';
import { NEAR_REACH, REACH_BEFORE } from '../../../src/domain/scanner/reach.js';
import type { Rule } from '../../../src/domain/scanner/rule.js';
import { scanFile } from '../../../src/domain/scanner/scan-file.js';
import { scanVersion } from '../../../src/domain/scanner/scan-version.js';
import { ALNUM, BASE64, random } from '../../../src/domain/scanner/rules/_samples.js';
import { engine, hostile, KEY, pemKey, slackToken, stripeKey } from './_samples.js';

const PATH = 'a.yml';

/** Scans the versions one after the other, each beside the one before where that is plain; counts those that were. */
function inTurn(versions: readonly Buffer[], path = PATH): number {
  let before: Buffer | null | undefined;
  let compared = 0;
  for (const bytes of versions) {
    if (before instanceof Buffer) compared += 1;
    const { scan, isPlain } = scanVersion(engine, bytes, KEY, path, before);
    expect(scan).toEqual(scanFile(engine, bytes, KEY, path));
    before = isPlain ? bytes : undefined;
  }
  return compared;
}

const filler = fc
  .tuple(fc.constantFrom('filler text, nothing in it\n', 'x = y + 1;', 'é日🎉 ', 'word\r\n'), fc.nat(4000))
  .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)));

const longKey = pemKey.replace('\n', `\n${`${random(BASE64, 64, 9)}\n`.repeat(60)}`);

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signature = random(ALNUM, 43, 6);
const token = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: '8137', aud: random(ALNUM, 2200, 8) })}.${signature}\n`;
const manifest = `data:\n  root: ${Buffer.from('V9k#2mPq!xB7').toString('base64')}\n${'  other: 1\n'.repeat(200)}kind: Secret\n`;
const manifestByHand = `kind: Secret\n${'a: b\n'.repeat(900)}data:\n  root: ${Buffer.from('V9k#2mPq!xB7').toString('base64')}\n`;
const jwk = `{\n"kty": "EC",\n"crv": "P-256",\n${'"x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",\n'.repeat(3)}"d": "${random(ALNUM, 43, 4)}"\n}\n`;

/** Every text that a rule finds, and values that stand encoded, allowed, and over several lines. */
const ofRules = engine.rules.flatMap((rule) => rule.matches().map(({ text, path = PATH }) => ({ text, path })));
const special = [
  pemKey,
  longKey,
  longKey.replaceAll('\n', '\\n'),
  `${stripeKey} // seaworthy:allow revoked long ago`,
  `x: ${Buffer.from(`{"password": "${stripeKey}"}`).toString('base64')}\n`,
  `x: ${Buffer.from(`token ${slackToken}`).toString('hex')}\n`,
  encodeURIComponent(`a"=${slackToken}&b`),
  `"\\u0070\\u0061ssword=${slackToken.replace('x', '\\u0078')}"`,
  manifest,
  jwk,
  manifestByHand,
  Buffer.from(`wide ${slackToken}`, 'utf16le').toString('latin1'),
  `\ufeff${[...slackToken].join('\0')}`,
].map((text) => ({ text, path: PATH }));

test('what an edit completes, takes away or moves is found as in the whole', () => {
  let compared = 0;
  fc.assert(
    fc.property(
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ofRules) }, fc.constantFrom(...special)),
      filler,
      filler,
      fc.nat(1000),
      fc.oneof(fc.nat(10), fc.nat(3000)),
      ({ text, path }, head, tail, share, length) => {
        const from = Math.floor((text.length * share) / 1000);
        const to = from + 1 + length;
        const cut = text.slice(0, from) + text.slice(to);
        const versions = [cut, text, cut, text.slice(from, to), cut + cut];
        compared += inTurn(
          versions.map((each) => Buffer.from(head + each + tail)),
          path,
        );
      },
    ),
    { numRuns: 600 },
  );
  expect(compared).toBeGreaterThan(600);
});

test('any edit of any text', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(hostile, filler), { maxLength: 4 }), hostile, fc.nat(1000), (parts, other, share) => {
      const text = parts.flat().join('');
      const at = Math.floor((text.length * share) / 1000);
      const edited = [text, text.slice(0, at) + other + text.slice(at), text.slice(0, at) + text.slice(at + 9)];
      inTurn(edited.map((each) => Buffer.from(each)));
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['the end of a long token', token, `.${signature}`, '.'],
  ['a value far behind what says that it is a Secret', manifestByHand, 'root', '# root'],
  ['the kind behind what it says is a Secret', manifest, 'kind: Secret', 'kind: Config'],
  ['the name before a JSON Web Key', jwk, '"kty"', '"ktx"'],
])('%s, far from what it makes a secret', (_, text, mark, other) => {
  const clean = text.replace(mark, other);
  expect(scanFile(engine, Buffer.from(clean), KEY, PATH).findings).toEqual([]);
  expect(scanFile(engine, Buffer.from(text), KEY, PATH).findings).toHaveLength(1);
  inTurn([Buffer.from(clean), Buffer.from(text)]);
});

const END = '<end>';
const BEGIN = '<begin>';
const word = 'mark';
/** Nothing but short lines, so that no margin is larger than it has to be. */
const lines = (length: number): string => 'x\n'.repeat(length / 2) + '\n'.repeat(length % 2);

/** What each rule looks at is a sign as far away as `reach.ts` lets it be. */
const farthest = createEngine(
  [
    signRule('ahead', (text, at) => text.indexOf(END, at), NEAR_REACH),
    signRule('behind', (text, at) => text.lastIndexOf(BEGIN, at), REACH_BEFORE),
  ],
  { checkSamples: false },
);

function signRule(id: string, signIn: (text: string, at: number) => number, most: number): Rule {
  return {
    ...{ id, version: 1, provider: id, title: id, opens: id, runbook: id, reference: 'https://example.com' },
    ...{ severity: 'HIGH', confidence: 'high', rank: 'format', keywords: [word], reach: NEAR_REACH },
    ...{ matches: () => [], ignores: () => [] },
    find: (text, at) => {
      const sign = signIn(text, at);
      return sign === -1 || Math.abs(sign - at) > most ? null : { start: at, end: at + word.length };
    },
  };
}

test.each<[string, string, string]>([
  ['behind it', `${word}\n${lines(NEAR_REACH - word.length - 1 - END.length)}${END}\n`, '>'],
  ['before it', `${BEGIN}\n${lines(REACH_BEFORE - BEGIN.length - 1)}${word}\n`, '<'],
])('a keyword as far from the edit %s as a rule may look', (_, text, edge) => {
  const around = lines(4 * NEAR_REACH);
  const [before, after] = [text.replace(edge, '|'), text].map((each) => Buffer.from(around + each + around));
  if (before === undefined || after === undefined) throw new Error('two versions');
  expect(scanVersion(farthest, before, KEY, PATH)).toMatchObject({ scan: { findings: [] }, isPlain: true });
  const whole = scanFile(farthest, after, KEY, PATH);
  expect(whole.findings).toHaveLength(1);
  expect(scanVersion(farthest, after, KEY, PATH, before).scan).toEqual(whole);
});

test('a value as far behind its name as lines of letters of three bytes let it be', () => {
  const line = `${'説'.repeat(98)}\n`;
  const blanks = ' '.repeat(16);
  const [before, after] = ['var.db_password', 'Tr0ub4dor&3xZ'].map((value) =>
    Buffer.from(
      `${lines(6000)}variable "db_password_of_the_application" {\n${line.repeat(3)}${blanks}default${blanks}=${blanks}\n` +
        `${' '.repeat(60)}"${value}"\n}\n${lines(6000)}`,
    ),
  );
  if (before === undefined || after === undefined) throw new Error('two versions');
  expect(scanVersion(engine, before, KEY, 'main.tf')).toMatchObject({ scan: { findings: [] }, isPlain: true });
  const whole = scanFile(engine, after, KEY, 'main.tf');
  expect(whole.findings).toHaveLength(1);
  expect(scanVersion(engine, after, KEY, 'main.tf', before).scan).toEqual(whole);
});

test('a version beside one that was not plain is scanned whole', () => {
  const bytes = Buffer.from(`a = "${slackToken}"\n`);
  expect(scanVersion(engine, bytes, KEY, PATH, null)).toEqual({
    scan: scanFile(engine, bytes, KEY, PATH),
    isPlain: false,
  });
});

test('common ends are the longest there are, and never overlap', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b') }),
    fc.nat(300).map((length) => 'a'.repeat(length)),
  );
  fc.assert(
    fc.property(text, text, text, text, (head, tail, a, b) => {
      const [one, other] = [Buffer.from(head + a + tail), Buffer.from(head + b + tail)];
      const { prefix, suffix } = commonEnds(one, other);
      const most = Math.min(one.length, other.length);
      expect(prefix + suffix).toBeLessThanOrEqual(most);
      expect(one.subarray(0, prefix)).toEqual(other.subarray(0, prefix));
      expect(one.subarray(one.length - suffix)).toEqual(other.subarray(other.length - suffix));
      if (prefix < most) expect(one[prefix]).not.toBe(other[prefix]);
      if (prefix + suffix < most) expect(one.at(-1 - suffix)).not.toBe(other.at(-1 - suffix));
    }),
  );
});
