/** Addresses of pages: names from GitHub and from people are put into them here only. */

/** @param end a page of the organisation, such as `/launches` */
export function organisationPath(account: string, end = ''): string {
  return `/o/${encodeURIComponent(account)}${end}`;
}

/** @param end a form or page of the repository, such as `/launch` */
export function repositoryPath(account: string, name: string, end = ''): string {
  return organisationPath(account, `/r/${encodeURIComponent(name)}${end}`);
}

/** `path` with a query, or bare when there is nothing to ask. */
export function withQuery(path: string, parameters: URLSearchParams): string {
  const query = parameters.toString();
  return query === '' ? path : `${path}?${query}`;
}
