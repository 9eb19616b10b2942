/** What the bytes behind a vendor's name tell, against the finder that reads the text: whatever is found, passes. */
import fc from 'fast-check';
import { mayHold } from '../../../../src/domain/scanner/rules/_may-hold.js';
import { alnum, digits, hex, joined, named, uuid } from '../../../../src/domain/scanner/rules/_shapes.js';
import { bytesOf } from '../../../../src/domain/scanner/utf8.js';

const BODIES = [hex(32), alnum(20, 40), uuid, joined(digits(4, 8), '-', uuid), joined('x_', hex(16))];

const between = fc.array(
  fc.constantFrom(
    ...['_API_KEY', '.token', ': ', ' = ', '"', ' string', '\n    ', ' value=', 'new Some(', ' api key is ', '\u00a0'],
    ...['x'.repeat(30), ' '.repeat(16), 'String::from(', '>', ', ', '[8]'],
  ),
  { maxLength: 8 },
);

test('whatever is found beside a name passes', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.constantFrom(...BODIES), fc.nat(50), between, fc.constantFrom('', '"', '\n', 'a'), (...drawn) => {
      const [body, seed, middle, end] = drawn;
      const { find, mayFind } = named(['acme'], body);
      const text = `acme${middle.join('')}${body.make(seed)}${end}`;
      if (typeof find !== 'function' || find(text, 0, 'acme', undefined) === null) return;
      found += 1;
      expect(mayFind?.(Buffer.from(text), 0, 'acme')).toBe(true);
    }),
    { numRuns: 5000 },
  );
  expect(found).toBeGreaterThan(100);
});

test('the default of a variable behind lines of letters of three bytes passes', () => {
  const { find, mayFind } = named(['acme'], hex(32));
  const line = `${'説'.repeat(98)}\n`;
  const blanks = ' '.repeat(16);
  const text =
    `variable "acme_${'x'.repeat(31)}" {\n${line.repeat(3)}${blanks}default${blanks}=${blanks}\n` +
    `${' '.repeat(60)}"${hex(32).make(3)}"\n}\n`;
  const at = text.indexOf('acme');
  expect(typeof find === 'function' && find(text, at, 'acme', undefined)).toMatchObject({ confidence: 'low' });
  expect(mayFind?.(Buffer.from(text), at, 'acme')).toBe(true);
});

test.each([
  ['a run that is too short', 'acme: 0123456789abcdef0123456789abcde', false],
  ['a whole run', 'acme: 0123456789abcdef0123456789abcdef', true],
  ['a run out of reach', `acme${' '.repeat(400)}0123456789abcdef0123456789abcdef`, false],
])('%s', (_, text, expected) => {
  expect(mayHold(hex(32).source)(bytesOf(text), 4)).toBe(expected);
});

test.each(['(?:[0-9a-f]{32}|x)', '(?:[0-9a-f]{32})?x', '[0-9a-f]{0,32}', 'abc'])('nothing is told of %s', (source) => {
  expect(mayHold(source)(bytesOf('acme'), 4)).toBe(true);
});
