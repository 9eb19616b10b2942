/** Tokens of a vendor's form that stand somewhere by chance. */
import { isByChance, isUneven } from '../../../../src/domain/scanner/rules/_by-chance.js';
import { ALNUM, BASE64, HEX, LOWER, random } from '../../../../src/domain/scanner/rules/_samples.js';

const MIXED = '0-9A-Za-z';

function judged(prefix: string, body: string, before = '', after = ''): boolean {
  const value = prefix + body;
  const start = before.length;
  const candidate = { text: before + value + after, value, start, end: start + value.length, path: undefined };
  return isByChance(candidate, prefix, MIXED);
}

const body = random(ALNUM, 60, 1);
const data = random(BASE64.replace(/[+/]/g, ''), 30, 2);

test.each([
  ['behind base64', judged('EAA', body, `${data}/`)],
  ['behind a plus sign', judged('EAA', body, 'a+')],
  ['before base64', judged('EAA', body, '"', `/${data}"`)],
  ['before padding', judged('EAA', body, '"', '/UY="')],
  ['on a line of base64 below another', judged('EAA', body, `"${random(BASE64, 64, 6)}\\n"\n  "`, '\\n"\n')],
  ['on a line of base64 above another', judged('EAA', body, '', `\n${random(BASE64, 64, 7)}\n`)],
  ['in upper-case hexadecimal digits', judged('EAAA', random(HEX, 60, 3).toUpperCase())],
  ['every character once', judged('cio', 'iae0ujc13bdkslr25m78fghnpw69qtvz')],
  ['mostly one letter', judged('EAA', 'AgAAAAEAAA'.repeat(9))],
  ['words joined by hyphens', judged('pa-', `en-andre-plass-${random(LOWER, 20)}`)],
  ['in the middle of such words', judged('pa-', body, 'ligger-')],
])('%s it is no token', (_, isNone) => {
  expect(isNone).toBe(true);
});

test.each([
  ['in quotes', judged('EAA', body, '"', '"')],
  ['in a path', judged('EAA', body, 'https://api.acme.io/v2/keys/', '/rotate')],
  ['in the scope of a signature', judged('LTAI', random(ALNUM, 20, 4), 'Credential=', '/20260131/cn-hangzhou/ecs')],
  ['as the parameter of a query', judged('EAA', body, '?path=/a&token=', '&x=/1')],
  ['of hexadecimal digits behind a prefix that has others', judged('dop', random(HEX, 40, 5))],
  ['below the setting of another value', judged('EAA', body, `KEY=${random(ALNUM, 64, 8)}\nTOKEN=`, '\n')],
  ['behind an option', judged('pa-', body, '--key ')],
])('%s it is one', (_, isNone) => {
  expect(isNone).toBe(false);
});

test('random bodies are even', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    expect(isUneven(random(ALNUM, 24, seed), MIXED)).toBe(false);
    expect(isUneven(random(HEX, 32, seed), '0-9a-f')).toBe(false);
  }
});
