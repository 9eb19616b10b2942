/** Whether characters read as words: identifiers and prose do, keys and most passwords do not. */
import { BIGRAMS } from './_generic-model.js';

/** True for words, joined as identifiers, paths and file names join them, with a short number here and there. */
export function isWordy(value: string): boolean {
  // Words do not turn into numbers and back all the time.
  if ((value.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0) > 5) return false;
  const parts = value.replace(HUMP, '$& ').split(/[^A-Za-z0-9]+/);
  const named = parts.filter((part) => part !== '');
  const { length } = named.join('');
  // Random characters fall apart into pieces of one or two, words do not.
  if (length < 2.5 * named.length || isStrange(value)) return false;
  const words = named.filter(isWord);
  if (words.length === named.length) return true;
  // `ssh`, `HTTP` and `cfg` are none, but stand beside words.
  const long = words.filter((part) => /[a-z]/.test(part) && part.length >= 4).join('').length;
  return 2 * long >= length && named.every((part) => isWord(part) || ABBREVIATION.test(part));
}

/** Behind these characters an identifier's next part begins: `oAuth2Api`, `XMLReader`. */
const HUMP = /[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])|[A-Za-z](?=\d)|\d(?=[A-Za-z])/g;
const ABBREVIATION = /^(?:[A-Z]{2,5}|[A-Z]?[a-z]{2,4})$/;

/** A short number, or letters that can be spoken. */
function isWord(part: string): boolean {
  return /^\d{1,4}$/.test(part) || (/^(?:[A-Z]?[a-z]*|[A-Z]*)$/.test(part) && isSpeakable(part));
}

/** Passed by one in a hundred of the texts without blanks in code, and by all but one in thirty of random letters. */
function isStrange(value: string): boolean {
  return value.length >= 8 && strangeness(value) > (value.length >= 12 ? 4.9 : 5.5);
}

/** Words have vowels and no long runs of consonants. */
function isSpeakable(part: string): boolean {
  return part.length <= 2 || (/[aeiouy]/i.test(part) && !/[^aeiouy]{5}/i.test(part) && part.length <= 20);
}

/**
 * How seldom the pairs of neighbouring letters of `value` are in the words of source code and its documentation: 0 to 9,
 * the mean of -log2 of their share, by `BIGRAMS`. 4.5, what random letters have, where there are no such pairs.
 */
export function strangeness(value: string): number {
  let [sum, pairs] = [0, 0];
  let before = -1;
  for (let at = 0; at < value.length; at += 1) {
    const letter = letterOf(value.charCodeAt(at));
    if (letter !== -1 && before !== -1) {
      sum += (BIGRAMS[before] ?? '').charCodeAt(letter) - 0x30;
      pairs += 1;
    }
    before = letter;
  }
  return pairs === 0 ? 4.5 : sum / pairs;
}

/** 0 to 25 for a letter in any case, -1 for anything else. */
export function letterOf(code: number): number {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? lower - 0x61 : -1;
}
