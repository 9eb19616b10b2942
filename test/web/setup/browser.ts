/** A browser without JavaScript, as far as the set-up pages need one: cookies, redirects, forms, Origin, and CSP's form-action. */

export interface Page {
  readonly url: string;
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

export function createBrowser() {
  const cookies = new Map<string, string>();

  async function request(url: string, init: { method: string; body?: string; origin?: string }): Promise<Page> {
    const { host } = new URL(url);
    const cookie = cookies.get(host);
    const response = await fetch(url, {
      method: init.method,
      redirect: 'manual',
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(init.origin === undefined ? {} : { origin: init.origin }),
        ...(init.body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(init.body === undefined ? {} : { body: init.body }),
    });
    const set = response.headers.get('set-cookie');
    if (set !== null) cookies.set(host, set.split(';', 1)[0] ?? '');
    const location = response.headers.get('location');
    if (location !== null && response.status >= 300 && response.status < 400) {
      return await request(new URL(location, url).href, { method: 'GET' });
    }
    return { url, status: response.status, html: await response.text(), headers: response.headers };
  }

  return {
    open: (url: string) => request(url, { method: 'GET' }),

    /** Submits the page's first form with its hidden fields and `fields`, if the page's own CSP lets it go there. */
    async submit(page: Page, fields: Fields = {}): Promise<Page> {
      const { action, hidden } = firstForm(page);
      assertFormAction(page, action);
      const body = new URLSearchParams(hidden);
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
      return await request(action, { method: 'POST', body: body.toString(), origin: new URL(page.url).origin });
    },
  };
}

/** Where the first form of a page goes, and its hidden fields. */
export function firstForm(page: Page): { readonly action: string; readonly hidden: Record<string, string> } {
  const form = /<form[^>]* action="(?<action>[^"]*)"[^>]*>(?<content>.*?)<\/form>/s.exec(page.html)?.groups;
  if (form === undefined) throw new Error(`no form on ${page.url} (${page.status}): ${textOf(page)}`);
  const hidden = [
    ...(form.content ?? '').matchAll(/<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)"/g),
  ];
  return {
    action: new URL(decode(form.action ?? ''), page.url).href,
    hidden: Object.fromEntries(hidden.map(({ groups }) => [groups?.name ?? '', decode(groups?.value ?? '')])),
  };
}

/** What a person reads on the page. */
export function textOf(page: Page): string {
  const body = page.html.replace(/^.*<body>/s, '').replaceAll(/<[^>]*>/g, ' ');
  return decode(body).replaceAll(/\s+/g, ' ').trim();
}

function assertFormAction(page: Page, action: string): void {
  const policy = page.headers.get('content-security-policy');
  if (policy === null) return;
  const allowed = /form-action ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];
  const target = new URL(action).origin;
  const fine = allowed.some(
    (source) => source === target || (source === "'self'" && target === new URL(page.url).origin),
  );
  if (!fine) throw new Error(`the policy of ${page.url} does not let a form go to ${target}`);
}

function decode(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}
