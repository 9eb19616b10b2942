/** Whether an item applies to a repository at all, by who can see the repository. */
import type { Item } from './item.js';

/** As GitHub names it; `internal` is readable by members of one enterprise only. */
export type Visibility = 'public' | 'private' | 'internal';

/** The reason is what people are shown. */
export type Applicability = { readonly applies: true } | { readonly notApplicableBecause: string };

/** An internal repository counts as private: people outside cannot see it. */
export function applies(item: Pick<Item, 'only'>, visibility: Visibility): Applicability {
  const side = visibility === 'public' ? 'public' : 'private';
  return item.only === undefined || item.only === side
    ? { applies: true }
    : { notApplicableBecause: `only for ${item.only} repositories` };
}
