/** What is measured of a value given to a secret-like name; `scripts/fit-generic.ts` fits a weight to each. */
import type { Assignment } from './_assignment.js';
import { characterKinds } from './_checks.js';
import { CODE, PROSE, SETTINGS } from './_paths.js';
import { strangeness } from './_words.js';

/** A value in its place, as far as the features look. */
export interface Situation extends Pick<Assignment, 'name' | 'tail' | 'form' | 'quoted'> {
  readonly value: string;
  /** Several features ask for these two. */
  readonly wordy: boolean;
  readonly bits: number;
  readonly path: string;
  /** The character behind the value; empty at the end of the text. */
  readonly next: string;
  /** An account is named beside the value. */
  readonly hasCompany: () => boolean;
  /** The value stands before it once more, as the user's name for instance. */
  readonly isEchoed: () => boolean;
}

/** A number from 0 to about 1. */
export type Feature = (situation: Situation) => number;

const is = (test: boolean): number => (test ? 1 : 0);

/** Kinds of characters; what is no ASCII is a sign. */
const [SIGN, LOWER, UPPER, DIGIT] = [0, 1, 2, 3];
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /[a-z]/.test(char) ? LOWER : /[A-Z]/.test(char) ? UPPER : /[0-9]/.test(char) ? DIGIT : SIGN;
});
const kindAt = (value: string, at: number): number => KINDS[value.charCodeAt(at)] ?? SIGN;

function share(value: string, kind: number): number {
  let count = 0;
  for (let at = 0; at < value.length; at += 1) if (kindAt(value, at) === kind) count += 1;
  return count / value.length;
}

/** How many pairs of neighbours there are such that `isChange`, as a share of all. */
function changes(value: string, isChange: (kind: number, next: number) => boolean): number {
  let count = 0;
  for (let at = 1; at < value.length; at += 1) if (isChange(kindAt(value, at - 1), kindAt(value, at))) count += 1;
  return count / value.length;
}
const isLetter = (kind: number): boolean => kind === LOWER || kind === UPPER;

const NAMES = {
  password: /passw|pwd|passphrase|passcode|pass$|psw|senha|kennwort|contrasen/i,
  secret: /secret/i,
  token: /token/i,
  apiKey:
    /(?:api|app|access|auth|account|secret|private|encrypt(?:ion)?|enc|crypto?|cipher|aes|hmac|sign(?:ing|ature)?|master|session|client|server|service|consumer|licen[sc]e|developer|sdk|admin|shared|storage|security|deploy|symmetric|jwt|webhook|captcha|subscription|function|license|write|ingest)[_.-]?key/i,
};
/** Words beside which a secret stands: whose it is. */
const OWNER =
  /db|database|admin|root|smtp|mail|sql|postgres|pg|redis|mongo|rabbit|ftp|ssh|jwt|aws|azure|client|consumer|api|user|login|ldap|wifi|proxy|server|service|oauth|cookie|session|encrypt|jdbc|datasource|keystore|truststore|account|bot|slack|github|stripe/i;
/** Words of programs that handle text, forms and languages: there a token is a piece of text and a key is a name. */
const DOUBT =
  /label|field|error|msg|placeholder|title|text|next(?!_?auth)|prev|csrf|parse|lex|syntax|css|color|symbol|kind|node|grammar|regex|char|design|theme|cache|primary|foreign|public|sort|partition|row|storage_?key|object|i18n|lang|group|column|translat|event|data_?key|react|map_?key|hot_?key|short|lookup|index|query_?key|registry|separator|delimit/i;
const ABOUT_SECRETS = /pass|secret|token|key|auth|login|user|field|input|credential|value|string|code/i;
/** Parts of values that somebody made up to try something. */
const TRY = /test|demo|foo|bar|mock|fake|temp|stub|abc|xyz|hello|some|invalid|wrong|valid|any|my/i;
/** Whose secret the reader is asked for, in forms and their texts. */
const ASKED = /your|old|current|repeat|retype|again|forgot|reset|change|label|curpass/i;
const SEPARATED = /^[A-Za-z][A-Za-z]*(?:[-_.:/][A-Za-z0-9]+){1,10}$/;

