/** What each site says at `/.well-known/security.txt`. @see https://www.rfc-editor.org/rfc/rfc9116 */
import { isPage } from '../../domain/site/site.js';
import { defineSource, webOf } from '../_source.js';
import { pageAt } from './look-at-site.js';
import { targetsOf } from './sites.js';

export interface SecurityTxt {
  readonly url: string;
  /** Values by field in lower case; null where there is no such file. */
  readonly fields: ReadonlyMap<string, readonly string[]> | null;
}

export const securityTxt = defineSource<readonly SecurityTxt[]>({
  name: 'security.txt',
  async read(origin, _, signal) {
    const { fetch } = webOf(origin);
    const urls = new Set(targetsOf(origin).map((target) => new URL('/.well-known/security.txt', target).href));
    const value = await Promise.all(
      [...urls].map(async (url) => {
        const page = await pageAt(fetch, url, { signal, maxBytes: 32_000 });
        const text = isPage(page) && page.status === 200 ? page.body : '';
        return { url, fields: fieldsOf(text) };
      }),
    );
    return { value, where: [...urls].join(' ') };
  },
});

/** Null for what is no such file, as a page that answers to every address. */
export function fieldsOf(text: string): SecurityTxt['fields'] {
  const fields = new Map<string, string[]>();
  for (const line of text.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([A-Za-z-]{1,40}):\s*(\S.*)$/.exec(line) ?? [];
    if (name !== '') fields.set(name.toLowerCase(), [...(fields.get(name.toLowerCase()) ?? []), value.trim()]);
  }
  return fields.has('contact') || fields.has('expires') ? fields : null;
}
