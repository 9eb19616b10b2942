/** The tests of values that rules share. */
import { assignmentAt } from '../../../../src/domain/scanner/rules/_assignment.js';
import {
  base62,
  crc32,
  endsWithCrc,
  entropy,
  hasJwtHeader,
  jwtClaims,
} from '../../../../src/domain/scanner/rules/_checks.js';
import { isWordy } from '../../../../src/domain/scanner/rules/_words.js';
import { isPlaceholder } from '../../../../src/domain/scanner/rules/_placeholders.js';
import { ALNUM, HEX, random } from '../../../../src/domain/scanner/rules/_samples.js';
import { beginsAsVendors } from '../../../../src/domain/scanner/rules/_vendor-prefixes.js';

test.each([
  ['the word for examples', 'AKIAIOSFODNN7EXAMPLE'],
  ['capital crosses', 'ghp_XXXXXXXXXXXX'],
  ['what the reader shall fill in', 'your-api-key'],
  ['angle brackets', '<api key>'],
  ['a shell variable', '$API_KEY'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell variable
  ['a variable in braces', 'prefix-${KEY}'],
  ['a Windows variable', '%API_KEY%'],
  ['a mustache', '{{ vault.key }}'],
  ['an ERB tag', '<%= ENV["KEY"] %>'],
  ['dots', 'sk-12...89'],
  ['stars', 'abc***'],
  ['one character', 'aaaaaaaaaaaa'],
  ['two characters in turn', 'abababababab'],
  ['a block over and over', 'a1b2c3a1b2c3'],
  ['the digits in order', 'key0123456789'],
  ['the alphabet', 'abcdefghijklmnop'],
  ['the keyboard', 'qwertyuiop'],
  ['SOPS', 'ENC[AES256_GCM,data:p673w==,iv:YY=,aad:UQ=]'],
  ['Spring Cloud Config', '{cipher}682bc583f4641835fa2db009355293665d2647dade3375c0ee201de2a49f7bda'],
  ['a reference to 1Password', 'op://vault/item/field'],
])('%s is a placeholder', (_, value) => {
  expect(isPlaceholder(value)).toBe(true);
});

test('random values are none', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    for (const alphabet of [ALNUM, HEX]) expect(isPlaceholder(random(alphabet, 40, seed))).toBe(false);
  }
});

test.each([
  ['camel case', 'myApplicationTokenProvider', true],
  ['kebab case with a number', 'access-token-v2', true],
  ['a dotted name', 'settings.security.password2', true],
  ['constants', 'ACCESS_TOKEN_EXPIRED', true],
  ['a hump behind capitals', 'ConfluenceCloudOAuth2Api', true],
  ['an abbreviation among words', 'vm_linux_enforce_ssh_authentication', true],
  ['abbreviations alone', 'ssh_tls_cfg', false],
  ['a random key', 'kJ8sLq0Zx2Nv5Bt7', false],
  ['hex', '9f8e7d6c5b4a3928', false],
  ['consonants', 'xkcdqwrtpsdf', false],
])('words or not: %s', (_, value, expected) => {
  expect(isWordy(value)).toBe(expected);
});

test('CRC-32 has its published check value', () => {
  expect(crc32('123456789')).toBe(0xcbf43926);
  expect([0, 61, 62, 2 ** 32 - 1].map(base62)).toEqual(['000000', '00000z', '000010', '4gfFC3']);
});

test('a checksum fits its own token only', () => {
  const body = random(ALNUM, 30, 3);
  const token = `ghp_${body}${base62(crc32(body))}`;
  expect(endsWithCrc(token, 'ghp_')).toBe(true);
  expect(endsWithCrc(token.replace(body, random(ALNUM, 30, 4)), 'ghp_')).toBe(false);
});

test.each([
  ['an algorithm', { alg: 'RS256' }, true],
  ['no algorithm', { typ: 'JWT' }, false],
  ['a list', ['alg'], false],
  ['null', null, false],
])('a token header with %s', (_, header, expected) => {
  expect(hasJwtHeader(`${Buffer.from(JSON.stringify(header)).toString('base64url')}.e30.x`)).toBe(expected);
});

