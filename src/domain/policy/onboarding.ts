/** Which repositories of an organisation get their baseline issue at all: all, those created from now on, or a selection. */
import { globMatches } from './facts.js';
import type { ParsedPolicy } from './schema.js';

/** Patterns of names, or one of the two words. */
export type Selection = 'all' | 'new-only' | readonly string[];

export type LeftOut = 'existing' | 'not-selected';

/** What holds where the organisation says nothing. */
export const DEFAULT_SELECTION: Selection = 'all';

export function selectionOf(organisation: ParsedPolicy | null): Selection {
  return organisation?.onboarding?.repositories ?? DEFAULT_SELECTION;
}

/**
 * Null for a repository that gets its issue. Patterns hold for repositories that are created later as well, in any case of letters.
 * @param since when the App was installed: what was created before is "existing"
 */
export function whyLeftOut(
  repository: { readonly name: string; readonly createdAt: Date | null },
  selection: Selection,
  since: Date,
): LeftOut | null {
  if (selection === 'all') return null;
  if (selection === 'new-only') {
    const isNew = repository.createdAt !== null && repository.createdAt.getTime() >= since.getTime();
    return isNew ? null : 'existing';
  }
  const name = repository.name.toLowerCase();
  return selection.some((pattern) => globMatches(pattern.toLowerCase(), name)) ? null : 'not-selected';
}
