/** Markdown into a tree, with the parts of GitHub's dialect that our body is made of. */
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** Constructs that neither hold nor hide lines of ours; without them reading takes a third less time. */
const UNUSED = [
  'wwwAutolink',
  'protocolAutolink',
  'emailAutolink',
  'table',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
];

/** Extensions with a transform find bare addresses in text afterwards, and put nodes without positions in their place. */
const OPTIONS = {
  extensions: [gfm(), { disable: { null: UNUSED } }],
  mdastExtensions: gfmFromMarkdown().filter((extension) => extension.transforms === undefined),
};

export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, OPTIONS);
}

/** Every node below `node`, itself first, in document order. */
export function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

/** Where `node` starts in the text. */
export const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;

/** Where `node` ends in the text. */
export const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

/** `text` with every paragraph on one line: GitHub shows a line break in an issue where a file only wraps. */
export function unwrap(text: string): string {
  if (!text.includes('\n')) return text;
  const breaks = [...walk(parseMarkdown(text))].filter(
    (node) => (node.type === 'text' || node.type === 'inlineCode') && node.value.includes('\n'),
  );
  return breaks.reduceRight((whole, node) => {
    const joined = whole.slice(startOf(node), endOf(node)).replace(/[ \t]*\n[ \t]*/g, ' ');
    return whole.slice(0, startOf(node)) + joined + whole.slice(endOf(node));
  }, text);
}
