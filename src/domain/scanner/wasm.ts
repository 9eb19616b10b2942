/** Puts small WebAssembly programs together from their instructions, so that no binary lies in the repository. */

/** Instructions that a program here is made of; those that load and store are followed by an alignment and an offset. */
export const [LOOP, IF, END, REPEAT_IF] = [0x03, 0x04, 0x0b, 0x0d];
export const NO_RESULT = 0x40;
export const [GET, SET, TEE] = [0x20, 0x21, 0x22];
export const [LOAD_8, LOAD_16, STORE] = [0x2d, 0x2f, 0x36];
export const I32 = {
  NOT_EQUAL: 0x47,
  LESS: 0x49,
  AT_LEAST: 0x4f,
  LEADING_ZEROS: 0x67,
  TRAILING_ZEROS: 0x68,
  ADD: 0x6a,
  SUBTRACT: 0x6b,
  MULTIPLY: 0x6c,
  SHIFT_LEFT: 0x74,
} as const;
/** Of 16 bytes at once. */
export const V128 = {
  LOAD: [0xfd, 0x00],
  ZEROS: [0xfd, 0x0c, ...new Uint8Array(16)],
  SWIZZLE: [0xfd, 0x0e],
  EQUAL: [0xfd, 0x23],
  AND: [0xfd, 0x4e],
  /** One bit of each byte. */
  BITS: [0xfd, 0x64],
  SHIFT_RIGHT: [0xfd, 0x6d],
} as const;

/** One function over one memory. All of its parameters and locals are 32-bit numbers; it returns nothing. */
export interface Program {
  readonly parameters: number;
  /** Locals beside the parameters, 0 at first. */
  readonly locals: number;
  readonly body: readonly number[];
}

/** What is used of WebAssembly here: Node.js has it, but TypeScript declares it with browsers only. */
declare const WebAssembly: {
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

const PAGE = 64 * 1024;
const NUMBER = 0x7f;

/** The program, ready to run, and the memory that it works on, of `bytes` at least. */
export function newProgram(
  program: Program,
  bytes: number,
): { readonly run: (...parameters: number[]) => void; readonly memory: Uint8Array<ArrayBuffer> } {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleOf(program)), { env: { memory } });
  return { run: exports.run as (...parameters: number[]) => void, memory: new Uint8Array(memory.buffer) };
}

function moduleOf({ parameters, locals, body }: Program): Uint8Array {
  const type = [0x60, ...list(Array.from({ length: parameters }, () => [NUMBER])), ...list([])];
  const memory = [...name('env'), ...name('memory'), 0x02, 0x00, ...unsigned(1)];
  const code = [...list([[...unsigned(locals), NUMBER]]), ...body, END];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [type]),
    ...section(2, [memory]),
    ...section(3, [[0]]),
    ...section(7, [[...name('run'), 0x00, 0]]),
    ...section(10, [[...unsigned(code.length), ...code]]),
  ]);
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
export function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** The instruction for a number that is not negative. Its LEB128 has a sign: the highest bit of the last byte is clear. */
export function constant(value: number): number[] {
  return [0x41, ...signed(value)];
}

function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)];
}
