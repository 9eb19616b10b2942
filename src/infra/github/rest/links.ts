/** Where a list goes on, as GitHub's `link` header says: `<https://…?cursor=v1_5>; rel="next"`. */

function nextUrl(link: string | undefined): string | undefined {
  return /<(?<url>[^>]+)>;\s*rel="next"/.exec(link ?? '')?.groups?.url;
}

export function hasNext(link: string | undefined): boolean {
  return nextUrl(link) !== undefined;
}

/** The value of `parameter` in the address of the next page; null on the last page. */
export function cursorAfter(link: string | undefined, parameter: string): string | null {
  const next = nextUrl(link);
  return next === undefined ? null : new URL(next).searchParams.get(parameter);
}
