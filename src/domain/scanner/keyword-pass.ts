/**
 * The loop of the keyword pass as WebAssembly, put together here from its instructions: twice as fast as the same loop in
 * JavaScript, for it follows the automaton in several parts of the text at once and so need not wait for each load.
 */
import {
  constant,
  END,
  GET,
  I32,
  IF,
  LOAD_16,
  LOAD_8,
  LOOP,
  newProgram,
  NO_RESULT,
  REPEAT_IF,
  SET,
  STORE,
  unsigned,
} from './wasm.js';

/**
 * Parts of the text that are read at once, each in a lane of its own. Measured in MB/s, in turn: 3 1,220, 4 1,510, 5 1,620,
 * 6 1,550, 8 1,540.
 */
export const LANES = 5;

/** Bytes of each lane that are read in one turn. */
export const TURN = 4;

/** Addresses within the linear memory, in bytes, and what the loop compares with. */
export interface Layout {
  /** By byte: twice the class of the byte. */
  readonly classes: number;
  /** `next[state * 2 ** shift + class]`, 16 bits each. */
  readonly table: number;
  readonly shift: number;
  /** States from here on accept. */
  readonly accepting: number;
  /** From a byte of one lane to that of the next. */
  readonly lane: number;
  /** Where the notes of the first lane begin, and from there to those of the next. */
  readonly notes: number;
  readonly notesLane: number;
  /** Where the ends of the lanes' notes are written to. */
  readonly ends: number;
}

/**
 * Reads each lane from `at` on, in state 0 at first, up to `own` without noting anything, then up to `end`: addresses in the
 * first lane, whole turns apart, none the same. For each accepting state it notes two 32-bit numbers: the address of the byte,
 * as if it were in the first lane, and the state. Into `ends` it writes for each lane how many bytes of notes it has.
 */
export type Pass = (at: number, own: number, end: number) => void;

/** An address and a state. */
export const HIT_BYTES = 8;

/** A pass and the memory that it works on, of `bytes` at least. */
export function newPass(layout: Layout, bytes: number): { readonly pass: Pass; readonly memory: Uint8Array } {
  const { run, memory } = newProgram({ parameters: END_AT + 1, locals: 2 * LANES, body: body(layout) }, bytes);
  return { pass: run as Pass, memory };
}

/** Locals: the parameters, then for each lane its state and the length of its notes. */
const [AT, STOP, END_AT] = [0, 1, 2];
const state = (lane: number): number => END_AT + 1 + lane;
const noted = (lane: number): number => state(LANES) + lane;
const LANE_NUMBERS = Array.from({ length: LANES }, (_, lane) => lane);
const BYTES_OF_TURN = Array.from({ length: TURN }, (_, byte) => byte);

function body(layout: Layout): number[] {
  return [
    ...loop((lane, byte) => step(lane, byte, layout)),
    ...[GET, END_AT, SET, STOP],
    ...loop((lane, byte) => [...step(lane, byte, layout), ...note(lane, byte, layout)]),
    ...LANE_NUMBERS.flatMap((lane) => [
      ...[...constant(0), GET, noted(lane), STORE, 2, ...unsigned(layout.ends + 4 * lane)],
    ]),
  ];
}

/** `do { ... at += TURN } while (at < stop)` */
function loop(each: (lane: number, byte: number) => readonly number[]): number[] {
  const turn = BYTES_OF_TURN.flatMap((byte) => LANE_NUMBERS.flatMap((lane) => each(lane, byte)));
  const next = [GET, AT, ...constant(TURN), I32.ADD, SET, AT];
  return [LOOP, NO_RESULT, ...turn, ...next, GET, AT, GET, STOP, I32.LESS, REPEAT_IF, 0, END];
}

/** `state = table[(state << shift) + classes[at[lane + byte]]]` */
function step(lane: number, byte: number, { classes, table, shift, lane: apart }: Layout): number[] {
  return [
    ...[GET, state(lane), ...constant(shift + 1), I32.SHIFT_LEFT],
    ...[GET, AT, LOAD_8, 0, ...unsigned(lane * apart + byte), LOAD_8, 0, ...unsigned(classes)],
    ...[I32.ADD, LOAD_16, 1, ...unsigned(table), SET, state(lane)],
  ];
}

/** `if (state >= accepting) notes[noted++] = [at + byte, state]` */
function note(lane: number, byte: number, { accepting, notes, notesLane }: Layout): number[] {
  const at = notes + lane * notesLane;
  return [
    ...[GET, state(lane), ...constant(accepting), I32.AT_LEAST, IF, NO_RESULT],
    ...[GET, noted(lane), GET, AT, ...constant(byte), I32.ADD, STORE, 2, ...unsigned(at)],
    ...[GET, noted(lane), GET, state(lane), STORE, 2, ...unsigned(at + 4)],
    ...[GET, noted(lane), ...constant(HIT_BYTES), I32.ADD, SET, noted(lane)],
    END,
  ];
}
