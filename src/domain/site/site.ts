/** A website as it answered: what everything about it is judged from. */

/** Names in lower case, in the order sent. */
export type Headers = readonly (readonly [string, string])[];

export interface Tls {
  /** `TLSv1.3` */
  readonly protocol: string;
  /** As OpenSSL names it, `ECDHE-RSA-AES128-GCM-SHA256`. */
  readonly cipher: string;
  readonly isTrusted: boolean;
  /** What is wrong with the certificate, as OpenSSL names it; null when nothing is. */
  readonly problem: string | null;
  readonly validTo: Date | null;
}

/** An answer after all redirects. */
export interface Page {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** Of the body as text at most the first MiB. */
  readonly body: string;
  /** The answers on the way, in order. */
  readonly redirects: readonly { readonly url: string; readonly status: number; readonly headers: Headers }[];
  /** Null over http. */
  readonly tls: Tls | null;
}

/** No answer; `because` says why in a few words. */
export interface Failure {
  readonly because: string;
}

/** What was asked of one address that the policy names. */
export interface Site {
  /** As named. */
  readonly target: string;
  /** The page over https, also with a bad certificate. */
  readonly https: Page | Failure;
  /** The same address over http. */
  readonly http: Page | Failure;
  /** Whether it still speaks TLS 1.1 or older; null when that could not be seen. */
  readonly speaksOldTls: boolean | null;
}

export function isPage(answer: Page | Failure): answer is Page {
  return 'status' in answer;
}

/** What a visitor gets to see: the answer over https, or else over http; null when there is none. */
export function pageOf({ https, http }: Pick<Site, 'https' | 'http'>): Page | null {
  if (isPage(https)) return https;
  return isPage(http) ? http : null;
}

/** All values of a header, in order. */
export function valuesOf({ headers }: Pick<Page, 'headers'>, name: string): readonly string[] {
  return headers.filter(([known]) => known === name).map(([, value]) => value);
}

/** The values of a header as one list, as HTTP joins them; null when it was not sent. @see https://www.rfc-editor.org/rfc/rfc9110#section-5.2 */
export function headerOf(page: Pick<Page, 'headers'>, name: string): string | null {
  const values = valuesOf(page, name);
  return values.length === 0 ? null : values.join(', ').trim();
}

export function isHtml(page: Page): boolean {
  return /^(?:text\/html|application\/xhtml\+xml)\b/i.test(headerOf(page, 'content-type') ?? '');
}
