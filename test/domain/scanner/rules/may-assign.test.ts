/** What the bytes behind a name tell, against the finder that reads the text: whatever is found, passes. */
import fc from 'fast-check';
import { isShortBase64 } from '../../../../src/domain/scanner/encoded/spot-named.js';
import { assignmentAt } from '../../../../src/domain/scanner/rules/_assignment.js';
import { mayAssign } from '../../../../src/domain/scanner/rules/_may-assign.js';
import { situationOf } from '../../../../src/domain/scanner/rules/_likely-secret.js';
import { KEYWORDS, mayNameSecret, secretNameAt } from '../../../../src/domain/scanner/rules/_secret-names.js';
import { bytesOf } from '../../../../src/domain/scanner/utf8.js';

const WORDS = Object.values(KEYWORDS).flat();
const before = fc.constantFrom(
  ...[
    '',
    ' ',
    'db',
    'api',
    'my_',
    '<',
    '<key>',
    'variable "',
    '| ',
    '--',
    '-',
    '"',
    '\n  ENV ',
    'ARG\t',
    'set -gx ',
    'SetEnv  ',
    'name: ',
    '/',
    'é',
    'X.',
  ],
);
const between = fc.constantFrom(
  ...[
    'Name',
    '_x.y',
    '.equals(',
    '.eql?(',
    '.compareTo(',
    '!',
    '=',
    ' = ',
    '==',
    ' != ',
    ': ',
    ':',
    '?: ',
    '->',
    '=>',
    ':=',
  ],
  ...[
    '"',
    "'",
    '\\"',
    '`',
    ']',
    ')',
    '(',
    ',',
    ', ',
    '\n',
    '\r\n',
    ' ',
    '\t',
    '                 ',
    '*',
    '**',
    '> ',
    '>',
    '</key>\n<string>',
    '" {\n  default = ',
    ' | `x1` |',
  ],
  ...[
    '[32]',
    ' { get; set; }',
    ' string',
    ': Option<&str>',
    ' or ',
    ' || ',
    ' ?? ',
    'value',
    'Value: ',
    'default=',
    'word',
    's',
  ],
  ...['wd', 'W', 'ß', '€', '[', 'new Some(', 'L', '@'],
);
const value = fc.constantFrom(
  ...['"x1y2z3w4v5"', "'x1'", 'abc123', '\\"x\\"', 'x1<', '', '"{a.b2}"', "'{{x1y2z3w4}}z'", '"YWJjZDEyMzQ="'],
);
const around = fc.tuple(before, fc.array(between, { maxLength: 5 }), value, between);

test('whatever is assigned to a name passes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...WORDS, 'fb_app'), around, (word, [head, middle, given, end]) => {
      const text = head + word + middle.join('') + given + end;
      const to = head.length + word.length;
      if (assignmentAt(text, head.length, to) !== null) expect(mayAssign(bytesOf(text), head.length, to)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});

test('whatever may be a secret that is assigned to a secret-like name passes', () => {
  const cased = fc.tuple(fc.constantFrom(...WORDS), fc.boolean());
  fc.assert(
    fc.property(cased, around, ([keyword, upper], [head, middle, given, end]) => {
      const text = head + (upper ? keyword.toUpperCase() : keyword) + middle.join('') + given + end;
      const assignment = secretNameAt(text, head.length, keyword);
      if (assignment === null) return;
      const kind = KEYWORDS.password.includes(keyword) ? 'password' : 'key';
      if (situationOf(kind, assignment, text, '') === null && !isShortBase64(text, assignment)) return;
      expect(mayNameSecret(bytesOf(text), head.length, keyword)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});

test.each([
  'key',
  'key, other)',
  'key) {',
  'key is given',
  'keys = 1',
  'key.length;',
  'author = "x"',
  '/key = 1',
  '"key": "{a.b}"',
  'key === "id"',
])('nothing is read at %s', (text) => {
  const keyword = text.includes('auth') ? 'auth' : 'key';
  expect(mayNameSecret(bytesOf(text), text.indexOf(keyword), keyword)).toBe(false);
});
