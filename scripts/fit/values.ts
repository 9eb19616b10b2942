/** Values to learn from: what people think up as passwords, what machines make as keys, and what code holds in their place. */

/** A source of numbers that is the same at every run. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2654435761) >>> 0 || 1;
  }

  /** A whole number from 0 to `sides` - 1. */
  roll(sides: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state = (this.#state ^ (this.#state << 5)) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * sides);
  }

  pick<T>(from: readonly T[]): T {
    const item = from[this.roll(from.length)];
    if (item === undefined) throw new RangeError('There is nothing to pick from');
    return item;
  }

  text(alphabet: string, length: number): string {
    return Array.from({ length }, () => alphabet[this.roll(alphabet.length)]).join('');
  }
}

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const ALNUM = DIGITS + LOWER + UPPER;
const SIGNS = '!@#$%&*?-_+.';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const leet = (word: string): string =>
  word.replace(/[aeios]/g, (letter) => ({ a: '@', e: '3', i: '1', o: '0', s: '$' })[letter] ?? letter);
const year = (dice: Dice): string => String(1970 + dice.roll(60));
const few = (dice: Dice): string => dice.text(DIGITS, 1 + dice.roll(4));

type Making = (word: string, dice: Dice, other: string) => string;

/** How people make a password from words. */
const HABITS: readonly Making[] = [
  (word, dice) => word + few(dice),
  (word, dice) => capital(word) + few(dice),
  (word, dice) => capital(word) + year(dice) + dice.pick([...SIGNS]),
  (word, dice) => capital(word) + dice.pick([...'@#!_$']) + few(dice),
  (word, dice) => word + year(dice),
  (word, dice) => leet(word) + few(dice),
  (word, dice) => capital(leet(word)) + dice.pick(['', '!', '1', '123', '!!']),
  (word, dice, other) => word + other + few(dice),
  (word, dice, other) => capital(word) + capital(other) + few(dice) + dice.pick(['', '!', '#']),
  (word, dice) => few(dice) + word,
  (word, dice) => `${word}${dice.pick(['_', '-', '.', '@'])}${few(dice)}`,
  (word, dice) => word.toUpperCase() + few(dice),
  (word, dice) => few(dice) + word + few(dice) + dice.pick([...SIGNS]),
  (word, _, other) => word.slice(0, 4) + other.slice(0, 3),
  (word) => word,
  (word) => word,
  (word) => capital(word),
  (word, _, other) => word + other,
  (word, dice) => word + dice.pick(['pass', 'pwd', 'pw', '_password', 'password', '123', '1234', '_pw', '-pass']),
  (_, dice) =>
    dice.pick(['password', 'secret', 'admin', 'test', 'root', 'pass', 'passw0rd', 'p@ssw0rd']) +
    few(dice) +
    dice.pick(['', '', '!']),
];

/** Every letter another one of its case, as keyboards, sets of labelled samples and people with a system make them. */
const scrambled = (value: string, dice: Dice): string =>
  value.replace(/[a-z]/g, () => dice.text(LOWER, 1)).replace(/[A-Z]/g, () => dice.text(UPPER, 1));

export function password(words: readonly string[], dice: Dice): string {
  const thought = dice.pick(HABITS)(dice.pick(words), dice, dice.pick(words));
  switch (dice.roll(18)) {
    case 17:
      return dice.text(DIGITS, 4 + dice.roll(6));
    case 16:
      return scrambled(dice.pick(words), dice);
    case 0:
      return scrambled(dice.pick(words) + dice.pick(words).slice(0, 3), dice).slice(0, 6 + dice.roll(7));
    case 1:
      return scrambled(thought, dice);
    case 2:
      return dice.text(ALNUM, 8 + dice.roll(9));
    case 3:
      return dice.text(ALNUM + SIGNS, 8 + dice.roll(9));
    case 4:
      return dice.text(LOWER + DIGITS, 6 + dice.roll(7));
    default:
      return thought;
  }
}

const hex = (dice: Dice, length: number): string => dice.text('0123456789abcdef', length);

