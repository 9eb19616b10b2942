/** The two ways to read a text's offsets against each other, in valid UTF-8 and in any other bytes. */
import fc from 'fast-check';
import { fewOffsetsOf, textOf, unitsIn } from '../../../src/domain/scanner/utf8.js';

const text = fc.string({ unit: fc.constantFrom('a', 'é', '日', '🎉', '\ufeff', '\0', 'x'.repeat(700)), maxLength: 12 });
const bytes = fc.oneof(
  text.map((each) => Buffer.from(each)),
  fc.uint8Array({ maxLength: 40 }),
  fc.tuple(text, fc.nat(9)).map(([each, cut]) => Buffer.from(each).subarray(0, -cut || undefined)),
);

test('offsets are the same in whatever order they are asked', () => {
  fc.assert(
    fc.property(bytes, fc.array(fc.tuple(fc.nat(2000), fc.boolean())), (given, asked) => {
      const [all, few] = [textOf(given), fewOffsetsOf(given)];
      for (const [share, isByte] of asked) {
        const at = share % ((isByte ? given.length : all.text.length) + 1);
        expect(isByte ? few.unitAt(at) : few.byteAt(at)).toBe(isByte ? all.unitAt(at) : all.byteAt(at));
      }
    }),
  );
});

test('counted beforehand or when they are asked, offsets are the same', () => {
  fc.assert(
    fc.property(bytes, (given) => {
      const [all, few] = [textOf(given), fewOffsetsOf(given)];
      expect(few.text).toBe(all.text);
      expect(unitsIn(given, 0, given.length)).toBe(all.text.length);
      const units = Array.from({ length: all.text.length + 1 }, (_, unit) => unit);
      const places = Array.from({ length: given.length + 1 }, (_, at) => at);
      expect(units.map(few.byteAt)).toEqual(units.map(all.byteAt));
      expect(places.map(few.unitAt)).toEqual(places.map(all.unitAt));
    }),
  );
});
