/** The last versions of files: what is kept is what was written last, and room is bounded. */
import fc from 'fast-check';
import { versionCache } from '../../../src/infra/scan/version-cache.js';

test('what is kept under a path is the last content, whole, or nothing', () => {
  const content = fc.record({ path: fc.constantFrom('a', 'b', 'c', 'd'), size: fc.nat(60), isPlain: fc.boolean() });
  fc.assert(
    fc.property(fc.array(content, { maxLength: 40 }), (contents) => {
      const cache = versionCache(100);
      const last = new Map<string, { fill: number; size: number; isPlain: boolean }>();
      contents.forEach(({ path, size, isPlain }, fill) => {
        const room = cache.room(size);
        room.fill(fill);
        cache.keep(path, room, isPlain);
        last.set(path, { fill, size, isPlain });
        for (const [name, known] of last) {
          const before = cache.before(name);
          if (before === undefined) continue;
          expect(before === null).toBe(!known.isPlain);
          if (before !== null) expect(before).toEqual(Buffer.alloc(known.size, known.fill));
        }
        if (size > 0) expect(cache.before(path)).not.toBeUndefined();
      });
    }),
  );
});

test('the oldest ones make room', () => {
  const cache = versionCache(100);
  for (const path of ['a', 'b', 'c']) cache.keep(path, cache.room(40), true);
  expect(['a', 'b', 'c'].map((path) => cache.before(path) !== undefined)).toEqual([false, true, true]);
});

test('a content that does not fit is refused', () => {
  expect(() => versionCache(100).room(101)).toThrow(RangeError);
});
