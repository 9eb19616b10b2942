/** What of a page's HTML matters here: its meta elements, scripts and links; parsed as browsers parse it. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { isHtml, type Page } from './site.js';

type Node = DefaultTreeAdapterTypes.Node;

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const WANTED = new Set(['meta', 'script', 'a', 'base', 'input']);

/** Parsing costs more than everything else: each page's elements are kept while the page is. */
const known = new WeakMap<Page, readonly Element[]>();

/** The elements that matter, in the order of the page; none for what is no HTML. */
export function elementsOf(page: Page): readonly Element[] {
  const elements = known.get(page) ?? (isHtml(page) ? walk(page.body) : []);
  known.set(page, elements);
  return elements;
}

/** The `content` of the first `<meta name>`; null without one. */
export function metaOf(page: Page, name: string): string | null {
  const meta = elementsOf(page).find(
    (element) => element.name === 'meta' && element.attributes.name?.toLowerCase() === name,
  );
  return meta?.attributes.content ?? null;
}

/** The `content` of all `<meta http-equiv>`. */
export function equivalentsOf(page: Page, header: string): readonly string[] {
  return elementsOf(page).flatMap(({ name, attributes }) =>
    name === 'meta' && attributes['http-equiv']?.toLowerCase() === header ? [attributes.content ?? ''] : [],
  );
}

/** Without recursion: a hostile page may be nested as deep as it is long. */
function walk(html: string): readonly Element[] {
  const found: Element[] = [];
  const open: Node[] = [parse(html)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('tagName' in node && WANTED.has(node.tagName)) {
      found.push({
        name: node.tagName,
        attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      });
    }
    if ('childNodes' in node) open.push(...node.childNodes.toReversed());
  }
  return found;
}
