/** Closes what people left open (a code fence, a comment, a tag) before it swallows the lines of ours that follow it. */
import type { Code, Html, List, ListItem, Root } from 'mdast';
import { endOf, parseMarkdown, startOf, walk } from './markdown.js';
import { HEADER_END, MARKER_START, readMarker } from './markers.js';

/** Each round closes one block; a body with more open ones than this loses lines of ours, which are then written again. */
const ROUNDS = 8;

interface Parsed {
  readonly text: string;
  readonly root: Root;
}

/** The tree of `text`, and `text` with closing lines put in where they were missing. */
export function sealOpenBlocks(text: string): Parsed {
  let parsed: Parsed = { text, root: parseMarkdown(text) };
  for (let round = 0; round < ROUNDS; round += 1) {
    const fix = firstOpenBlock(parsed);
    if (fix === undefined) return parsed;
    const sealed = `${parsed.text.slice(0, fix.at)}${fix.closer}\n${parsed.text.slice(fix.at)}`;
    parsed = { text: sealed, root: parseMarkdown(sealed) };
  }
  return parsed;
}

/** A note that ends by itself: whatever is written after it is not swallowed. What cannot be closed is shown as code. */
export function sealNote(text: string): string {
  // Nothing but HTML and code fences outlasts an empty line.
  if (!/<|```|~~~/.test(text)) return text;
  const isOpen = (note: string): boolean => {
    const last = parseMarkdown(`${note}\n\n${HEADER_END}`).children.at(-1);
    return last?.type !== 'html' || readMarker(last.value) === undefined;
  };
  if (!isOpen(text)) return text;
  const last = parseMarkdown(text).children.at(-1);
  const closer = last?.type === 'code' || last?.type === 'html' ? closerOf(last, text) : '';
  const closed = `${text}\n${closer}`;
  if (!isOpen(closed)) return closed;
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}\n${text}\n${fence}`;
}

function firstOpenBlock({ text, root }: Parsed): { at: number; closer: string } | undefined {
  const live = new Set([...walk(root)].map((node) => (node.type === 'html' ? node.value.trim() : '')));
  for (const node of blocksOf(root)) {
    const at = lineOfOurs(text, node, live);
    const margin = ' '.repeat((node.position?.start.column ?? 1) - 1);
    if (at !== undefined) return { at, closer: `${margin}${closerOf(node, text)}`.trimEnd() };
  }
  return undefined;
}

/** The blocks that can swallow lines, at the top and in lists; what is in a quote is quoted. */
function* blocksOf(node: Root | List | ListItem): Generator<Code | Html> {
  for (const child of node.children) {
    if (child.type === 'code' || child.type === 'html') yield child;
    else if (child.type === 'list' || child.type === 'listItem') yield* blocksOf(child);
  }
}

/** Where the first line with a marker of ours that stands nowhere else starts, after the first line of `node`. Others are quotes. */
function lineOfOurs(text: string, node: Code | Html, live: ReadonlySet<string>): number | undefined {
  const second = text.indexOf('\n', startOf(node)) + 1;
  let marker = second === 0 ? -1 : text.indexOf(MARKER_START, second);
  while (marker !== -1 && marker < endOf(node)) {
    const end = text.indexOf('-->', marker) + '-->'.length;
    const line = text.lastIndexOf('\n', marker) + 1;
    if (!live.has(text.slice(marker, end)) && isWhole(text.slice(line, end))) return line;
    marker = text.indexOf(MARKER_START, end);
  }
  return undefined;
}

/** True for a line as we write it: an item shows its id as well. */
export function isWhole(line: string): boolean {
  const start = line.indexOf(MARKER_START);
  const marker = start === -1 ? undefined : readMarker(line.slice(start));
  return marker !== undefined && (marker.kind !== 'item' || line.includes(`\`${marker.id}\``));
}

/** What ends the block; for HTML that an empty line ends just that line. */
function closerOf(node: Code | Html, text: string): string {
  if (node.type === 'code') return /^(?:`{3,}|~{3,})/.exec(text.slice(startOf(node), endOf(node)))?.[0] ?? '';
  const html = node.value.toLowerCase();
  const raw = ['script', 'pre', 'style', 'textarea'].find((tag) => html.startsWith(`<${tag}`));
  if (raw !== undefined) return `</${raw}>`;
  if (html.startsWith('<!--')) return '-->';
  if (html.startsWith('<?')) return '?>';
  if (html.startsWith('<![cdata[')) return ']]>';
  return html.startsWith('<!') ? '>' : '';
}
