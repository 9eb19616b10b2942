/** Text that stands encoded in the input, together with the way back to the characters that hold it. */
import type { Encoding } from '../match.js';
import type { Span } from '../rule.js';
import { textOf } from '../utf8.js';

/** Encoded characters that one input may have decoded, escapes and runs together; what exceeds it is reported as unseen. */
export const MAX_DECODED = 64 * 1024 * 1024;

/** A run is decoded in chunks of `CHUNK` characters and `CHUNK_OVERLAP` more, so that nothing is missed where they meet. */
export const CHUNK = 20 * 1024;
export const CHUNK_OVERLAP = 12 * 1024;

/** How much of the line before an encoded text is kept beside it: `password: ` says what the value is. */
const CONTEXT = 80;

export interface Decoded {
  readonly text: string;
  /** The encoded characters that hold `text[start..end)`, as offsets in the encoded text. */
  spanOf(start: number, end: number): Span;
}

/** Reads `encoded` as far as it is valid. */
export function decodeFrom(encoding: Encoding, encoded: string): Decoded {
  switch (encoding) {
    case 'base64':
      return ofBytes(Buffer.from(encoded, 'base64'), encoded.length, 3, 4);
    case 'hex':
      return ofBytes(Buffer.from(encoded, 'hex'), encoded.length, 1, 2);
    case 'percent':
      return replaced(encoded, /(?:%[0-9a-f]{2}){1,300}/gi, (escapes) =>
        textOf(Buffer.from(escapes.replaceAll('%', ''), 'hex')),
      );
    case 'escapes':
      return replaced(encoded, /\\(?:u[0-9a-f]{4}|u\{[0-9a-f]{1,6}\}|x[0-9a-f]{2}|[nrtbfv0"'`\\/])/gi, (sequence) => ({
        text: characterOf(sequence),
      }));
    case 'utf-16':
      return everyOther(encoded);
  }
}

/** Where the line begins in which `start` is, or how much of it is worth keeping beside what is decoded. */
export function contextBefore(bytes: Uint8Array, start: number): number {
  let from = start;
  while (from > 0 && start - from < CONTEXT && bytes[from - 1] !== 0x0a && bytes[from - 1] !== 0x0d) from -= 1;
  return from;
}

/** `size` bytes are written as `width` characters each time. */
function ofBytes(bytes: Buffer, length: number, size: number, width: number): Decoded {
  const { text, byteAt } = textOf(bytes);
  return {
    text,
    spanOf: (start, end) => ({
      start: Math.floor(byteAt(start) / size) * width,
      end: Math.min(length, Math.ceil(byteAt(end) / size) * width),
    }),
  };
}

/** Characters with zeros between them. */
function everyOther(encoded: string): Decoded {
  const first = encoded.startsWith('\0') ? 1 : 0;
  return {
    text: encoded.replaceAll('\0', ''),
    spanOf: (start, end) => ({ start: 2 * start + first, end: Math.min(encoded.length, 2 * end + first) }),
  };
}

function replaced(
  encoded: string,
  escapes: RegExp,
  decode: (sequence: string) => { readonly text: string; byteAt?(unit: number): number },
): Decoded {
  const begins: number[] = [];
  let [text, from] = ['', 0];
  const keep = (to: number): void => {
    text += encoded.slice(from, to);
    for (; from < to; from += 1) begins.push(from);
  };
  for (const { 0: sequence, index } of encoded.matchAll(escapes)) {
    keep(index);
    const inner = decode(sequence);
    text += inner.text;
    // Every byte of a percent sequence takes three characters; any other sequence is one character.
    for (let unit = 0; unit < inner.text.length; unit += 1) begins.push(index + 3 * (inner.byteAt?.(unit) ?? 0));
    from = index + sequence.length;
  }
  keep(encoded.length);
  begins.push(encoded.length);
  return {
    text,
    spanOf: (start, end) => ({ start: begins[start] ?? encoded.length, end: begins[end] ?? encoded.length }),
  };
}

const SIGNS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' };

function characterOf(sequence: string): string {
  const sign = sequence[1] ?? '';
  if (sequence.length === 2) return SIGNS[sign] ?? sign;
  // `\x41`, `\u0041` and `\u{41}`: the brace that closes ends the number by itself.
  const code = Number.parseInt(sequence.slice(sequence[2] === '{' ? 3 : 2), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : sequence;
}
