/** The text round the keywords of a piece: a window for those that stand together. */
import { isAscii } from 'node:buffer';
import { NEAR_REACH, REACH_BEFORE } from './reach.js';
import { boundaryBefore, type ByteText, fewOffsetsOf, latin1, textOf } from './utf8.js';

export interface Window extends ByteText {
  /** Offset in the piece at which the window begins. Offsets of `text` count from there. */
  readonly start: number;
}

export interface View {
  /** A window that holds what a rule may look at round a keyword at `at`; `reach` in bytes of ASCII. Ask with rising `at`. */
  around(at: number, reach: number): Window;
  /** The text of exactly these bytes. */
  read(start: number, end: number): ByteText;
}

/** A window that is opened reads on for the keywords to come. Most trials are far apart: more was read for nothing. */
const AHEAD = 2048;

/** Keywords come in the order of their ends, so that the next one may begin a little before the last. */
const BACK = 64;

const same = (offset: number): number => offset;

export function viewOf(text: string): View {
  const whole: Window = { start: 0, text, byteAt: same, unitAt: same };
  return {
    around: () => whole,
    read: (start, end) => ({ text: text.slice(start, end), byteAt: same, unitAt: same }),
  };
}

export function viewOfBytes(bytes: Uint8Array): View {
  let window: Window | undefined;
  let end = 0;
  const allAscii = isAscii(bytes);
  const open = (from: number, to: number): Window => {
    end = to;
    if (allAscii) return { start: from, text: latin1(bytes, from, to), byteAt: same, unitAt: same };
    return { start: from, ...fewOffsetsOf(bytes.subarray(from, to)) };
  };
  return {
    read: (start, end) => textOf(bytes.subarray(start, end)),
    around: (at, reach) => {
      const from = Math.max(0, at - REACH_BEFORE);
      const to = Math.min(bytes.length, at + (allAscii ? reach : Math.max(reach, NEAR_REACH)));
      if (window === undefined || from < window.start || to > end) {
        const begin = boundaryBefore(bytes, Math.max(0, from - BACK));
        window = open(begin, boundaryBefore(bytes, Math.min(bytes.length, to + AHEAD)));
      }
      return window;
    },
  };
}
