/** What a build kept is taken only for the program that it was kept for, and as it was. */
import { seal, unseal } from '../../../src/infra/scan/sealed.js';

const bytes = (text: string): Buffer => Buffer.from(text);
const sealed = seal(bytes('program'), bytes('compiled'));

test('what was sealed for a program is what comes out', () => {
  expect(unseal(bytes('program'), sealed)).toEqual(bytes('compiled'));
});

test.each([
  ['of another program of the same length', 'pragram', sealed],
  ['with a bit that flipped', 'program', Buffer.from(sealed.map((byte, at) => (at === 34 ? byte ^ 1 : byte)))],
  ['whose seal is broken', 'program', Buffer.from(sealed.map((byte, at) => (at === 0 ? byte ^ 1 : byte)))],
  ['that is cut off', 'program', sealed.subarray(0, -1)],
  ['of which nothing is left', 'program', sealed.subarray(0, 0)],
])('what is %s is not taken', (_, program, kept) => {
  expect(unseal(bytes(program), kept)).toBeUndefined();
});
