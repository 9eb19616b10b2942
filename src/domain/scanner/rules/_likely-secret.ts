/** Whether a value given to a secret-like name is one: what it cannot be is ruled out, then a small model weighs the rest. */
import type { Candidate, Confidence, Verdict } from '../rule.js';
import type { Assignment } from './_assignment.js';
import { characterKinds, entropy } from './_checks.js';
import { hasCompany, isEchoed } from './_company.js';
import { AROUND, type Feature, FEATURES, isCertainName, type Situation } from './_features.js';
import { WEIGHTS } from './_generic-model.js';
import { isHarmlessName, isNoValue } from './_harmless.js';
import { CODE, isGenerated, PRACTICE, TRANSLATIONS, VENDORED } from './_paths.js';
import { isWordy } from './_words.js';

export type Kind = 'password' | 'key';

/** What a password is called, where one would stand. */
const CALLED =
  /^(?:user|the|my|new|old|db|admin|root|some|login|confirm)?[-_.]?(?:pass(?:word|wd|phrase|code)?|pwd|secret|token)[-_.]?(?:field|input|here|value|text|box|\d{0,2})$/i;
/** From which probability on a value is a finding, and of which confidence. */
const LOW = 0.3;
const MEDIUM = 0.85;

/** Names of keys that people think up themselves, as they do passwords. */
const THOUGHT_UP = /secret|jwt|(?:api|encrypt(?:ion)?|crypto?|cipher|aes|hmac|sign(?:ing)?|session|cookie)[_.-]?key/i;

