/** Whether a value given to a secret-like name is one: what it cannot be is ruled out, then a small model weighs the rest. */
import type { Candidate, Confidence, Verdict } from '../rule.js';
import type { Assignment } from './_assignment.js';
import { entropy } from './_checks.js';
import { FEATURES, isCertainName, type Situation } from './_features.js';
import { WEIGHTS } from './_generic-model.js';
import { CODE, isGenerated, PRACTICE, TRANSLATIONS, VENDORED } from './_paths.js';
import { isPlaceholder } from './_placeholders.js';
import { beginsAsVendors } from './_vendor-prefixes.js';
import { isWordy } from './_words.js';

export { isWordy } from './_words.js';

export type Kind = 'password' | 'key';

/** The name goes on to say that the value is about a secret, not the secret: `password_hash`, `tokenUrl`, `secretName`. */
const ABOUT =
  `id name uri url path dir file hash hashed digest salt type length len size field label hint help regex regexp pattern policy
  rule count limit ttl timeout age reset endpoint header prefix suffix placeholder title text message msg error ref arn version
  provider method algorithm alg format status state manager service store input element selector class column index pos position
  kind env var variable param parameter schema model view page link button icon table address scope cookie strength map list
  lookup enabled required getter setter fn func handler callback public pub code stdin char sep separator location role mode
  action event source time date rate s`.split(/\s+/);
const ABOUT_STEMS = ['expir', 'confirm', 'valid', 'sha1', 'sha2', 'sha5'];
/** Names that hold something public. */
const HARMLESS_NAME =
  /public|publishable|site_?key|csrf|xsrf|(?:next|page|continuation|cancel|sync|resume|cursor)_?-?token|max_?-?token|tokenize|keyboard|unicode|vocab|integrity|checksum|fingerprint/i;
/** Addresses, paths, media types, expressions, versions and selectors are told by how they begin. */
const NO_BEGINNING =
  /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|[.~]{0,2}\/(?![A-Za-z0-9+/]{20,200}={0,2}$)|[a-z]:\\|(?:application|text|image)\/|urn:|[.:[,;|)\]>]|-{0,2}\$|[#-]{1,2}[a-z-]{1,40}$|sha\d{1,3}[-:]|\d{1,15}\.\d)/i;
/** What begins no value without quotes: anchors, references and signs of the format around. */
const NO_BEGINNING_BARE = /^[-&*!?#%]/;
/** Calls, objects, patterns and operators by what is in them. */
const NO_PART = /[(){}]|\[\^|\\[dwsb]|\.\*|=>|->|::|&&|==[^=]|\[['"\d]|\\u[0-9a-f]{4}/;
/** Brackets are no harm in a password in quotes, but where they call or hold something. */
const NO_PART_QUOTED =
  /[A-Za-z_]\(\)?|\{[A-Za-z_.]{1,60}\}|\[\^|\\[dwsb]|\.\*|=>|->|::|&&|==[^=]|<\/?[a-z]{1,20}>|\\u[0-9a-f]{4}/;
/** A JSON Web Token is judged by what it says, in `jwt.ts`. */
const JWT = /^eyJ[A-Za-z0-9_-]{10,2000}\.eyJ/;
const FILE_ENDING = /\.(?:pem|key|crt|json|ya?ml|txt|js|ts|py|env|html?|css|png|svg|xml|sh|go|rb|java|php|md)$/i;
/** What stands for "no value" in some language, and what code says of one. */
const NO_VALUE =
  /^(?:null|none|nil|undefined|true|false|yes|no|on|off|empty|required|optional|hidden|string|str|text|number|password\d?|passwd|passwort|kennwort|senha|wachtwoord|contrase(?:n|ñ)a|motdepasse|haslo|parola|secret|token|apikey|api_key|key|username|admin_password)$/i;

/** From which probability on a value is a finding, and of which confidence. */
const LOW = 0.3;
const MEDIUM = 0.85;

/** Characters of a value, and of one whose name does not say for sure that it is secret. */
const LEAST: Readonly<Record<Kind, number>> = { password: 4, key: 8 };
const LEAST_DOUBTFUL = 12;

const FIT = Object.values(FEATURES);

/** How sure it is that `value` is a human's password, or a machine's key or token; null when it is more likely something else. */
export function likelihood(kind: Kind, assignment: Assignment, text: string, path = ''): Confidence | null {
  const situation = situationOf(kind, assignment, text, path);
  if (situation === null) return null;
  const probability = probabilityOf(kind, situation);
  if (probability < (TRANSLATIONS.test(path) ? MEDIUM : LOW)) return null;
  return probability < MEDIUM || PRACTICE.test(path) || VENDORED.test(path) || isGenerated(path) ? 'low' : 'medium';
}

/** For rules whose pattern has told already that the value stands where a password does. */
export function checkPassword({ text, start, end, path }: Candidate): Verdict | null {
  const given = { name: 'password', tail: '', form: 'assigned', quoted: true, start, end } as const;
  const confidence = likelihood('password', given, text, path);
  return confidence === null ? null : { confidence };
}

/** What the model judges; null for what is no secret on the face of it. */
export function situationOf(kind: Kind, assignment: Assignment, text: string, path: string): Situation | null {
  const { name, tail, form, quoted, start, end } = assignment;
  const length = end - start;
  if (length < LEAST[kind] || (!quoted && form === 'assigned' && CODE.test(path))) return null;
  if (kind === 'key' && length < LEAST_DOUBTFUL && !isCertainName(name)) return null;
  const value = text.slice(start, end);
  if (/\s/.test(value) || isAbout(tail) || HARMLESS_NAME.test(name)) return null;
  if (name.toLowerCase().includes(value.toLowerCase()) || isNoValue(value, quoted)) return null;
  const wordy = isWordy(value);
  if (kind === 'key' && (wordy || /^\d+$/.test(value))) return null;
  return { name, tail, form, quoted, value, wordy, bits: entropy(value), path, next: text.charAt(end) };
}

/** By the fitted weights, 0 to 1. */
export function probabilityOf(kind: Kind, situation: Situation): number {
  const [bias = 0, ...weights] = WEIGHTS[kind];
  let sum = bias;
  for (let at = 0; at < FIT.length; at += 1) sum += (weights[at] ?? 0) * (FIT[at]?.(situation) ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function isAbout(tail: string): boolean {
  const lower = tail.toLowerCase();
  return (
    lower !== '' && (ABOUT.some((word) => lower.endsWith(word)) || ABOUT_STEMS.some((stem) => lower.includes(stem)))
  );
}

function isNoValue(value: string, quoted: boolean): boolean {
  return (
    NO_VALUE.test(value) ||
    JWT.test(value) ||
    NO_BEGINNING.test(value) ||
    (!quoted && NO_BEGINNING_BARE.test(value)) ||
    (quoted ? NO_PART_QUOTED.test(value) || isBracketed(value) : NO_PART.test(value)) ||
    FILE_ENDING.test(value) ||
    isPlaceholder(value) ||
    beginsAsVendors(value)
  );
}

function isBracketed(value: string): boolean {
  return (value.startsWith('(') && value.endsWith(')')) || (value.startsWith('{') && value.endsWith('}'));
}
