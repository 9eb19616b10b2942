/** Pages of lists and the `link` header that leads through them. */
const DEFAULT_SIZE = 30;
const MAX_SIZE = 100;

export interface Page<T> {
  readonly items: readonly T[];
  readonly number: number;
  readonly size: number;
  readonly headers: Readonly<Record<string, string>>;
}

function positive(text: string | null, otherwise: number): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
}

/** `page` and `per_page` of a query; nonsense counts as absent, sizes over 100 as 100. */
export function pageRequest(query: URLSearchParams): { readonly number: number; readonly size: number } {
  const size = Math.min(positive(query.get('per_page'), DEFAULT_SIZE), MAX_SIZE);
  return { number: positive(query.get('page'), 1), size };
}

/** `total` is how many there are over all pages. */
export function linkHeaders(
  url: URL,
  base: string,
  total: number,
  { number, size } = pageRequest(url.searchParams),
): Record<string, string> {
  const last = Math.max(1, Math.ceil(total / size));
  const link = (page: number, rel: string) => {
    const query = new URLSearchParams(url.searchParams);
    query.set('page', String(page));
    return `<${base}/api/v3${url.pathname}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(number > 1 ? [link(number - 1, 'prev')] : []),
    ...(number < last ? [link(number + 1, 'next'), link(last, 'last')] : []),
    ...(number > 1 ? [link(1, 'first')] : []),
  ];
  return links.length === 0 ? {} : { link: links.join(', ') };
}

export function pageOf<T>(items: readonly T[], url: URL, base: string): Page<T> {
  const { number, size } = pageRequest(url.searchParams);
  const start = (number - 1) * size;
  return { items: items.slice(start, start + size), number, size, headers: linkHeaders(url, base, items.length) };
}