/** The first string of a call, and the comma behind it. */
const FIRST_ARGUMENT = /\(\s{0,20}[@L]?["'`][A-Za-z0-9_.-]{1,60}["'`]\s{0,4},\s{0,4}["'`]$/;
/** Behind a value: a sentence goes on, or the object of a call ends, in which it is a variable. */
const GOES_ON = /^(?: [A-Za-z(%]|\s{0,3}\}\s{0,3}\))/;
/** From this length on a value in a list of strings may be a secret all the same. */
const LEAST_LISTED = 16;

/** Characters of a value, and of one whose name does not say for sure that it is secret. */
const LEAST: Readonly<Record<Kind, number>> = { password: 4, key: 8 };
const LEAST_DOUBTFUL = 12;

/** Those that read around the value come last, for they take as long as all others together. */
const ORDER = [...Object.keys(FEATURES).filter((name) => !AROUND.includes(name)), ...AROUND];
const FIT = ORDER.map((name) => FEATURES[name] as Feature);
const NEAR = FIT.length - AROUND.length;
const MODELS = { password: modelOf(WEIGHTS.password), key: modelOf(WEIGHTS.key) };

/** The weights in that order, and how much those from each place on take away or add together. */
function modelOf([bias = 0, ...given]: readonly number[]) {
  const names = Object.keys(FEATURES);
  const weights = ORDER.map((name) => given[names.indexOf(name)] ?? 0);
  const from = (part: (weight: number) => number) =>
    weights.map((_, at) => weights.slice(at).reduce((sum, weight) => sum + part(weight), 0));
  return { bias, weights, least: from((weight) => Math.min(0, weight)), most: from((weight) => Math.max(0, weight)) };
}

/** How sure it is that `value` is a human's password, or a machine's key or token; null when it is more likely something else. */
export function likelihood(kind: Kind, assignment: Assignment, text: string, path = ''): Confidence | null {
  const situation = situationOf(kind, assignment, text, path);
  if (situation === null) return null;
  const probability = probabilityOf(kind, situation);
  if (probability < (TRANSLATIONS.test(path) ? MEDIUM : LOW)) return null;
  return probability < MEDIUM || isElsewhere(path) ? 'low' : 'medium';
}

/** For rules whose pattern has told already that the value stands where a password does: any word may be one there. */
export function checkPassword({ text, start, end, path = '' }: Candidate): Verdict | null {
  const given = { name: 'password', tail: '', form: 'assigned', quoted: true, start, end } as const;
  const situation = situationOf('password', given, text, path);
  if (situation === null || CALLED.test(situation.value)) return null;
  const sure = probabilityOf('password', situation) >= MEDIUM && !isElsewhere(path);
  return { confidence: sure ? 'medium' : 'low' };
}

/** Tests, samples and code of others: what stands there opens nothing of ours, most of the time. */
function isElsewhere(path: string): boolean {
  return PRACTICE.test(path) || VENDORED.test(path) || isGenerated(path);
}

/** What the model judges; null for what is no secret on the face of it. */
export function situationOf(kind: Kind, assignment: Assignment, text: string, path: string): Situation | null {
  const { name, tail, form, quoted, start, end } = assignment;
  const length = end - start;
  if (length < LEAST[kind] || (!quoted && form === 'assigned' && CODE.test(path))) return null;
  // Google shows the passwords of apps as four words of four letters.
  const value = text.slice(start, end).replace(/^([a-z]{4}) ([a-z]{4}) ([a-z]{4}) ([a-z]{4})$/, '$1$2$3$4');
  if (kind === 'key' && !isCertainName(name) && (length < LEAST_DOUBTFUL || /^[A-Za-z_-]+$/.test(value))) return null;
  if (/\s/.test(value) || isHarmlessName(name, tail)) return null;
  if (name.toLowerCase().includes(value.toLowerCase()) || isNoValue(value, quoted)) return null;
  const wordy = isWordy(value);
  if (kind === 'key' && (/^-?[\d.]+$/.test(value) || (wordy && !mayBeThoughtUp(assignment, value)))) return null;
  const telling = !wordy && length >= LEAST_LISTED && !/^[A-Za-z_]+$|\//.test(value);
  if ((!telling && isListed(assignment, text)) || isForeign(value, path)) return null;
  let company: boolean | undefined;
  return {
    name,
    tail,
    form,
    quoted,
    value,
    wordy,
    bits: entropy(value),
    path,
    next: text.charAt(end),
    hasCompany: () => (company ??= hasCompany(text, start, end)),
    isEchoed: () => isEchoed(text, start, end),
  };
}

/** Words are no keys, but for what people call a secret and think up: not for tokens, which programs speak of all the time. */
function mayBeThoughtUp({ name, quoted }: Assignment, value: string): boolean {
  return (quoted || characterKinds(value) === 4) && THOUGHT_UP.test(name) && !/token/i.test(name);
}

/**
 * True where the name is no name: one of several strings in a list, the verb of a sentence (pass "it" on), the subject of a
 * message ("EAP-pwd: failed to …"). Names are the first of two arguments; longer values tell by themselves.
 */
function isListed({ name, form, start, end }: Assignment, text: string): boolean {
  switch (form) {
    case 'argument':
      return text[end + 1] !== ')' || !FIRST_ARGUMENT.test(text.slice(Math.max(0, start - 80), start));
    case 'apart':
    case 'fallback':
      return /^(?:pass|secret|token|key)$/.test(name);
    case 'assigned':
      return text.slice(start - 2, start) === ': ' && GOES_ON.test(text.slice(end, end + 8));
    default:
      return false;
  }
}

/**
 * By the fitted weights, 0 to 1. What stands around the value is only read where `LOW` or `MEDIUM` depend on it: without, the
 * result is on the same side of both.
 */
function probabilityOf(kind: Kind, situation: Situation): number {
  const { bias, weights, least, most } = MODELS[kind];
  let sum = bias;
  for (let at = 0; at < FIT.length; at += 1) {
    if (at >= NEAR && levelOf(sum + (least[at] as number)) === levelOf(sum + (most[at] as number))) break;
    sum += (weights[at] as number) * (FIT[at] as Feature)(situation);
  }
  return logistic(sum);
}

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

const LOW_SUM = Math.log(LOW / (1 - LOW));
const MEDIUM_SUM = Math.log(MEDIUM / (1 - MEDIUM));

function levelOf(sum: number): number {
  return sum < LOW_SUM ? 0 : sum < MEDIUM_SUM ? 1 : 2;
}

/** In translations, and with letters beyond ASCII, what has no digit is the word for "password" in some language. */
function isForeign(value: string, path: string): boolean {
  return !/\d/.test(value) && (/[^\x20-\x7e]/.test(value) || TRANSLATIONS.test(path));
}
