/** Asks GitHub about the repository, and keeps of its answers only the fields that judges look at. */
import type { z } from 'zod';
import { Forbidden, NotFound } from '../../infra/github/errors.js';
import { apiOf, Hidden, type Origin } from '../_source.js';

type Parameters = Readonly<Record<string, string | number>>;

export interface Page<T> {
  readonly entries: readonly T[];
  /** False where there are more than were asked for. */
  readonly isWhole: boolean;
}

/** What `{owner}` and `{repo}` of a route are. @throws Hidden where no repository is looked at. */
export function pathOf({ repository }: Origin): { readonly owner: string; readonly repo: string } {
  if (repository === null) throw new Hidden('there is no repository on GitHub to look at');
  return { owner: repository.owner, repo: repository.name };
}

/** What a route has no place for would be sent as a query. */
const givenBy = (route: string, origin: Origin): Parameters => (route.startsWith('/repos/') ? pathOf(origin) : {});

/** @throws Hidden where the repository has no branch yet. */
export function branchOf({ defaultBranch }: Origin): string {
  if (defaultBranch === null) throw new Hidden('the repository has no default branch yet');
  return defaultBranch;
}

/** Whether GitHub refuses an App what it was granted: then the feature is off, or the account's plan does not have it. */
export function isNotOffered(error: unknown, { permissions }: Origin): boolean {
  return error instanceof Forbidden && error.reason === 'other' && permissions !== null;
}

/** Null when GitHub says that it is not there. @throws Error when the answer is another one than GitHub describes. */
export async function askFor<S extends z.ZodType>(
  origin: Origin,
  route: string,
  schema: S,
  parameters: Parameters = {},
): Promise<z.output<S> | null> {
  const { value } = await apiOf(origin).get(route, { ...givenBy(route, origin), ...parameters });
  return value === null ? null : schema.parse(value);
}

/** The first page, 100 entries at most; null when GitHub says that it is not there. */
export async function askForPage<S extends z.ZodType>(
  origin: Origin,
  route: string,
  schema: S,
  parameters: Parameters = {},
): Promise<Page<z.output<S>> | null> {
  try {
    const { values, isWhole } = await apiOf(origin).list(route, { ...givenBy(route, origin), ...parameters }, 1);
    return { entries: values.map((value) => schema.parse(value)), isWhole };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
