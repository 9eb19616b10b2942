/** Words that verdicts of several verifiers share. */

/** More would not help anybody to begin. */
const SHOWN = 5;

/** "`a`, `b` and 3 more". */
export function listed(things: readonly string[]): string {
  const shown = things.slice(0, SHOWN).map((thing) => `\`${thing.replaceAll('`', "'")}\``);
  const more = things.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** A block to paste. */
export function block(language: string, ...lines: readonly string[]): string {
  const text = lines.join('\n');
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Commands to paste name files that anybody may have named. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

export const CUT = 'GitHub shows only a part of the files of so large a repository';

export const LICENCE_FIX = 'Choose one at choosealicense.com, then: `gh api licenses/apache-2.0 --jq .body > LICENSE`';
