/** Finds where long runs of base64 characters may stand, sixteen bytes at a time, as WebAssembly. */
import {
  constant,
  END,
  GET,
  I32,
  IF,
  LOOP,
  newProgram,
  NO_RESULT,
  REPEAT_IF,
  SET,
  STORE,
  unsigned,
  V128,
} from '../wasm.js';

/** Bytes that are looked at together. */
export const WINDOW = 16;

/**
 * Gives the starts of windows of sixteen digits that begin in `bytes[from..to)`, one at each call: the first from `at` on, -1
 * when there is none. Ask with rising `at`, and end one search before the next begins: they share their memory.
 */
export type WindowSearch = (bytes: Uint8Array, from: number, to: number) => (at: number) => number;

/** Addresses of the program's memory: tables of sixteen bytes, the number of where the notes end, the text. */
const [LOW, HIGH, HALF, NOTES_END, TEXT] = [0, 16, 32, 48, 64];

/** Locals. */
const [AT, STOP, NOTES] = [0, 1, 2];

/**
 * Looks at every `step`th byte for a window: a run of `step + 15` digits has one.
 * @param isDigit ASCII characters only.
 */
export function windowSearch(isDigit: (code: number) => boolean, step: number): WindowSearch {
  const chunk = step * 4096;
  const notes = TEXT + chunk + 2 * WINDOW;
  const { run, memory } = newProgram({ parameters: 3, locals: 0, body: body(step) }, notes + 4 * 4096);
  const words = new Int32Array(memory.buffer);
  // A byte is a digit when its lower half allows a bit that stands for its higher half.
  for (let code = 0; code < 0x80; code += 1) {
    const low = LOW + (code & 15);
    if (isDigit(code)) memory[low] = (memory[low] ?? 0) | (1 << (code >> 4));
  }
  for (let high = 0; high < 8; high += 1) memory[HIGH + high] = 1 << high;
  memory.fill(0x0f, HALF, HALF + WINDOW);

  return (bytes, from, to) => {
    let [base, next, note, end] = [from, from, 0, 0];
    return (at) => {
      for (;;) {
        for (; note < end; note += 1) {
          const window = base + (words[note] as number) - TEXT;
          if (window >= at) return window;
        }
        if (next >= to) return -1;
        base = next;
        next = Math.min(to, base + chunk);
        const length = Math.min(bytes.length, next + WINDOW - 1) - base;
        memory.set(bytes.subarray(base, base + length), TEXT);
        memory.fill(0, TEXT + length, TEXT + length + WINDOW);
        run(TEXT, TEXT + next - base, notes);
        [note, end] = [notes / 4, (words[NOTES_END / 4] as number) / 4];
      }
    };
  };
}

/** `do { if (all of *at are digits) *notes++ = at; at += step } while (at < stop)` */
function body(step: number): number[] {
  const load = [...V128.LOAD, 0];
  return [
    ...[LOOP, NO_RESULT],
    ...[...constant(LOW), ...load, 0, GET, AT, ...load, 0, ...constant(HALF), ...load, 0, ...V128.AND, ...V128.SWIZZLE],
    ...[...constant(HIGH), ...load, 0, GET, AT, ...load, 0, ...constant(4), ...V128.SHIFT_RIGHT, ...V128.SWIZZLE],
    ...[...V128.AND, ...V128.ALL_TRUE, IF, NO_RESULT],
    ...[GET, NOTES, GET, AT, STORE, 2, ...unsigned(0)],
    ...[GET, NOTES, ...constant(4), I32.ADD, SET, NOTES],
    END,
    ...[GET, AT, ...constant(step), I32.ADD, SET, AT],
    ...[GET, AT, GET, STOP, I32.LESS, REPEAT_IF, 0, END],
    ...[...constant(NOTES_END), GET, NOTES, STORE, 2, ...unsigned(0)],
  ];
}
