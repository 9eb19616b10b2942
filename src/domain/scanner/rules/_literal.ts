/** Text as the source of an expression. */

/** Expression source that matches `text` and nothing else. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
