/** Phrases that sentences about settings are made of. */

/** "a, b and c". */
export function joined(words: readonly string[], most = 5): string {
  const shown = words.slice(0, most);
  const rest = words.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} and ${last}`;
}

/** What people named, as code of Markdown. */
export const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;
