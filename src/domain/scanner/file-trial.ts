/** Tries the rules that find a file as a whole, by its name and its first bytes: keystores are binary, and hold no keyword. */
import { addMatch, type Collector } from './collector.js';
import { openingOf, opensAt } from './opening.js';
import type { FileSignature, Rule } from './rule.js';
import { bytesOf, latin1 } from './utf8.js';

/**
 * Bytes at the start of such a file that a check is given. They are the match, and so what the fingerprint is of: salts, dates and the first key
 * stand in them, and they are at hand however large the file is.
 */
export const HEAD_BYTES = 1024;

/** Bytes that the magic words of all signatures fit in. */
const MAGIC_BYTES = 32;

/** Takes the bytes of a file from its first one on. */
export type FileTrial = (bytes: Uint8Array, collector: Collector, path: string | undefined) => void;

export function fileTrial(rules: readonly Rule[]): FileTrial {
  const ofFiles = rules.filter((rule): rule is Rule & { file: FileSignature } => rule.file !== undefined);
  const somePath = new RegExp(ofFiles.map(({ file }) => `(?:${file.paths.source})`).join('|'), 'i');

  const mayBegin = firstBytes(ofFiles);

  return (bytes, collector, path) => {
    if (mayBegin[bytes[0] as number] !== 1 || path === undefined || !somePath.test(path)) return;
    const end = Math.min(HEAD_BYTES, bytes.length);
    const text = latin1(bytes, 0, end);
    const hex = Buffer.from(bytes.subarray(0, MAGIC_BYTES)).toString('hex');
    for (const rule of ofFiles) {
      if (!rule.file.paths.test(path) || !rule.file.magic.test(hex)) continue;
      const { confidence } = rule;
      const verdict =
        rule.check === undefined ? { confidence } : rule.check({ start: 0, end, text, value: text, path });
      if (verdict !== null) addMatch(collector, { rule, confidence: verdict.confidence, start: 0, end });
    }
  };
}

/** By byte: can such a file begin with it? Nearly every source file is told by this, before its path is looked at. */
function firstBytes(rules: readonly { readonly file: FileSignature }[]): Uint8Array {
  const digits = openingOf(rules.map(({ file }) => file.magic)).slice(0, 2);
  return Uint8Array.from({ length: 256 }, (_, byte) => {
    const hex = byte.toString(16).padStart(2, '0');
    return rules.length > 0 && opensAt(digits, bytesOf(hex), 0) ? 1 : 0;
  });
}
