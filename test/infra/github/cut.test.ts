/** Cutting by bytes and characters: never over the limit, never half a character, and nothing touched that fits. */
import fc from 'fast-check';
import { cutBytes, cutCharacters } from '../../../src/infra/github/cut.js';

test.each([
  ['fits exactly', 'abc', 3, '…', 'abc'],
  ['one byte too many', 'abcd', 3, '', 'abc'],
  ['inside a two-byte character', 'aä', 2, '', 'a'],
  ['inside a four-byte character', 'a🚢b', 4, '', 'a'],
  ['with a closing line', 'abcdefgh', 6, '[cut]', 'a[cut]'],
  ['at the end of a line', 'first\nsecond line', 16, '[cut]', 'first[cut]'],
  ['closing longer than the room', 'abcdefgh', 3, '[cut]', '[cu'],
  ['nothing', '', 0, 'x', ''],
])('%s', (_name, text, max, closing, expected) => {
  expect(cutBytes(text, max, closing)).toBe(expected);
});

test('any text is cut to whole characters within the limit and ends in the closing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 8, max: 60 }), (text, max) => {
      const cut = cutBytes(text, max, '[cut]');
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(max);
      expect(cut).not.toContain('\ufffd');
      if (Buffer.byteLength(text) <= max) expect(cut).toBe(text);
      else expect(cut.endsWith('[cut]')).toBe(true);
    }),
  );
});

test.each([
  ['fits', 'abc', 3, 'abc'],
  ['too long', 'abcd', 3, 'ab…'],
  ['in the middle of an emoji', 'a🚢bc', 3, 'a…'],
])('characters: %s', (_name, text, max, expected) => {
  expect(cutCharacters(text, max)).toBe(expected);
});
