/** Whether a value given to a secret-like name is one: tests of its alphabet, entropy and words, and of the name. */
import type { Confidence } from '../rule.js';
import type { Assignment } from './_assignment.js';
import { characterKinds, entropy } from './_checks.js';
import { isPlaceholder } from './_placeholders.js';

/** The name goes on to say that the value is about a secret, not the secret: `password_hash`, `tokenUrl`, `secretName`. */
const ABOUT =
  `id name uri url path dir file hash hashed digest salt type length len size field label hint help regex regexp pattern policy
  rule count limit ttl timeout age reset endpoint header prefix suffix placeholder title text message msg error ref arn version
  provider method algorithm alg format status state manager service store input element selector class column index pos position
  kind env var variable param parameter schema model view page link button icon table address scope cookie strength map list
  lookup enabled required getter setter fn func handler callback public pub s`.split(/\s+/);
const ABOUT_STEMS = ['expir', 'confirm', 'valid', 'sha1', 'sha2', 'sha5'];
/** Names that hold something public. */
const HARMLESS_NAME =
  /public|csrf|xsrf|(?:next|page|continuation|cancel|sync|resume|cursor)_?-?token|max_?-?token|tokenize|keyboard|unicode|vocab/i;
/** Names after which even a UUID or 40 hex digits are likely to be a key. */
const STRONG_NAME = /api[_-]?key|secret|passw|pwd|passphrase|private|encryption|signing/i;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const GIT_SHA = /^[0-9a-f]{40}$/i;
/** Addresses, paths, media types, expressions, versions and selectors are told by how they begin. */
const NO_BEGINNING =
  /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|[.~]{0,2}\/|[a-z]:\\|(?:application|text|image)\/|[-[.#:&*!?]|sha\d{1,3}[-:]|\d{1,9}\.\d)/i;
/** Calls, objects, patterns and operators by what is in them. */
const NO_PART = /[(){}]|\[\^|\\[dws]|\.\*|=>|->|::|&&|==/;
const FILE_ENDING = /\.(?:pem|key|crt|json|ya?ml|txt|js|ts|py|env|html?|css|png|svg|xml|sh|go|rb|java|php|md)$/i;
const CODE =
  /\.(?:[cm]?[jt]sx?|py|go|java|rb|cs|php|c|cc|cpp|h|hpp|rs|swift|kts?|scala|dart|m|mm|lua|ex|exs|vue|svelte)$/i;
/** Here a value without quotes is a value, never an identifier. */
const SETTINGS = /(?:^|\/)\.env(?:\.[a-z]+)?$|\.(?:env|ini|cfg|conf|cnf|properties|ya?ml|toml)$/i;
/** Files written by machines, and full of hashes, by the end of their names. */
const GENERATED = ['.lock', '-lock.json', '-lock.yaml', 'go.sum', '.min.js', '.min.mjs', '.min.cjs', '.map', '.snap'];
/** Where secrets are mostly made up. */
const PRACTICE =
  /(?:^|\/)(?:tests?|__tests__|spec|fixtures?|testdata|mocks?|examples?|samples?|docs?)\/|[._-](?:test|spec)\.[a-z]{1,6}$/i;

/** How sure it is that `value` is a human's password, or a machine's key or token; null when it is more likely something else. */
export function likelihood(
  kind: 'password' | 'key',
  { name, tail, quoted }: Assignment,
  value: string,
  path = '',
): Confidence | null {
  if (value.length < 6 || /\s/.test(value) || GENERATED.some((end) => path.toLowerCase().endsWith(end))) return null;
  if (isAbout(tail) || HARMLESS_NAME.test(name)) return null;
  if (name.toLowerCase().includes(value.toLowerCase()) || isNoValue(value)) return null;
  if (!quoted && CODE.test(path)) return null;
  // Without quotes a word is an identifier, but for settings files; with a capital, a number and a sign it is a password people think up.
  const isLiteral = quoted || SETTINGS.test(path);
  if (!isLiteral && isWordy(value) && (kind === 'key' || characterKinds(value) < 3)) return null;
  const confidence = kind === 'password' ? ofPassword(value) : ofKey(value, STRONG_NAME.test(name));
  return confidence !== null && PRACTICE.test(path) ? 'low' : confidence;
}

function isAbout(tail: string): boolean {
  const lower = tail.toLowerCase();
  return ABOUT.some((word) => lower.endsWith(word)) || ABOUT_STEMS.some((stem) => lower.includes(stem));
}

function isNoValue(value: string): boolean {
  return NO_BEGINNING.test(value) || NO_PART.test(value) || FILE_ENDING.test(value) || isPlaceholder(value);
}

function ofPassword(value: string): Confidence | null {
  const kinds = characterKinds(value);
  const digits = /\d/.test(value);
  if (/^\d+$/.test(value) || kinds < 2) return null;
  if (isWordy(value)) return digits && value.length >= 8 ? (kinds >= 3 ? 'medium' : 'low') : null;
  if (GIT_SHA.test(value) || UUID.test(value)) return 'low';
  return digits || kinds >= 3 ? (value.length >= 8 && entropy(value) >= 2.5 ? 'medium' : 'low') : null;
}

function ofKey(value: string, strong: boolean): Confidence | null {
  if (GIT_SHA.test(value) || UUID.test(value)) return strong ? 'low' : null;
  if (isWordy(value) || !/^[\x21-\x7e]+$/.test(value)) return null;
  const digits = value.replace(/\D/g, '').length;
  if (digits === value.length) return null;
  const mixed = digits >= 2 || caseChanges(value) >= value.length / 4;
  if (value.length >= 16 && mixed && entropy(value) >= 3) return 'medium';
  return value.length >= 10 && digits >= 1 && characterKinds(value) >= 3 && entropy(value) >= 2.8 ? 'low' : null;
}

/** True for words, joined as identifiers, paths and file names join them, with a short number here and there. */
export function isWordy(value: string): boolean {
  // Words do not turn into numbers and back all the time.
  if ((value.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0) > 5) return false;
  const parts = value.replace(/[a-z](?=[A-Z])|[A-Za-z](?=\d)|\d(?=[A-Za-z])/g, '$& ').split(/[^A-Za-z0-9]+/);
  const named = parts.filter((part) => part !== '');
  // Random characters fall apart into pieces of one or two, words do not.
  if (named.join('').length < 2.5 * named.length) return false;
  return named.every((part) => /^\d{1,4}$/.test(part) || (/^(?:[A-Z]?[a-z]*|[A-Z]*)$/.test(part) && isSpeakable(part)));
}

/** Words have vowels and no long runs of consonants. */
function isSpeakable(part: string): boolean {
  return part.length <= 2 || (/[aeiouy]/i.test(part) && !/[^aeiouy]{5}/i.test(part) && part.length <= 20);
}

function caseChanges(value: string): number {
  return value.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0;
}
