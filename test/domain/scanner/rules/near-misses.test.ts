/** Values that are a vendor's token but for one character: nothing finds them, under whatever name. */
import { createEngine } from '../../../../src/domain/scanner/engine.js';
import { loadRules } from '../../../../src/domain/scanner/registry.js';
import { base62, crc32 } from '../../../../src/domain/scanner/rules/_checks.js';
import { ALNUM, BASE64URL, DIGITS, HEX, LOWER, random } from '../../../../src/domain/scanner/rules/_samples.js';

const engine = createEngine(await loadRules());
const NAMES = ['value', 'ACME_TOKEN', 'api_key'];
const rulesAt = (value: string): string[] =>
  NAMES.flatMap((name) => engine.scanText(`${name} = "${value}"\n`).matches.map(({ rule }) => rule.id));

function checked(prefix: string): string {
  const body = random(ALNUM, 30, 3);
  return prefix + body + base62(crc32(body));
}

/** Tokens whose length never changes. */
const FIXED = [
  ['GitHub', checked('ghp_')],
  ['GitHub, of an app', checked('ghs_')],
  ['npm', checked('npm_')],
  ['Anthropic', `sk-ant-api03-${random(BASE64URL, 93, 4)}AA`],
  ['Docker', `dckr_oat_${random(ALNUM, 32, 5)}`],
  ['Figma', `figd_${random(ALNUM, 40, 6)}`],
  ['Heroku', `HRKU-AA${random(ALNUM, 58, 7)}`],
  ['Neon', `napi_${random(DIGITS + LOWER, 64, 8)}`],
  ['Notion', `ntn_${random(DIGITS, 11, 9)}${random(ALNUM, 35, 10)}`],
  ['NVIDIA', `nvapi-${random(ALNUM, 64, 11)}`],
  ['Perplexity', `pplx-${random(ALNUM, 48, 12)}`],
  ['Stripe', `sk_live_${random(ALNUM, 24, 13)}`],
  ['Supabase', `sb_secret_${random(ALNUM, 22, 14)}_${random(ALNUM, 8, 15)}`],
  ['xAI', `xai-${random(ALNUM, 80, 16)}`],
] as const;

describe.each(FIXED)('a token of %s', (_, token) => {
  test('is found as it is', () => {
    expect(rulesAt(token)).toHaveLength(NAMES.length);
  });

  test.each([
    ['one character short', token.slice(0, -1)],
    ['one character long', `${token}k`],
    ['with letters in front', `xq${token}`],
    ['cut behind its prefix', token.slice(0, 14)],
  ])('is none %s', (_change, value) => {
    expect(rulesAt(value)).toEqual([]);
  });
});

test.each(['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'npm_'])('a checksum that does not fit behind %s', (prefix) => {
  const token = checked(prefix);
  const other = token.endsWith('a') ? 'b' : 'a';
  expect(rulesAt(token.slice(0, -1) + other)).toEqual([]);
});

test('a refresh token of GitHub is longer, and known by its length alone', () => {
  expect(rulesAt(`ghr_${random(ALNUM, 76, 20)}`)).toContain('github-refresh-token');
});

test('the parts of an OpenAI key are equally long', () => {
  const mark = Buffer.from('OpenAI').toString('base64');
  expect(rulesAt(`sk-proj-${random(ALNUM, 74, 21)}${mark}${random(ALNUM, 74, 22)}`)).toContain('openai-key');
  expect(rulesAt(`sk-proj-${random(ALNUM, 74, 21)}${mark}${random(ALNUM, 73, 22)}`)).toEqual([]);
});

test('a webhook secret is whole groups of base64', () => {
  const secret = `whsec_${random(HEX, 32, 23)}`;
  expect(rulesAt(secret)).toContain('stripe-webhook-secret');
  expect(rulesAt(secret.slice(0, -1))).toEqual([]);
});
