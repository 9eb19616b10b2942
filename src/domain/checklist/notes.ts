/** What people write between our lines: kept word for word, and tied to the line of ours that it stood by. */

/** Where a note stands. A note follows its item or section when that moves; one whose anchor is gone stands at the end. */
export type Anchor =
  /** Before everything of ours. */
  | { readonly at: 'top' }
  /** Between the header and the first section. */
  | { readonly at: 'header' }
  /** Right under a section's heading. */
  | { readonly at: 'section'; readonly id: string }
  /** After an item, on its own. */
  | { readonly at: 'after'; readonly id: string }
  /** Inside an item, indented under it. */
  | { readonly at: 'under'; readonly id: string }
  /** On the item's line itself, at its end. */
  | { readonly at: 'line'; readonly id: string }
  /** After everything of ours. */
  | { readonly at: 'end' };

export type Note = Anchor & {
  /** Markdown as written, without the indentation of the list item it was in. */
  readonly text: string;
};

/** Takes up to `width` columns of indentation from every line, and empty lines from both ends. */
export function dedent(text: string, width: number): string {
  const lines = text.split('\n').map((line) => dedentLine(line, width));
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines
    .slice(first === -1 ? lines.length : first, last + 1)
    .join('\n')
    .trimEnd();
}

function dedentLine(line: string, width: number): string {
  let columns = 0;
  let at = 0;
  while (columns < width && (line[at] === ' ' || line[at] === '\t')) {
    columns += line[at] === '\t' ? 4 - (columns % 4) : 1;
    at += 1;
  }
  return ' '.repeat(Math.max(0, columns - width)) + line.slice(at);
}

/** Indents every line but empty ones. */
export function indent(text: string, width: number): string {
  const margin = ' '.repeat(width);
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : margin + line))
    .join('\n');
}

/**
 * The lines that people put between ours. Where lines of ours are gone at the same place, that many new ones are taken for
 * edits of ours and are not kept. Spaces around lines do not count, empty lines neither.
 */
export function addedLines(ours: readonly string[], now: readonly string[]): readonly string[] {
  const own = ours.map((line) => line.trim()).filter((line) => line !== '');
  const rows = now.map((line, at) => ({ at, line: line.trim() })).filter(({ line }) => line !== '');
  const added: string[] = [];
  let ownAt = 0;
  let rowAt = 0;
  for (const [ownMatch, rowMatch] of [
    ...matches(
      own,
      rows.map(({ line }) => line),
    ),
    [own.length, rows.length] as const,
  ]) {
    const kept = rows.slice(rowAt + (ownMatch - ownAt), rowMatch);
    const [first, last] = [kept[0], kept.at(-1)];
    if (first !== undefined && last !== undefined) added.push(now.slice(first.at, last.at + 1).join('\n'));
    ownAt = ownMatch + 1;
    rowAt = rowMatch + 1;
  }
  return added;
}

/** Positions of a longest common subsequence, in order. */
function matches(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const length = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (length(i + 1, j) >= length(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** What people put into a line of ours after its title, when nothing of ours is missing from it; undefined when the line was rewritten. */
export function addedText(ours: string, now: string, titleEnd: number): string | undefined {
  let prefix = 0;
  while (prefix < ours.length && ours[prefix] === now[prefix]) prefix += 1;
  let suffix = 0;
  while (suffix < ours.length - prefix && ours.at(-1 - suffix) === now.at(-1 - suffix)) suffix += 1;
  if (prefix + suffix < ours.length || prefix < titleEnd) return undefined;
  return now.slice(prefix, now.length - suffix).trim();
}
