/** Runs of digits against the plain way of looking for them. */
import fc from 'fast-check';
import { runSearch } from '../../../../src/domain/scanner/encoded/digit-runs.js';

const LEAST = 27;
const runs = runSearch((code) => /[A-Za-z0-9+/_-]/.test(String.fromCharCode(code)), LEAST);

function all(text: string, from = 0, to = text.length): string[] {
  const found: string[] = [];
  runs(Buffer.from(text, 'latin1'), from, to, (start, end) => found.push(`${start}-${end}`));
  return found;
}

function plainly(text: string, from = 0, to = text.length): string[] {
  return [...text.slice(from, to).matchAll(/[A-Za-z0-9+/_-]{27,}/g)].map(
    ({ 0: digits, index }) => `${from + index}-${from + index + digits.length}`,
  );
}

test('every run that is long enough is found in any part of any text', () => {
  const run = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '+', '/', '_', '-'), maxLength: 60 });
  const gap = fc.constantFrom(' ', '\0', '\xff', '@[`{', '.:', '\xc1');
  fc.assert(
    fc.property(fc.array(fc.tuple(run, gap), { maxLength: 12 }), fc.nat(99), fc.nat(99), (parts, before, behind) => {
      const text = parts.flat().join('');
      const from = Math.min(before, text.length);
      const to = Math.max(from, text.length - behind);
      expect(all(text, from, to)).toEqual(plainly(text, from, to));
    }),
  );
});

test.each([65_536 - LEAST, 65_536 - 1, 65_536, 65_537, 2 * 65_536])(
  'runs in a text that is larger than what is read at once are found, %s bytes apart',
  (apart) => {
    const text = `${' '.repeat(apart)}${'a'.repeat(LEAST)}`.repeat(3);
    expect(all(text)).toEqual(plainly(text));
    expect(all('a'.repeat(apart))).toEqual([`0-${apart}`]);
  },
);
