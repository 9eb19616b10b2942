/** Texts of people in places that have no room for all of them. */

const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most `most` letters as people see them, the last of them an ellipsis where something is left out. */
export function shortened(text: string, most: number): string {
  // No text is longer in letters than in code units, and most are short.
  if (text.length <= most) return text;
  const letters: string[] = [];
  for (const { segment } of LETTERS.segment(text)) {
    if (letters.length === most) return `${letters.slice(0, most - 1).join('')}…`;
    letters.push(segment);
  }
  return text;
}
