/** What another version of the catalogue changes in one repository's list, and how the top of its issue says so. */
import { code } from './escape.js';
import { type Checklist, type Item, itemsOf } from './item.js';
import { plural } from './words.js';

export interface CatalogueChange {
  /** Ids of items that are shown now and were not. */
  readonly added: readonly string[];
  /** Ids of items that ask for something else, or for the same in other words. */
  readonly changed: readonly string[];
  /** Ids of items retired or taken out while their checklist goes on. */
  readonly retired: readonly string[];
  /** Checklists that are not there any more, and how many items went with each. */
  readonly dropped: readonly { readonly name: string; readonly items: number }[];
}

/** A change as one issue took it up. */
export interface DatedChange extends CatalogueChange {
  /** Ids of items that were done with one that went, and are open again. */
  readonly reopened: readonly string[];
  /** Calendar date. */
  readonly on: string;
}

/** What people are told of an item; a verifier or a maturity level alone changes nothing for them. */
const TOLD = [
  'title',
  'why',
  'how',
  'level',
  'risk',
  'effort',
  'evidence',
  'references',
  'satisfies',
  'approve',
  'only',
  'maxAge',
] as const satisfies readonly (keyof Item)[];

/**
 * Compares two versions of the same choice of checklists, each tailored to the repository; null when nobody would see a difference.
 * An item is known by its id alone, so one that moved to another section or checklist is neither new nor gone.
 */
export function catalogueChange(before: readonly Checklist[], after: readonly Checklist[]): CatalogueChange | null {
  const was = new Map(itemsOf(before).map((item) => [item.id, item]));
  const is = new Map(itemsOf(after).map((item) => [item.id, item]));
  const names = new Set(after.map(({ name }) => name));
  const gone = (checklist: Checklist) => itemsOf([checklist]).filter(({ id }) => !is.has(id));
  const change: CatalogueChange = {
    added: [...is.keys()].filter((id) => !was.has(id)),
    changed: [...is.values()].filter((item) => saysElse(was.get(item.id), item)).map(({ id }) => id),
    retired: before
      .filter(({ name }) => names.has(name))
      .flatMap(gone)
      .map(({ id }) => id),
    dropped: before
      .filter(({ name }) => !names.has(name))
      .map((checklist) => ({ name: checklist.name, items: gone(checklist).length }))
      .filter(({ items }) => items > 0),
  };
  return Object.values(change).every((part) => part.length === 0) ? null : change;
}

/** Items of `before` that `after` does not show. */
export function itemsGone(before: readonly Checklist[], after: readonly Checklist[]): readonly Item[] {
  const shown = new Set(itemsOf(after).map(({ id }) => id));
  return itemsOf(before).filter(({ id }) => !shown.has(id));
}

function saysElse(was: Item | undefined, is: Item): boolean {
  const text = (item: Item): string => JSON.stringify(TOLD.map((key) => item[key] ?? null));
  return was !== undefined && text(was) !== text(is);
}

/** More ids than this are counted: the list below shows them anyway. */
const LISTED = 5;

/** `Checklist updated 2026-11-22: 2 items added (…), 1 retired (…).`, one line of Markdown. */
export function changeText({ added, changed, retired, dropped, reopened, on }: DatedChange): string {
  const parts = [
    said(added, 'added'),
    said(changed, 'changed'),
    said(retired, 'retired'),
    ...dropped.map(({ name, items }) => `${code(name)} retired with ${plural(items, 'item')}`),
    said(reopened, 'open again'),
  ].filter((part) => part !== '');
  return `Checklist updated ${on}: ${parts.join(', ')}.`;
}

function said(ids: readonly string[], what: string): string {
  if (ids.length === 0) return '';
  const rest = ids.length - LISTED;
  const listed = ids.slice(0, LISTED).map(code).join(', ');
  return `${plural(ids.length, 'item')} ${what} (${listed}${rest > 0 ? ` and ${rest} more` : ''})`;
}
