/** One rule tried at one keyword: is the value there, and is it real? */
import { expressionFinder } from './expression.js';
import type { Match } from './match.js';
import type { Rule } from './rule.js';
import { isPlaceholder } from './rules/_placeholders.js';

/** Tries a rule where its keyword starts at `at`. */
export type Trial = (text: string, at: number, path: string | undefined) => Match | null;

export function trialOf(rule: Rule, keyword: string): Trial {
  const find = typeof rule.find === 'function' ? rule.find : expressionFinder(rule.find);
  const anywhere = rule.boundary === 'anywhere';
  return (text, at, path) => {
    if (!anywhere && continuesWord(text, at)) return null;
    const span = find(text, at, keyword, path);
    if (span === null) return null;
    const value = text.slice(span.start, span.end);
    if (rule.judgesPlaceholders !== true && isPlaceholder(value)) return null;
    const { start, end, confidence = rule.confidence } = span;
    const verdict = rule.check === undefined ? { confidence } : rule.check({ start, end, text, value, path });
    return verdict === null ? null : { rule, confidence: verdict.confidence, start, end };
  };
}

/** True when the character before `at` belongs to the same word, unless it ends an escape: `\n`, `%3D`, `\u003d`. */
export function continuesWord(text: string, at: number): boolean {
  if (at === 0 || !isWord(text.charCodeAt(at - 1))) return false;
  const before = text.slice(Math.max(0, at - 6), at);
  return !/\\[abefnrtv]$|%[0-9a-f]{2}$|\\x[0-9a-f]{2}$|\\u[0-9a-f]{4}$/i.test(before);
}

function isWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || isLower(code);
}

function isLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
