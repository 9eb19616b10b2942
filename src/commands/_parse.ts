/** Finds `/baseline` commands in a comment: Markdown is parsed, so code, quotes, HTML, lists and links hold none. */
import type { Nodes, Paragraph } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** One command as said: `/baseline done hsts` has the name `done` and the argument text `hsts`. */
export interface Said {
  readonly name: string;
  readonly args: string;
}

const COMMAND = /^\/baseline(?:[ \t]+(?<rest>.*))?$/i;
/** More commands in one comment are a paste or an attack; the rest is not run. */
export const MAX_COMMANDS = 20;

/**
 * The commands of a comment in order, at most {@link MAX_COMMANDS}. A command stands alone on its line, at the start of
 * it, in plain text. A bare `/baseline` asks for help.
 */
export function parseCommands(markdown: string | null): Said[] {
  if (markdown === null || !markdown.toLowerCase().includes('/baseline')) return [];
  const source = markdown.replaceAll('\r\n', '\n');
  const tree = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return tree.children
    .filter((node): node is Paragraph => node.type === 'paragraph')
    .flatMap((paragraph) => commandsOf(paragraph, source))
    .slice(0, MAX_COMMANDS);
}

/** The commands of `after` that were not already in `before`, so that an edited comment runs only what is new. */
export function newCommands(before: string | null, after: string | null): Said[] {
  const already = parseCommands(before).map(keyOf);
  return parseCommands(after).filter((said) => {
    const index = already.indexOf(keyOf(said));
    if (index === -1) return true;
    already.splice(index, 1);
    return false;
  });
}

function keyOf(said: Said): string {
  return `${said.name} ${said.args}`;
}

function commandsOf(paragraph: Paragraph, source: string): Said[] {
  const start = paragraph.position?.start.offset ?? 0;
  const end = paragraph.position?.end.offset ?? start;
  const found: Said[] = [];
  let offset = start;
  for (const line of source.slice(start, end).split('\n')) {
    const indent = line.length - line.trimStart().length;
    const match = COMMAND.exec(line.trim());
    if (match && isPlainText(paragraph, offset + indent)) {
      const [name = 'help', ...args] = (match.groups?.rest ?? '')
        .trim()
        .split(/[ \t]+/)
        .filter(Boolean);
      found.push({ name: name.toLowerCase(), args: args.join(' ') });
    }
    offset += line.length + 1;
  }
  return found;
}

/** True when the character at `offset` belongs to a text node directly in the paragraph, not to code, a link or HTML. */
function isPlainText(paragraph: Paragraph, offset: number): boolean {
  return paragraph.children.some((child: Nodes) => {
    const from = child.position?.start.offset ?? -1;
    const to = child.position?.end.offset ?? -1;
    return child.type === 'text' && from <= offset && offset < to;
  });
}
