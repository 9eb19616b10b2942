/** Finds long runs of base64 characters, sixteen bytes at a time, as WebAssembly. */
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
  TEE,
  unsigned,
  V128,
} from '../wasm.js';

/**
 * Gives each run of digits in `bytes[from..to)` that is long enough, in order; one that goes on behind `to` ends there.
 * One search at a time: they share their memory.
 */
export type RunSearch = (
  bytes: Uint8Array,
  from: number,
  to: number,
  take: (start: number, end: number) => void,
) => void;

/** Bytes that are looked at together. A run has no more than one end and one beginning among them that matter. */
const BLOCK = 16;
const CHUNK = 4096 * BLOCK;

/** Addresses of the program's memory: tables of sixteen bytes, what is given back, the text. */
const [LOW, HIGH, HALF, START_KEPT, NOTES_END, TEXT] = [0, 16, 32, 48, 52, 64];

/** Locals: the parameters, and which bytes of a block are no digits, a bit each. */
const [AT, STOP, NOTES, START, GAPS] = [0, 1, 2, 3, 4];

/** A run's start and its end. */
const NOTE_BYTES = 8;

/**
 * @param isDigit ASCII characters only.
 * @param least digits of a run, more than can stand between two others in a block.
 */
export function runSearch(isDigit: (code: number) => boolean, least: number): RunSearch {
  const notes = TEXT + CHUNK + BLOCK;
  const { run, memory } = newProgram(
    { parameters: 4, locals: 1, body: body(least) },
    notes + (CHUNK / least + 1) * NOTE_BYTES,
  );
  const words = new Int32Array(memory.buffer);
  // A byte is a digit when its lower half allows a bit that stands for its higher half.
  for (let code = 0; code < 0x80; code += 1) {
    const low = LOW + (code & 15);
    if (isDigit(code)) memory[low] = (memory[low] ?? 0) | (1 << (code >> 4));
  }
  for (let high = 0; high < 8; high += 1) memory[HIGH + high] = 1 << high;
  memory.fill(0x0f, HALF, HALF + BLOCK);

  return (bytes, from, to, take) => {
    if (to - from < least) return;
    let start = TEXT;
    // The last chunk may be empty: what is behind the text ends its last run.
    for (let base = from; base <= to; base += CHUNK) {
      const length = Math.min(CHUNK, to - base);
      memory.set(bytes.subarray(base, base + length), TEXT);
      memory.fill(0, TEXT + length, TEXT + length + BLOCK);
      run(TEXT, TEXT + Math.min(CHUNK, length + 1), notes, start);
      const end = (words[NOTES_END / 4] as number) / 4;
      start = (words[START_KEPT / 4] as number) - CHUNK;
      const origin = base - TEXT;
      for (let note = notes / 4; note < end; note += 2) {
        take(origin + (words[note] as number), origin + (words[note + 1] as number));
      }
    }
  };
}

/**
 * `do { gaps = which of *at are no digits; if (gaps) { if (at + first gap - start >= least) *notes++ = [start, at + first gap];
 * start = at + last gap + 1 } at += 16 } while (at < stop)`
 */
function body(least: number): number[] {
  const load = [...V128.LOAD, 0];
  const firstGap = [GET, AT, GET, GAPS, I32.TRAILING_ZEROS, I32.ADD];
  return [
    ...[LOOP, NO_RESULT],
    ...[...constant(LOW), ...load, 0, GET, AT, ...load, 0, ...constant(HALF), ...load, 0, ...V128.AND, ...V128.SWIZZLE],
    ...[...constant(HIGH), ...load, 0, GET, AT, ...load, 0, ...constant(4), ...V128.SHIFT_RIGHT, ...V128.SWIZZLE],
    ...[...V128.AND, ...V128.ZEROS, ...V128.EQUAL, ...V128.BITS, TEE, GAPS, IF, NO_RESULT],
    ...[...firstGap, GET, START, I32.SUBTRACT, ...constant(least), I32.AT_LEAST, IF, NO_RESULT],
    ...[GET, NOTES, GET, START, STORE, 2, ...unsigned(0)],
    ...[GET, NOTES, ...firstGap, STORE, 2, ...unsigned(4)],
    ...[GET, NOTES, ...constant(NOTE_BYTES), I32.ADD, SET, NOTES],
    END,
    ...[GET, AT, ...constant(32), I32.ADD, GET, GAPS, I32.LEADING_ZEROS, I32.SUBTRACT, SET, START],
    END,
    ...[GET, AT, ...constant(BLOCK), I32.ADD, SET, AT],
    ...[GET, AT, GET, STOP, I32.LESS, REPEAT_IF, 0, END],
    ...[...constant(NOTES_END), GET, NOTES, STORE, 2, ...unsigned(0)],
    ...[...constant(START_KEPT), GET, START, STORE, 2, ...unsigned(0)],
  ];
}