test('claims that are no JSON are none', () => {
  expect([jwtClaims('a.b.c'), jwtClaims('a'), jwtClaims('a.e30.c')]).toEqual([null, null, {}]);
});

test('entropy in bits per character', () => {
  expect([entropy('aaaa'), entropy('abab'), entropy('abcd')]).toEqual([0, 1, 2]);
});

test.each([
  ['comparison', 'password == "x1"', 'x1'],
  ['strict comparison', 'password === "x1"', 'x1'],
  ['comparison by a call', 'password.equals("x1")', 'x1'],
  ['comparison without quotes', 'password == x1', null],
  ['name and value side by side', 'password"\n  value: "x1"', null],
  ['attribute', 'password" value="x1" />', 'x1'],
  ['element by its attribute', 'password">x1</string>', 'x1'],
  ['fallback in a shell of code', 'password || "x1"', 'x1'],
  ['default of an environment variable', 'password", "x1")', 'x1'],
  ['list of words', 'password",\n  "x1"]', null],
  ['value on the next line in quotes', 'password =\n    "x1"', 'x1'],
  ['value in a call', 'password = SecretString::new("x1")', 'x1'],
  ['value of a question', 'password = getenv("x1")', 'getenv('],
  ['SQL and macros', "password 'x1'", 'x1'],
  ['size of an array', 'password[32] = "x1"', 'x1'],
  ['property of C#', 'password { get; set; } = "x1"', 'x1'],
  ['name with dots', 'password.default=x1', 'x1'],
  ['bold name', 'password**: x1', 'x1'],
  ['type annotation', 'password: string = "x1"', 'x1'],
  ['annotation without a value', 'password: string', 'string'],
  ['arrow function', 'password => "x1"', 'x1'],
  ['default in shell', 'password ?= x1', 'x1'],
  ['unterminated quote', 'password = "x1\n"', null],
  ['escaped quote within', 'password = "x\\"1"', 'x\\"1'],
  ['call without quotes', 'password(x1)', null],
  ['value on the next line', 'password:\n  x1', null],
  ['end of text', 'password', null],
  ['end after the operator', 'password = ', null],
])('assignment: %s', (_, text, value) => {
  const found = assignmentAt(text, 0, 'password'.length);
  expect(found === null ? null : text.slice(found.start, found.end)).toBe(value);
});

test.each([
  ['property list', '<key>password</key>\n\t<string>x1</string>', 'x1'],
  ['property list, of another kind', '<key>password</key>\n<true/>', null],
  ['Terraform variable', 'variable "password" {\n  type = string\n  default = "x1"\n}', 'x1'],
  ['Terraform variable without a default', 'variable "password" {\n  type = string\n}\ndefault = "x1"', null],
  ['cells of a table', '| password | `x1` | the database |', 'x1'],
  ['cells of a table without code', '| password | required | the database |', null],
  ['field of Gradle', 'buildConfigField "String", "password", "\\"x1\\""', 'x1'],
  ['attribute of a template', ':password="\'x1\'"', 'x1'],
  ['text between backticks', 'password = "`+x1+`"', '`+x1+`'],
])('assignment in its place: %s', (_, text, value) => {
  const at = text.indexOf('password');
  const found = assignmentAt(text, at, at + 'password'.length);
  expect(found === null ? null : text.slice(found.start, found.end)).toBe(value);
});

test.each([
  ['cut short', `ghp_${random(ALNUM, 20)}`, true],
  ['in capitals', `SK_LIVE_${random(ALNUM, 24)}`, true],
  ['of another vendor, without a beginning', random(ALNUM, 40), false],
  ['a word that begins so', 'dapiry-7Hq2', false],
])('a value that begins as a vendor’s: %s', (_, value, expected) => {
  expect(beginsAsVendors(value)).toBe(expected);
});
