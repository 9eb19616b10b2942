/** Lets the few HTML tags through that our texts use, bare of attributes; comments and every other tag are dropped. */

const PAIRED = new Set(['details', 'summary', 'sub', 'sup', 'kbd', 'code']);
const ALONE = new Set(['br', 'hr']);
const TOKEN = /<!--[\s\S]*?(?:-->|$)|<(?<slash>\/?)(?<name>[a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Tags opened by raw HTML within one container (a list item, a cell): it must not close what it did not open. */
export interface HtmlScope {
  write(html: string): string;
  /** Closes what was left open. */
  end(): string;
}

export function htmlScope(): HtmlScope {
  const open: string[] = [];

  function close(name: string): string {
    const at = open.lastIndexOf(name);
    if (at === -1) return '';
    return open
      .splice(at)
      .reverse()
      .map((tag) => `</${tag}>`)
      .join('');
  }

  function tag(name: string, closing: boolean): string {
    if (ALONE.has(name)) return `<${name}>`;
    if (!PAIRED.has(name)) return '';
    if (closing) return close(name);
    open.push(name);
    return `<${name}>`;
  }

  return {
    write(html) {
      let out = '';
      let last = 0;
      for (const match of html.matchAll(TOKEN)) {
        out += escapeHtml(html.slice(last, match.index));
        last = match.index + match[0].length;
        const name = match.groups?.name?.toLowerCase();
        if (name !== undefined) out += tag(name, match.groups?.slash === '/');
      }
      return out + escapeHtml(html.slice(last));
    },
    end: () =>
      open[0] === undefined
        ? ''
        : open
            .splice(0)
            .reverse()
            .map((name) => `</${name}>`)
            .join(''),
  };
}