const KEYS: readonly ((dice: Dice) => string)[] = [
  (dice) => hex(dice, 32),
  (dice) => hex(dice, 40),
  (dice) => hex(dice, 64),
  (dice) => hex(dice, dice.pick([16, 20, 24, 48, 96, 128])),
  (dice) => dice.text(ALNUM, 16 + dice.roll(49)),
  (dice) => dice.text(ALNUM, 20 + dice.roll(13)),
  (dice) => dice.text(ALNUM, 8 + dice.roll(8)),
  (dice) => dice.text(LOWER + DIGITS, 8 + dice.roll(8)),
  (dice) => dice.text(`${ALNUM}-_`, 20 + dice.roll(44)),
  (dice) => `${dice.text(`${ALNUM}+/`, 42)}=`,
  (dice) => `${dice.text(`${ALNUM}+/`, 22)}==`,
  (dice) => `${dice.text(`${ALNUM}+/`, 86)}==`,
  (dice) => dice.text(LOWER + DIGITS, 10 + dice.roll(30)),
  (dice) => dice.text(UPPER + DIGITS, 16 + dice.roll(24)),
  (dice) => dice.text(LOWER, 12 + dice.roll(20)),
  (dice) => `${dice.text(LOWER, 2 + dice.roll(3))}_${dice.text(ALNUM, 20 + dice.roll(20))}`,
  (dice) => `${dice.text(LOWER, 3)}-${dice.text(ALNUM, 20 + dice.roll(20))}`,
  (dice) =>
    `${dice.text(DIGITS, 6 + dice.roll(5))}${dice.pick(['-', ':', '|'])}${dice.text(ALNUM, 24 + dice.roll(12))}`,
  (dice) => `${dice.text(ALNUM, 22)}.${dice.text(ALNUM, 6)}.${dice.text(ALNUM, 27)}`,
  (dice) => [8, 4, 4, 4, 12].map((length) => hex(dice, length)).join('-'),
  (dice) => dice.text(ALNUM + SIGNS, 16 + dice.roll(24)),
];

/** What people think up where a machine should have made a key. */
const THOUGHT_UP_KEYS: readonly Making[] = [
  (word, _, other) => word + capital(other),
  (word, dice) => `${word}${few(dice)}`,
  (word, dice) => `${word}-${dice.pick(['secret', 'key', 'jwt'])}-${dice.text(DIGITS, 3)}`,
  (word, dice) => `${word}_secret_key_${year(dice)}`,
  (word, _, other) => `my-super-secret-${word}-${other}`,
  (word, _, other) => `${capital(word)}${capital(other)}SecretKeyForTokens`,
  (word, dice, other) => `${word}${other}${few(dice)}`,
  (word, _, other) => word + other,
];

/** Words of which programs make the names and texts that stand where a secret could. */
const QUALITIES =
  'new old current confirm user test my your admin db wrong invalid bad valid some any enter forgot reset'.split(' ');
const SUBJECTS = 'password passwd pwd pass secret token key credential auth login'.split(' ');
const STATES =
  'required boolean array object input text focus disabled click submit error invalid missing short weak mismatch empty changed updated expired external enabled localhost public default never always unknown'.split(
    ' ',
  );
const ACCENTED = 'áéíóúñçãõäöüßåøœ';

/** What a secret is called. */
const CALLED: readonly Making[] = [
  (_, dice) => dice.pick(QUALITIES) + dice.pick(['', '_', '-', '.']) + dice.pick(SUBJECTS),
  (_, dice) => dice.pick(QUALITIES) + capital(dice.pick(SUBJECTS)),
  (_, dice) => dice.pick(SUBJECTS) + dice.pick(['_', '-', '.', ':']) + dice.pick(STATES),
  (word, dice) => word + dice.pick(['_', '-', '.']) + dice.pick(SUBJECTS),
  (word, dice) => `${word.toUpperCase()}_${dice.pick(SUBJECTS).toUpperCase()}`,
  (word, dice, other) =>
    `${word}${dice.pick(['.', '_', '-'])}${other}${dice.pick(['.', '_', '-'])}${dice.pick(SUBJECTS)}`,
];

const OTHERS: readonly Making[] = [
  ...CALLED,
  (_, dice) => dice.pick(STATES),
  (_, dice) => dice.pick(STATES),
  (_, dice) => `${dice.pick(STATES)}|${dice.pick(STATES)}`,
  (word, dice) => capital(word.replace(/[aeou]/, () => dice.pick([...ACCENTED]))),
  (word) => `${capital(word)}:`,
  (word) => capital(word),
  (word) => word,
  (word, dice, other) => word + dice.pick(['_', '-', '.', '/', ':']) + other,
  (word, _, other) => word + capital(other),
  (word, _, other) => `${word.toUpperCase()}_${other.toUpperCase()}`,
];

/** What names a secret instead of being it. */
export function called(words: readonly string[], dice: Dice): string {
  return dice.pick(CALLED)(dice.pick(words), dice, dice.pick(words));
}

/** What stands at a secret's name and is none: what it is called, in which state it is, the word for it in some language. */
export function other(words: readonly string[], dice: Dice): string {
  return dice.pick(OTHERS)(dice.pick(words), dice, dice.pick(words));
}

export function key(words: readonly string[], dice: Dice): string {
  switch (dice.roll(9)) {
    case 0:
      return password(words, dice);
    case 1:
      return dice.pick(THOUGHT_UP_KEYS)(dice.pick(words), dice, dice.pick(words));
    default:
      return dice.pick(KEYS)(dice);
  }
}
