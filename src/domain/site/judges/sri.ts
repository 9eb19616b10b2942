/** Scripts from elsewhere: over https, and pinned by a hash. */
import { elementsOf } from '../html.js';
import { type Outcome, outcome } from '../outcome.js';
import { isHtml, type Page } from '../site.js';

type Result = Outcome<'sri'>['result'];

const FIX =
  'Add `integrity` and `crossorigin="anonymous"` to each script from elsewhere: `openssl dgst -sha384 -binary file.js | openssl base64 -A`.';

interface Script {
  readonly src: string;
  readonly isOwn: boolean;
  readonly isEncrypted: boolean;
  readonly isPinned: boolean;
}

export function judgeSri(page: Page): Outcome<'sri'> {
  if (!isHtml(page)) return outcome('sri', 'not-implemented-response-not-html', 'The answer is no HTML');
  const scripts = scriptsOf(page);
  if (scripts.length === 0) return outcome('sri', 'not-implemented-but-no-scripts-loaded', 'No scripts are loaded');
  const worst = scripts.find(({ isEncrypted, isPinned }) => !isEncrypted && !isPinned);
  if (worst)
    return said(
      'not-implemented-and-external-scripts-not-loaded-securely',
      `${worst.src} is loaded over http, unpinned`,
    );
  const clear = scripts.find(({ isEncrypted }) => !isEncrypted);
  if (clear) return said('implemented-but-external-scripts-not-loaded-securely', `${clear.src} is loaded over http`);
  const loose = scripts.find(({ isOwn, isPinned }) => !isOwn && !isPinned);
  if (loose)
    return said(
      'not-implemented-but-external-scripts-loaded-securely',
      `${loose.src} is from elsewhere and not pinned`,
    );
  if (scripts.every(({ isPinned }) => isPinned))
    return outcome('sri', 'implemented-and-all-scripts-loaded-securely', 'Every script is pinned by its hash');
  if (scripts.some(({ isOwn }) => !isOwn))
    return outcome(
      'sri',
      'implemented-and-external-scripts-loaded-securely',
      'Every script from elsewhere is pinned by its hash',
    );
  return outcome('sri', 'not-implemented-but-all-scripts-loaded-from-secure-origin', 'All scripts are the site’s own');
}

const said = (result: Result, because: string): Outcome<'sri'> => outcome('sri', result, because, FIX);

function scriptsOf(page: Page): readonly Script[] {
  const base = elementsOf(page).find(({ name }) => name === 'base')?.attributes.href;
  const start = base !== undefined && URL.canParse(base, page.url) ? new URL(base, page.url) : new URL(page.url);
  return elementsOf(page).flatMap(({ name, attributes }): Script[] => {
    const { src, integrity = '' } = attributes;
    if (name !== 'script' || src === undefined || !URL.canParse(src, start.href)) return [];
    const url = new URL(src, start.href);
    // Part of the page itself.
    if (url.protocol === 'data:' || url.protocol === 'blob:') return [];
    return [
      {
        src: url.href,
        isOwn: url.origin === new URL(page.url).origin,
        isEncrypted: url.protocol === 'https:',
        isPinned: /\bsha(?:256|384|512)-/.test(integrity),
      },
    ];
  });
}
