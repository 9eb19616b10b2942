/** What a click on a checkbox does to Markdown, as GitHub's page does it. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

interface Box {
  /** Where the item starts in the source. */
  readonly start: number;
  readonly end: number;
}

function boxes(node: Nodes): Box[] {
  const own =
    node.type === 'listItem' && typeof node.checked === 'boolean' && node.position !== undefined
      ? [{ start: node.position.start.offset ?? 0, end: node.position.end.offset ?? 0 }]
      : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => boxes(child as Nodes))] : own;
}

function matches(text: string, item: string | RegExp): boolean {
  return typeof item === 'string' ? text.includes(item) : item.test(text);
}

/**
 * Flips the box of the first task item whose own text (without the items nested in it) holds `item`.
 * @throws Error when no box matches: there is nothing to click on.
 */
export function toggle(body: string, item: string | RegExp): string {
  const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  const all = boxes(fromMarkdown(body, options));
  const starts = all.map(({ start }) => start);
  const found = all.find(({ start, end }, index) => {
    return matches(body.slice(start, Math.min(end, starts[index + 1] ?? end)), item);
  });
  const box = found === undefined ? null : /\[[ \txX]\]/.exec(body.slice(found.start, found.end));
  if (found === undefined || box === null) throw new Error(`There is no checkbox for ${item}`);
  const at = found.start + box.index + 1;
  const ticked = /[xX]/.test(body.charAt(at));
  return `${body.slice(0, at)}${ticked ? ' ' : 'x'}${body.slice(at + 1)}`;
}
