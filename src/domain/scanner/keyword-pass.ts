/**
 * The loop of the keyword pass as WebAssembly, put together here from its instructions: twice as fast as the same loop in
 * JavaScript, for it follows the automaton at four places of the text at once and so need not wait for each load.
 */

/** Places of the text that are read in one turn: four hide the time that a load takes, more want more registers than there are. */
export const STREAMS = 4;

/** Addresses within the linear memory, in bytes, and what the loop compares with. */
export interface Layout {
  /** By byte: twice the class of the byte. */
  readonly classes: number;
  /** `next[state * 2 ** shift + class]`, 16 bits each. */
  readonly table: number;
  readonly shift: number;
  /** States from here on accept. */
  readonly accepting: number;
}

/**
 * Reads `steps` bytes at each of `STREAMS` places, the first at `at` and each `steps` behind the one before. Each begins with
 * the `lead` bytes before it, from state 0, of which nothing is noted. Writes two 32-bit numbers to `hits` for each accepting
 * state, the address of the byte and the state, and returns where they end. `lead` and `steps` must not be 0.
 */
export type Pass = (at: number, lead: number, steps: number, hits: number) => number;

/** What is used of WebAssembly here: Node.js has it, but TypeScript declares it with browsers only. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

const PAGE = 64 * 1024;

/** A pass and the memory that it works on, of `bytes` at least. */
export function newPass(layout: Layout, bytes: number): { readonly pass: Pass; readonly memory: Uint8Array } {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleOf(layout)), { env: { memory } });
  return { pass: exports.pass as Pass, memory: new Uint8Array(memory.buffer) };
}

const I32 = 0x7f;
const [LOOP, IF, END, BRANCH_IF] = [0x03, 0x04, 0x0b, 0x0d];
const NO_RESULT = 0x40;
const [GET, SET] = [0x20, 0x21];
const [LOAD_8, LOAD_16, STORE] = [0x2d, 0x2f, 0x36];
const [CONST, NOT_EQUAL, AT_LEAST, ADD, SUBTRACT, SHIFT_LEFT] = [0x41, 0x47, 0x4f, 0x6a, 0x6b, 0x74];

/** Locals: the parameters, then the address at which a loop ends for the first place, and for each place its address and its state. */
const [AT, LEAD, STEPS, HITS, STOP] = [0, 1, 2, 3, 4];
const place = (stream: number): number => (stream === 0 ? AT : STOP + stream);
const state = (stream: number): number => STOP + STREAMS + stream;
const STREAM_NUMBERS = Array.from({ length: STREAMS }, (_, stream) => stream);

function moduleOf(layout: Layout): Uint8Array<ArrayBuffer> {
  const type = [0x60, ...list([I32, I32, I32, I32].map((kind) => [kind])), ...list([[I32]])];
  const memory = [...name('env'), ...name('memory'), 0x02, 0x00, ...unsigned(1)];
  const code = [...list([[...unsigned(2 * STREAMS), I32]]), ...body(layout), END];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [type]),
    ...section(2, [memory]),
    ...section(3, [[0]]),
    ...section(7, [[...name('pass'), 0x00, 0]]),
    ...section(10, [[...unsigned(code.length), ...code]]),
  ]);
}

function body(layout: Layout): number[] {
  return [
    ...[GET, AT, SET, STOP],
    ...[GET, AT, GET, LEAD, SUBTRACT, SET, AT],
    ...STREAM_NUMBERS.slice(1).flatMap((stream) => [GET, place(stream - 1), GET, STEPS, ADD, SET, place(stream)]),
    ...loop((stream) => step(stream, layout)),
    ...[GET, STOP, GET, STEPS, ADD, SET, STOP],
    ...loop((stream) => [...step(stream, layout), ...note(stream, layout)]),
    ...[GET, HITS],
  ];
}

/** `do { ... each place += 1 } while (the first place != stop)` */
function loop(each: (stream: number) => readonly number[]): number[] {
  const turn = STREAM_NUMBERS.flatMap((stream) => [
    ...each(stream),
    ...[GET, place(stream), CONST, ...signed(1), ADD, SET, place(stream)],
  ]);
  return [LOOP, NO_RESULT, ...turn, GET, AT, GET, STOP, NOT_EQUAL, BRANCH_IF, 0, END];
}

/** `state = table[(state << shift) + classes[*place]]` */
function step(stream: number, { classes, table, shift }: Layout): number[] {
  return [
    ...[GET, state(stream), CONST, ...signed(shift + 1), SHIFT_LEFT],
    ...[GET, place(stream), LOAD_8, 0, ...unsigned(0), LOAD_8, 0, ...unsigned(classes)],
    ...[ADD, LOAD_16, 1, ...unsigned(table), SET, state(stream)],
  ];
}

/** `if (state >= accepting) *hits++ = [place, state]` */
function note(stream: number, { accepting }: Layout): number[] {
  return [
    ...[GET, state(stream), CONST, ...signed(accepting), AT_LEAST, IF, NO_RESULT],
    ...[GET, HITS, GET, place(stream), STORE, 2, ...unsigned(0)],
    ...[GET, HITS, GET, state(stream), STORE, 2, ...unsigned(4)],
    ...[GET, HITS, CONST, ...signed(8), ADD, SET, HITS],
    END,
  ];
}

function section(id: number, entries: readonly (readonly number[])[]): number[] {
  const content = list(entries);
  return [id, ...unsigned(content.length), ...content];
}

function list(entries: readonly (readonly number[])[]): number[] {
  return [...unsigned(entries.length), ...entries.flat()];
}

function name(text: string): number[] {
  return list([...Buffer.from(text)].map((byte) => [byte]));
}

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** LEB128 of a number that is not negative where a sign is read: the highest bit of the last byte must be clear. */
function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)];
}
