/** Reading of whatever GitHub's REST and GraphQL APIs answer, with ETags: an unchanged answer costs nothing of the rate limit. */

/** One answer. */
export interface Reading {
  /** JSON as GitHub wrote it; null when it says that it is not there (404), `{}` when it says "yes" without a body (204). */
  readonly value: unknown;
  /** True when GitHub said "not modified", which it does not count. */
  readonly isUnchanged: boolean;
}

/**
 * Every method throws a `GitHubError` (errors.ts); `Forbidden` where a permission is missing. GitHub's ETags hold for one token
 * only, and an installation's lives for an hour: see docs/decisions/0014-verification.md.
 */
export interface Reader {
  /** `route` as GitHub's description writes it: `/repos/{owner}/{repo}/branches/{branch}/protection`. */
  get(route: string, parameters: Readonly<Record<string, string | number>>): Promise<Reading>;
  /** All pages of a list, 100 entries a request, `mostPages` at most (10 unless told); `isWhole` tells whether there were more. */
  list(
    route: string,
    parameters: Readonly<Record<string, string | number>>,
    mostPages?: number,
  ): Promise<{ readonly values: readonly unknown[]; readonly isWhole: boolean }>;
  /** Costs a point or more of a limit of its own; never unchanged. */
  graphql(query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>;
}
