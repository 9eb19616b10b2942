/** Finds values given to names that say they are secret: where the word stands in the name tells `bypass` from `dbpass`. */
import type { Finder } from '../rule.js';
import { type Assignment, assignmentAt } from './_assignment.js';
import { type Kind, likelihood } from './_likely-secret.js';
import { mayAssign } from './_may-assign.js';
import { isGivenNoSecret } from './_no-secret.js';

/** Wherever one of these stands, a value may be given to a secret-like name. */
export const KEYWORDS: Readonly<Record<Kind, readonly string[]>> = {
  password: ['pass', 'pwd', 'psw', '_pw', 'senha', 'kennwort', 'contrasen'],
  key: ['secret', 'token', 'key', 'credential', 'auth'],
};

/** How far the word of the keyword goes: `pass` begins `password`. */
const WORD = /pass(?:word|wd|phrase|code|wort)?|pswd?|contrasen(?:h?a|ya)|credentials?/iy;
/** Keywords that it goes on from, and the letters it goes on with. */
const GROWS: ReadonlyMap<string, string> = new Map([
  ['pass', 'wpcWPC'], // seaworthy:allow letters, not a password
  ['psw', 'dD'],
  ['contrasen', 'hyaHYA'],
  ['credential', 'sS'],
]);
/** What `pass` may follow without a break: `dbpass`, `mypass`. */
const BEFORE_PASS =
  /(?:db|my|user|usr|root|admin|smtp|ftp|sql|mail|email|ssh|wifi|login|redis|ldap|rabbit|mongo|svn|jdbc|host|pw|remote|proxy|new|old|test|key|store|sudo|vnc|bind|ap|sta|mqtt|pg|auth|ora)$/i;
/** What `key` may follow without a break. */
const BEFORE_KEY =
  /(?:api|app|access|auth|account|secret|private|encrypt(?:ion)?|crypto?|cipher|aes|hmac|sign(?:ing)?|master|session|client|server|service|licen[sc]e|shared)$/i;

/** Verbs of calls that ask for a secret, or are about one. */
const ASKS =
  /(?:^|[._-])(?:get|is|has|find|create|generate|make|parse|read|next|expect|consume|match|peek|validate|verify|check|use|encode|decode|hash|forgot|reset|delete|remove|show|hide|toggle|fetch|load|require|assert|add|register|define|test|lookup|resolve|on)(?=[A-Z_])/i;

/** The finder of values given to names with the rule's keyword in them. */
export function secretNameFinder(kind: Kind): Finder {
  return (text, at, keyword, path, tell) => {
    const assignment = secretNameAt(text, at, keyword);
    if (assignment === null) return null;
    tell?.(assignment);
    const confidence = likelihood(kind, assignment, text, path);
    return confidence === null ? null : { start: assignment.start, end: assignment.end, confidence };
  };
}

/** False only where the bytes tell that the finder finds nothing: `monkey`, `author`, `key,`, `token)`. */
export function mayNameSecret(bytes: Uint8Array, at: number, keyword: string): boolean {
  const end = at + keyword.length;
  if (isOneCase(bytes[end - 1], bytes[end]) && !GROWS.get(keyword)?.includes(String.fromCharCode(bytes[end] as number)))
    return false;
  if (bytes[at - 1] === SLASH || (keyword === 'auth' && isOneCase(bytes[at - 1], bytes[at]))) return false;
  return mayAssign(bytes, at, end) && !isGivenNoSecret(bytes, end);
}

/** The assignment to the secret-like name whose keyword starts at `at`, whatever its value. */
export function secretNameAt(text: string, at: number, keyword: string): Assignment | null {
  const end = wordEnd(text, at, keyword);
  const assignment = end === -1 ? null : assignmentAt(text, at, end);
  // `/etc/passwd` is the end of a path, and `createToken("…")` makes one of another thing.
  if (assignment === null || text[at - 1] === '/') return null;
  return assignment.form === 'called' && ASKS.test(assignment.name) ? null : assignment;
}

/** Where the word ends that the keyword begins; -1 when it is a part of another word: `monkey`, `author`, `passport`. */
function wordEnd(text: string, at: number, keyword: string): number {
  let end = at + keyword.length;
  if (GROWS.has(keyword)) {
    WORD.lastIndex = at;
    if (WORD.test(text)) end = WORD.lastIndex;
  }
  if (goesOn(text, end)) return -1;
  const whole = end - at > 4 || keyword.length > 4;
  if (whole || keyword === '_pw' || !goesOn(text, at)) return end;
  const before = text.slice(Math.max(0, at - 12), at);
  const known = keyword === 'key' ? BEFORE_KEY : keyword === 'pass' ? BEFORE_PASS : /[a-z]$/i;
  return keyword !== 'auth' && known.test(before) ? end : -1;
}

/** True where the characters before and at `at` are letters of one case. */
function goesOn(text: string, at: number): boolean {
  return isOneCase(text.charCodeAt(at - 1), text.charCodeAt(at));
}

function isOneCase(before = 0, after = 0): boolean {
  return (isLower(before) && isLower(after)) || (isUpper(before) && isUpper(after));
}

const SLASH = 0x2f;
const isLower = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;