/** True where the name says for sure that its value is secret; `key` and `auth` alone do not. */
export function isCertainName(name: string): boolean {
  return Object.values(NAMES).some((kind) => kind.test(name));
}

/** Each with a name. The order is that of the weights. */
export const FEATURES: Readonly<Record<string, Feature>> = {
  'length 4-5': ({ value }) => is(value.length <= 5),
  'length 6-7': ({ value }) => is(value.length === 6 || value.length === 7),
  'length 8-11': ({ value }) => is(value.length >= 8 && value.length <= 11),
  'length 12-19': ({ value }) => is(value.length >= 12 && value.length <= 19),
  'length 20-31': ({ value }) => is(value.length >= 20 && value.length <= 31),
  'length 32-63': ({ value }) => is(value.length >= 32 && value.length <= 63),
  'length 64+': ({ value }) => is(value.length >= 64),
  'lower case': ({ value }) => share(value, LOWER),
  'upper case': ({ value }) => share(value, UPPER),
  digits: ({ value }) => share(value, DIGIT),
  signs: ({ value }) => share(value, SIGN),
  'signs of passwords': ({ value }) => (value.match(/[@!#$%^&*?+~]/g)?.length ?? 0) / value.length,
  'strange and of all kinds': ({ value, wordy }) => is(!wordy && value.length <= 32 && characterKinds(value) === 4),
  '2 kinds': ({ value }) => is(characterKinds(value) === 2),
  '3 kinds': ({ value }) => is(characterKinds(value) === 3),
  '4 kinds': ({ value }) => is(characterKinds(value) === 4),
  'letters only': ({ value }) => is(/^[A-Za-z]+$/.test(value)),
  'lower case only': ({ value }) => is(/^[a-z]+$/.test(value)),
  'upper case, digits and _ only': ({ value }) => is(/^[A-Z0-9_]+$/.test(value) && /[A-Z]/.test(value)),
  'digits only': ({ value }) => is(/^\d+$/.test(value)),
  entropy: ({ bits }) => bits / 5,
  'entropy for its length': ({ value, bits }) => bits / Math.log2(value.length),
  strangeness: ({ value }) => strangeness(value) / 5,
  'strangeness of long values': ({ value }) => (value.length >= 16 ? strangeness(value) / 5 : 0),
  'strangeness of letters': ({ value }) => (/^[A-Za-z]+$/.test(value) ? strangeness(value) / 5 : 0),
  words: ({ wordy }) => is(wordy),
  'words, long': ({ value, wordy }) => is(wordy && value.length >= 16),
  'words and digits': ({ value, wordy }) => is(wordy && /\d/.test(value)),
  'words with separators': ({ value, wordy }) => is(wordy && SEPARATED.test(value)),
  'words without separators': ({ value, wordy }) => is(wordy && !SEPARATED.test(value)),
  'changes of kind': ({ value }) =>
    changes(value, (kind, next) => kind !== next && !(isLetter(kind) && isLetter(next))),
  'changes of case': ({ value }) => changes(value, (kind, next) => kind !== next && isLetter(kind) && isLetter(next)),
  'word and number': ({ value }) => is(/^[A-Za-z]{3,14}[@!#$%&*_.-]?\d{1,8}[@!#$%&*_.-]{0,3}$/.test(value)),
  'word, number and sign': ({ value }) =>
    is(/^[A-Z]?[a-z]{2,14}(?:\d{1,6}[!@#$%&*?]{1,3}|[!@#$%&*?]\d{1,6})$/.test(value)),
  'capital, then lower case': ({ value }) => is(/^[A-Z][a-z]/.test(value)),
  'sign at the end': ({ value }) => is(/[!@#$%&*?]$/.test(value)),
  'digits for letters': ({ value }) => is(/[a-z][0134@$5!]{1,2}[a-z]/i.test(value) && value.length <= 16),
  'hexadecimal, 32 digits': ({ value }) => is(/^[0-9a-f]{32}$/i.test(value)),
  'hexadecimal, 40 digits': ({ value }) => is(/^[0-9a-f]{40}$/i.test(value)),
  'hexadecimal, 16 or more': ({ value }) => is(/^[0-9a-f]{16,}$/i.test(value)),
  UUID: ({ value }) => is(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)),
  'base64 with its end': ({ value }) => is(/^[A-Za-z0-9+/]{15,}={1,2}$/.test(value)),
  dots: ({ value }) => is(value.includes('.')),
  slashes: ({ value }) => is(value.includes('/')),
  colons: ({ value }) => is(value.includes(':')),
  'ASCII only': ({ value }) => is(/^[\x21-\x7e]+$/.test(value)),
  'speaks of secrets': ({ value }) => is(ABOUT_SECRETS.test(value)),
  'speaks of tests': ({ value }) => is(TRY.test(value)),
  'name: password': ({ name }) => is(NAMES.password.test(name)),
  'name: secret': ({ name }) => is(NAMES.secret.test(name)),
  'name: token': ({ name }) => is(NAMES.token.test(name)),
  'name: a certain key': ({ name }) => is(NAMES.apiKey.test(name)),
  'name: an owner': ({ name }) => is(OWNER.test(name)),
  'name: doubt': ({ name }) => is(DOUBT.test(name)),
  'name: goes on': ({ tail }) => is(tail !== ''),
  'name: goes on behind a dot': ({ tail }) => is(tail.includes('.')),
  'name: capitals': ({ name }) => is(!/[a-z]/.test(name)),
  quoted: ({ quoted }) => is(quoted),
  'argument or call': ({ form }) => is(form === 'argument' || form === 'called'),
  compared: ({ form }) => is(form === 'compared'),
  fallback: ({ form }) => is(form === 'fallback'),
  element: ({ form }) => is(form === 'element'),
  option: ({ form }) => is(form === 'option'),
  pair: ({ form }) => is(form === 'pair'),
  apart: ({ form }) => is(form === 'apart'),
  'unquoted, then code': ({ quoted, next }) => is(!quoted && /[;,)\]}&|]/.test(next)),
  'unquoted words': ({ quoted, wordy }) => is(!quoted && wordy),
  'unquoted in code': ({ quoted, path }) => is(!quoted && CODE.test(path)),
  'unquoted in settings': ({ quoted, path }) => is(!quoted && SETTINGS.test(path)),
  prose: ({ path }) => is(PROSE.test(path)),
  'no words, letters and digits': ({ value, wordy }) => is(!wordy && /\d/.test(value) && /[A-Za-z]/.test(value)),
  'no words, all cases': ({ value, wordy }) =>
    is(!wordy && /\d/.test(value) && /[A-Z]/.test(value) && /[a-z]/.test(value)),
  'words of something else': ({ value, wordy }) => is(wordy && !ABOUT_SECRETS.test(value)),
  'in company': ({ hasCompany }) => is(hasCompany()),
  'words in company': ({ hasCompany, wordy }) => is(wordy && hasCompany()),
  'as before': ({ isEchoed }) => is(isEchoed()),
  'name: asks': ({ name }) => is(ASKED.test(name)),
  'words, its name asks': ({ name, wordy }) => is(wordy && ASKED.test(name)),
  'words in a list': ({ form, wordy }) => is(form === 'argument' && wordy),
  'words in a call': ({ form, wordy }) => is(form === 'called' && wordy),
  'words in a call behind a dot': ({ form, wordy, tail }) => is(form === 'called' && wordy && tail !== ''),
  'word of one case': ({ value }) => is(/^(?:[a-z]{4,12}|[A-Z]{4,12})$/.test(value)),
  'secret in other words': ({ value }) => is(ABOUT_SECRETS.test(value) && /\d/.test(value)),
  'then goes on': ({ next }) => is(next === ' '),
};

/** Features that read what stands around a value, cheap ones first. */
export const AROUND: readonly string[] = ['as before', 'in company', 'words in company'];
