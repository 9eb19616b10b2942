/** Looks for a value a few characters behind a name, however it is written: only for values that prove themselves by a checksum. */
import type { Finder, Verdict } from '../rule.js';

/** Enough for the rest of a name, a type, an operator and a call: `_SEED_PROD: string = Keypair.fromSecret("`. */
const REACH = 60;

/**
 * Finds the first `value` that begins within sixty characters behind the keyword on its line, and passes `judge`.
 * @param value expression source, bounded. @param members class of what would continue a value on either side. @param longest in characters.
 */
export function nearby(
  value: string,
  members: string,
  longest: number,
  judge: (value: string) => Verdict | null,
): Finder {
  const alone = new RegExp(`(?<![${members}])${value}(?![${members}])`);
  return (text, at, keyword) => {
    const from = at + keyword.length;
    const [line = ''] = text.slice(from, from + REACH + longest).split('\n', 1);
    const found = alone.exec(line);
    const verdict = found === null ? null : judge(found[0]);
    if (found === null || verdict === null) return null;
    return { start: from + found.index, end: from + found.index + found[0].length, ...verdict };
  };
}
