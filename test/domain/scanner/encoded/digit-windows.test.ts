/** Windows of digits against the plain way: every run that is long enough has one. */
import fc from 'fast-check';
import { WINDOW, windowSearch } from '../../../../src/domain/scanner/encoded/digit-windows.js';

const SHORTEST = 27;
const windows = windowSearch((code) => /[A-Za-z0-9+/_-]/.test(String.fromCharCode(code)), SHORTEST - WINDOW + 1);

function all(bytes: Uint8Array, to = bytes.length): number[] {
  const next = windows(bytes, 0, to);
  const found: number[] = [];
  for (let at = next(0); at !== -1; at = next(at + 1)) found.push(at);
  return found;
}

test('a window has digits only, and each run of 27 has one', () => {
  const run = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '+', '/', '_', '-'), maxLength: 60 });
  const gap = fc.constantFrom(' ', '\0', '\xff', '@[`{', '.:', '\xc1');
  fc.assert(
    fc.property(fc.array(fc.tuple(run, gap), { maxLength: 12 }), (parts) => {
      const text = parts.flat().join('');
      const found = all(Buffer.from(text, 'latin1'));
      for (const at of found) expect(text.slice(at, at + WINDOW)).toMatch(/^[A-Za-z0-9+/_-]{16}$/);
      for (const { index, 0: digits } of text.matchAll(/[A-Za-z0-9+/_-]{27,}/g)) {
        expect(found.some((at) => at >= index && at + WINDOW <= index + digits.length)).toBe(true);
      }
    }),
  );
});

test('runs anywhere in a text that is larger than what is read at once are found', () => {
  const text = `${' '.repeat(1009)}${'a'.repeat(SHORTEST)}`.repeat(300);
  const runs = new Set(all(Buffer.from(text)).map((at) => Math.floor(at / (1009 + SHORTEST))));
  expect(runs.size).toBe(300);
});
