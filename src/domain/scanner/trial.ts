/** One rule tried at one keyword: is the value there, and is it real? */
import { expressionFinder } from './expression.js';
import type { Match } from './match.js';
import { type Opening, openingOf, opensAt } from './opening.js';
import type { NamedValue, Rule } from './rule.js';
import { isPlaceholder } from './rules/_placeholders.js';
import { isPublished } from './rules/_published.js';

export interface Trial {
  /** True where the keyword may continue a word. */
  readonly anywhere: boolean;
  /** False where the bytes tell that nothing can be found at `at`: most hits end here. */
  opensAt(bytes: Uint8Array, at: number): boolean;
  /** Tries the rule where its keyword starts at `at`; `tell` as for a finder. */
  run(text: string, at: number, path: string | undefined, tell?: (value: NamedValue) => void): Match | null;
}

export function trialOf(rule: Rule, keyword: string): Trial {
  const find = typeof rule.find === 'function' ? rule.find : expressionFinder(rule.find);
  const { mayFind } = rule;
  // Made at the first hit: most keywords never have one.
  let opening: Opening | undefined;
  return {
    opensAt: (bytes, at) => {
      if (mayFind !== undefined) return mayFind(bytes, at, keyword);
      opening ??= typeof rule.find === 'function' ? [] : openingOf([rule.find].flat());
      return opensAt(opening, bytes, at);
    },
    anywhere: rule.boundary === 'anywhere',
    run: (text, at, path, tell) => {
      const span = find(text, at, keyword, path, tell);
      if (span === null) return null;
      const value = text.slice(span.start, span.end);
      if (rule.judgesPlaceholders !== true && isPlaceholder(value)) return null;
      const { start, end, confidence = rule.confidence } = span;
      const verdict = rule.check === undefined ? { confidence } : rule.check({ start, end, text, value, path });
      if (verdict === null || isPublished(value)) return null;
      return { rule, confidence: isCut(text, span.end) ? 'low' : verdict.confidence, start, end };
    },
  };
}

/** True where an ellipsis goes on with the value: what stands there is its beginning, most of the time. */
function isCut(text: string, end: number): boolean {
  return text.startsWith('...', end) || text[end] === '\u2026';
}
