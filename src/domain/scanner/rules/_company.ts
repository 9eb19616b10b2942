/** What stands round a value that is given to a secret-like name: the account it would log in to. */
import { letterOf } from './_words.js';

const BEFORE = 240;
const AFTER = 160;
/** A user, a host or a database is given a value. */
const ACCOUNT =
  /(?:user(?:[_ ]?(?:name|id))?|usr|uid|login|usuario|benutzer|account|e-?mail|host(?:name)?|server(?:name)?|jdbc|database|db_?(?:name)?|dsn|data ?source|port|driver|ssid)["'\])]{0,3}[ \t]{0,12}(?:=>|:=|[:=,(]|value=)/i;

/** True where an account is named on the lines around: settings of a service, the call that logs in. */
export function hasCompany(text: string, start: number, end: number): boolean {
  return ACCOUNT.test(text.slice(Math.max(0, start - BEFORE), start)) || ACCOUNT.test(text.slice(end, end + AFTER));
}

/** True where the value also stands before, as a word of its own: people give a user its name for a password. */
export function isEchoed(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end);
  const before = text.slice(Math.max(0, start - BEFORE), start);
  for (let at = before.indexOf(value); at !== -1; at = before.indexOf(value, at + 1)) {
    if (!continues(before, at - 1) && !continues(before, at + value.length)) return true;
  }
  return false;
}

/** True for a letter, a digit or what joins them to a longer name. */
function continues(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return letterOf(code) !== -1 || (code >= 0x30 && code <= 0x39) || code === 0x5f || code === 0x2d;
}
