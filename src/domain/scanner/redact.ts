/** Text for logs and messages with every value in it replaced by a mask. */
import type { Engine } from './match.js';

/** Says that something was here, and nothing about it. */
export const MASK = '[secret removed]';

/** `text` without any value that a rule of `engine` knows, sure or not, allowed in its line or not. */
export function redact(text: string, engine: Engine): string {
  const spans = engine.sensitiveSpans(text);
  if (spans.length === 0) return text;
  let [clean, from] = ['', 0];
  for (const { start, end } of spans) {
    clean += text.slice(from, start) + MASK;
    from = end;
  }
  return clean + text.slice(from);
}
