/** Reads one list item of the body: is it an item of ours, and what did people do to its line. */
import type { Html, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { endOf, startOf, walk } from './markdown.js';
import { readMarker } from './markers.js';

/** A line of a list, read. */
export interface Line {
  /** From the marker; undefined when the line has none. */
  readonly id: string | undefined;
  /** The id in code after a bold title: what a line of ours that lost its marker still shows. */
  readonly shownId: string | undefined;
  readonly struck: boolean;
  readonly text: string;
  /** What follows the marker. */
  readonly tail: string;
  /** The line from its start, without markers. */
  readonly source: string;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The width of `[ ] `. */
const CHECKBOX = 4;

/**
 * How many characters of the checkbox are inside the paragraph: the tree leaves it out when text follows, and keeps it in the position
 * when a bold title does.
 */
function checkboxInside(item: ListItem, line: Paragraph): number {
  const first = line.children[0];
  return typeof item.checked === 'boolean' && first !== undefined && startOf(first) > startOf(line) ? CHECKBOX : 0;
}

/** The column (from 0) at which the content of the list item starts; what is under its line is indented as far. */
export function contentColumn(item: ListItem): number {
  const first = item.children[0];
  const start = (first?.position?.start.column ?? 3) - 1;
  if (first?.type !== 'paragraph' || typeof item.checked !== 'boolean') return start;
  return start - CHECKBOX + checkboxInside(item, first);
}

/** Undefined when the list item does not start with a paragraph. */
export function readLine(text: string, item: ListItem): Line | undefined {
  const first = item.children[0];
  if (first?.type !== 'paragraph') return undefined;
  const markers = [...walk(first)].filter(isItemMarker);
  const marker = markers[0];
  const found = marker === undefined ? undefined : readMarker(marker.value);
  const [from, to] = marker === undefined ? [endOf(first), endOf(first)] : [startOf(marker), endOf(marker)];
  return {
    id: found?.kind === 'item' ? found.id : undefined,
    shownId: shownId(first),
    struck: isStruck(first.children),
    text: text
      .slice(startOf(first) + checkboxInside(item, first), from)
      .replaceAll('~~', '')
      .trim(),
    tail: balance(without(text, to, endOf(first), markers)).trim(),
    source: without(text, startOf(item), endOf(first), markers).trimEnd(),
  };
}

function isItemMarker(node: { readonly type: string }): node is Html {
  return node.type === 'html' && 'value' in node && readMarker(String(node.value))?.kind === 'item';
}

/** The text between two offsets with `markers` cut out of it. */
function without(text: string, start: number, end: number, markers: readonly Html[]): string {
  let at = start;
  let kept = '';
  for (const marker of markers) {
    if (startOf(marker) < at) continue;
    kept += text.slice(at, startOf(marker));
    at = endOf(marker);
  }
  return kept + text.slice(at, end);
}

/** Takes away the closing half of a strike-through that began before the marker. */
function balance(tail: string): string {
  return tail.split('~~').length % 2 === 0 ? tail.replace('~~', '') : tail;
}

/** True when the line begins with struck text, whatever it is wrapped in. */
function isStruck(children: readonly PhrasingContent[]): boolean {
  const first = children.find(isVisible);
  if (first === undefined) return false;
  if (first.type === 'delete') return true;
  return (first.type === 'strong' || first.type === 'emphasis' || first.type === 'link') && isStruck(first.children);
}

function isVisible(node: PhrasingContent): boolean {
  return !(node.type === 'html' || node.type === 'break' || (node.type === 'text' && node.value.trim() === ''));
}

function shownId(line: Paragraph): string | undefined {
  const nodes = [...walk(line)];
  const title = nodes.findIndex((node) => node.type === 'strong');
  const id = nodes.find((node) => node.type === 'inlineCode');
  if (id === undefined || title === -1 || title > nodes.indexOf(id)) return undefined;
  return SLUG.test(id.value) ? id.value : undefined;
}
