/**
 * Text of bytes: UTF-8 where it is valid, and each byte that is no part of it as its Latin-1 character. That is decided
 * byte by byte, so that a piece of a file has the same text as it has within the whole.
 */
import { isAscii, isUtf8 } from 'node:buffer';

export interface ByteText {
  readonly text: string;
  /** Offset in the bytes of an offset in the text, in UTF-16 units; of the character for a unit within one. */
  byteAt(unit: number): number;
  /** Offset in the text of an offset in the bytes. */
  unitAt(byte: number): number;
}

const same = (offset: number): number => offset;

export function textOf(bytes: Uint8Array): ByteText {
  if (isAscii(bytes)) return { text: latin1(bytes, 0, bytes.length), byteAt: same, unitAt: same };
  const units = new Uint16Array(bytes.length);
  /** Where each unit begins in the bytes. */
  const begins = new Int32Array(bytes.length + 1);
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] as number;
    begins[count] = at;
    if (lead < 0x80) {
      units[count++] = lead;
      at += 1;
      continue;
    }
    const length = sequenceLength(bytes, at);
    const code = codePoint(bytes, at, length);
    if (code < 0x10000) {
      units[count++] = code;
    } else {
      units[count++] = 0xd7c0 + (code >>> 10);
      begins[count] = at;
      units[count++] = 0xdc00 + (code & 0x3ff);
    }
    at += length;
  }
  begins[count] = bytes.length;
  const ends = begins.subarray(0, count + 1);
  return {
    text: Buffer.from(units.buffer, 0, 2 * count).toString('utf16le'),
    byteAt: (unit) => ends[unit] ?? bytes.length,
    unitAt: (byte) => lowerBound(ends, byte),
  };
}

/**
 * The same for a text of which few offsets are asked: each is counted to, where `textOf` counts all of them beforehand. Counting
 * goes on from the last byte that was asked, for keywords are many and come one after the other.
 */
export function fewOffsetsOf(bytes: Uint8Array): ByteText {
  if (isAscii(bytes) || !isUtf8(bytes)) return textOf(bytes);
  /** A byte at which a character begins, and its unit. */
  let [knownByte, knownUnit] = [0, 0];
  return {
    text: bufferOf(bytes).toString('utf8'),
    byteAt: (unit) => (unit < knownUnit ? byteOf(bytes, unit, 0, 0) : byteOf(bytes, unit, knownByte, knownUnit)),
    unitAt: (byte) => {
      const unit = byte < knownByte ? unitsIn(bytes, 0, byte) : knownUnit + unitsIn(bytes, knownByte, byte);
      if (!isTail(bytes[byte] ?? 0)) [knownByte, knownUnit] = [byte, unit];
      return unit;
    },
  };
}

/** The byte of `unit`, counted from the byte `from`, which is that of `unitFrom`. */
function byteOf(bytes: Uint8Array, unit: number, from: number, unitFrom: number): number {
  let at = from;
  for (let units = unitFrom; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    units += length === 4 ? 2 : 1;
    if (units > unit) break;
    at += length;
  }
  return at;
}

/** Stands for every character that is no ASCII. */
const NO_ASCII = 0x80;

/** One byte for each unit of a text, so that offsets stay what they are: ASCII as it is, and what no keyword has for the rest. */
export function bytesOf(text: string): Uint8Array {
  if (!/[^\0-\xff]/.test(text)) return Buffer.from(text, 'latin1');
  const units = Buffer.from(text, 'utf16le');
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = units[2 * at + 1] === 0 ? (units[2 * at] as number) : NO_ASCII;
  }
  return bytes;
}

/** The same bytes: a buffer searches and reads them many times as fast. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes as Latin-1, one unit each. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  return bufferOf(bytes).toString('latin1', start, end);
}

/** Bytes that are looked at together for whether all of them are ASCII, as most are also in texts that have others. */
const BLOCK = 1024;

/** How many UTF-16 units `textOf` makes of `bytes[start..end)`. */
export function unitsIn(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let at = start; at < end; ) {
    const block = Math.min(end, at + BLOCK);
    if (isAscii(bytes.subarray(at, block))) {
      units += block - at;
      at = block;
    }
    while (at < block) {
      const length = sequenceLength(bytes, at);
      units += length === 4 ? 2 : 1;
      at += length;
    }
  }
  return units;
}

/** The nearest offset from `at` down at which no sequence is cut. */
export function boundaryBefore(bytes: Uint8Array, at: number): number {
  for (let back = 1; back <= 3 && back <= at; back += 1) {
    const lead = at - back;
    if (((bytes[lead] ?? 0) & 0xc0) !== 0x80) return lead + sequenceLength(bytes, lead) > at ? lead : at;
  }
  return at;
}

/** Bytes of the valid sequence that begins at `at`; 1 where none does. Table 3-7 of the Unicode Standard. */
function sequenceLength(bytes: Uint8Array, at: number): 1 | 2 | 3 | 4 {
  const lead = bytes[at] ?? 0;
  if (lead < 0xc2 || lead > 0xf4) return 1;
  const second = bytes[at + 1] ?? 0;
  if (lead < 0xe0) return isTail(second) ? 2 : 1;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high || !isTail(bytes[at + 2] ?? 0)) return 1;
  if (lead < 0xf0) return 3;
  return isTail(bytes[at + 3] ?? 0) ? 4 : 1;
}

function codePoint(bytes: Uint8Array, at: number, length: 1 | 2 | 3 | 4): number {
  const lead = bytes[at] ?? 0;
  if (length === 1) return lead;
  let code = lead & (0x7f >>> length);
  for (let next = at + 1; next < at + length; next += 1) code = (code << 6) | ((bytes[next] ?? 0) & 0x3f);
  return code;
}

function isTail(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Index of the first element that is not below `wanted`. */
function lowerBound(sorted: Int32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
