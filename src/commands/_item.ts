/** What the commands on an item share: finding the one that was meant. */
import { UserError } from '../core/user-error.js';
import { type Checklist, escapeInline, type Item, itemsOf } from '../domain/checklist/index.js';
import { nearest, quoteWord } from './_suggest.js';

/** Item ids are typed by hand and copied from the issue, where they stand in backticks. */
export function itemWord(word: string | undefined): string {
  return (word ?? '').replace(/^`(?<id>.*)`$/, '$<id>').toLowerCase();
}

/** The item of `checklists` with this id. @throws UserError with the nearest one when there is none. */
export function parseItem(word: string | undefined, checklists: readonly Checklist[]): Item {
  const id = itemWord(word);
  const items = itemsOf(checklists);
  const item = items.find((candidate) => candidate.id === id);
  if (item !== undefined) return item;
  const near = nearest(
    id,
    items.map((candidate) => candidate.id),
  );
  const meant = items.find((candidate) => candidate.id === near);
  const hint =
    meant === undefined
      ? 'The ids stand in the baseline issue, in code after each title.'
      : `Did you mean \`${meant.id}\` (${escapeInline(meant.title)})?`;
  throw new UserError(`There is no item ${quoteWord(id)}. ${hint}`);
}
