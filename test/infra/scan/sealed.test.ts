/** What a build kept is taken only for the program that it was kept for, and as it was. */
import { seal, unseal } from '../../../src/infra/scan/sealed.js';

const bytes = (text: string): Buffer => Buffer.from(text);
const kept = { compiled: bytes('compiled'), prepared: bytes('prepared') };
const sealed = seal(bytes('program'), kept);
const flipped = (at: number): Buffer => Buffer.from(sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)));

test('what was sealed for a program is what comes out', () => {
  expect(unseal(bytes('program'), sealed)).toEqual(kept);
});

test.each([
  ['of another program of the same length', 'pragram', sealed],
  ['with a bit that flipped', 'program', flipped(sealed.length - 2)],
  ['with another length of a part', 'program', flipped(32)],
  ['whose seal is broken', 'program', flipped(0)],
  ['that is cut off', 'program', sealed.subarray(0, -1)],
  ['of which nothing is left', 'program', sealed.subarray(0, 0)],
])('what is %s is not taken', (_, program, file) => {
  expect(unseal(bytes(program), file)).toBeUndefined();
});
