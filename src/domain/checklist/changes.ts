/** What an edit says about one item: the box as it was against the box as it is. */
import type { Attestation } from './decision.js';
import type { Item } from './item.js';
import { itemText } from './item-line.js';
import type { FoundItem, ParsedBody } from './parse.js';
import { shapesOf } from './render.js';
import { type Box, type ItemState, OPEN } from './state.js';
import type { View } from './view.js';

export type Via = Attestation['via'];

/** The change from `before` to `after`; striking wins over ticking, because a struck line is ticked by us as well. */
export function changeOf(before: Box, after: Box): Via | undefined {
  if (!before.struck && after.struck) return 'strike';
  if (before.checked && !after.checked) return 'untick';
  if (before.struck && !after.struck) return 'unstrike';
  return !before.checked && after.checked ? 'tick' : undefined;
}

/** The state that a person's change leads to. */
export function stateAfter(via: Via, by: string | null, at: string): ItemState {
  switch (via) {
    case 'tick':
      return { kind: 'done', by, at };
    case 'strike':
      return { kind: 'not-applicable', by, at };
    case 'untick':
    case 'unstrike':
      return { kind: 'open', by, at };
  }
}

/** An item's lines, put together when somebody copied it: a changed line speaks for all. */
export function boxFrom(found: readonly FoundItem[], before: Box): Box {
  const boxes = found.filter((item) => item.hasBox);
  return boxes.find((box) => changeOf(before, box) !== undefined) ?? before;
}

/**
 * True when a line was put back to how it stood before we wrote into it: somebody saved a page that was loaded earlier. That takes
 * nothing back; a person who means it unticks the line that says who did it.
 */
export function isOldPage(
  item: Item,
  was: FoundItem | undefined,
  found: readonly FoundItem[],
  { guideUrl, asides }: Pick<View, 'guideUrl' | 'asides'>,
): boolean {
  const aside = asides?.get(item.id);
  const texts = new Set(
    shapesOf(guideUrl).flatMap((shape) => [itemText(item, OPEN, shape), itemText(item, OPEN, shape, aside)]),
  );
  return found.length > 0 && was !== undefined && !texts.has(was.text) && found.every((line) => texts.has(line.text));
}

export function linesOf(body: ParsedBody, id: string): readonly FoundItem[] {
  const marked = body.items.filter((item) => item.id === id);
  if (marked.length > 0) return marked;
  return body.notes.flatMap((note) =>
    note.candidate?.id === id ? [{ ...note.candidate, hasBox: true, text: '', anchor: note, source: note.text }] : [],
  );
}
