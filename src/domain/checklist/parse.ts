/** The body of a baseline issue, read: our items as people left them, and what people wrote between them. */
import type { BlockContent, DefinitionContent, Heading, List, ListItem, Root, RootContent } from 'mdast';
import { contentColumn, type Line, readLine } from './found-line.js';
import { type Checklist, itemsOf } from './item.js';
import { DETAILS_END, DETAILS_START, detailsBlock } from './item-line.js';
import { endOf, startOf } from './markdown.js';
import { readMarker } from './markers.js';
import { type Anchor, dedent, type Note } from './notes.js';
import { sealOpenBlocks } from './seal.js';
import { type Box, OPEN } from './state.js';

/** One line that carries an item's marker. An item copied by somebody is found more than once. */
export interface FoundItem extends Box {
  readonly id: string;
  /** False when somebody removed the checkbox; `checked` says nothing then. */
  readonly hasBox: boolean;
  /** What stands between the checkbox and the marker, without strike-through. */
  readonly text: string;
  /** What the line stood by; where its notes go when the item is no longer ours. */
  readonly anchor: Anchor;
  /** The line as it is, without its marker. */
  readonly source: string;
}

/** A note; one that looks like an item that lost its marker says which. */
export type FoundNote = Note & { readonly candidate?: Box & { readonly id: string } };

/** One folded part of ours as it is now, and the line it stood by. */
export interface FoundDetails {
  readonly anchor: Anchor;
  readonly lines: readonly string[];
}

export interface ParsedBody {
  /** The body with line ends as `\n`. */
  readonly text: string;
  readonly repositoryId: number | null;
  /** True when both ends of the header were found. */
  readonly headerMarked: boolean;
  readonly header: readonly string[];
  readonly items: readonly FoundItem[];
  readonly details: readonly FoundDetails[];
  readonly notes: readonly FoundNote[];
}

type Block = RootContent | BlockContent | DefinitionContent;

/**
 * Reads any body that a person can make; null is an empty one. Folded parts that stand as `checklists` have them are left out before the
 * Markdown is read: they are most of a body, say nothing about what people did, and reading them would take ten times as long.
 */
export function parse(body: string | null, checklists: readonly Checklist[] = []): ParsedBody {
  const text = (body ?? '').replace(/\r\n?/g, '\n');
  const sealed = sealOpenBlocks(withoutDetails(text, checklists));
  return { text, ...new Reader(sealed.text).read(sealed.root) };
}

/** `parse` for many bodies of one issue: each is read once, however often it is asked for. */
export function createReader(checklists: readonly Checklist[]): (body: string | null) => ParsedBody {
  const known = new Map<string | null, ParsedBody>();
  return (body) => {
    const parsed = known.get(body) ?? parse(body, checklists);
    known.set(body, parsed);
    return parsed;
  };
}

function withoutDetails(text: string, checklists: readonly Checklist[]): string {
  if (!text.includes(DETAILS_START)) return text;
  return itemsOf(checklists).reduce((rest, item) => rest.replace(`\n${detailsBlock(item, OPEN)}\n`, '\n'), text);
}

/** Walks the blocks in order and remembers by which of our lines it is. */
class Reader {
  private readonly text: string;
  private readonly items: FoundItem[] = [];
  private readonly details: FoundDetails[] = [];
  private readonly notes: FoundNote[] = [];
  private anchor: Anchor = { at: 'top' };
  /** Blocks of the note being read, as a range of the text. */
  private run: { readonly start: number; readonly end: number; readonly indent: number } | null = null;

  /** True when our folded part lost its end, as by a line put into a code block of ours: what follows is the rest of it, and more. */
  private isInDetails = false;

  constructor(text: string) {
    this.text = text;
  }

  read(root: Root): Omit<ParsedBody, 'text'> {
    const { from, to, marked, repositoryId } = this.headerRange(root);
    const header = root.children.slice(from, to);
    this.blocks(root.children.slice(0, from), 0);
    this.moveTo({ at: 'header' });
    this.blocks(
      header.filter((block) => this.holdsItem(block)),
      0,
    );
    this.moveTo({ at: 'header' });
    this.blocks(root.children.slice(to), 0);
    this.flush();
    return {
      repositoryId,
      headerMarked: marked,
      header: header
        .filter((block) => !this.holdsItem(block) && !(block.type === 'html' && readMarker(block.value) !== undefined))
        .flatMap((block) => ['', ...this.lines([block], 0)]),
      items: this.items,
      details: this.details,
      notes: this.notes,
    };
  }

  /** The header goes from one marker to the other; a lost one is taken to have been at the start, or before the first section. */
  private headerRange({ children }: Root): { from: number; to: number; marked: boolean; repositoryId: number | null } {
    const markers = children.map((node) => (node.type === 'html' ? readMarker(node.value) : undefined));
    const start = markers.findIndex((marker) => marker?.kind === 'baseline');
    const end = markers.findIndex((marker, at) => marker?.kind === 'header-end' && at > start);
    const from = Math.max(0, start);
    const list = children.findIndex(
      (node, at) => at >= from && (sectionOf(node) !== undefined || this.holdsItem(node)),
    );
    const baseline = markers[start];
    return {
      from,
      to: end !== -1 ? end + 1 : list === -1 ? children.length : list,
      marked: start !== -1 && end !== -1,
      repositoryId: baseline?.kind === 'baseline' ? baseline.repositoryId : null,
    };
  }

  private blocks(blocks: readonly Block[], indent: number): void {
    for (let at = 0; at < blocks.length; at += 1) {
      const block = blocks[at];
      if (block === undefined) continue;
      const section = sectionOf(block);
      if (section !== undefined) {
        this.moveTo({ at: 'section', id: section });
        this.isInDetails = false;
      } else if (block.type === 'html' && readMarker(block.value) !== undefined) this.flush();
      else if (block.type === 'html' && block.value.startsWith(DETAILS_START)) {
        const { length, isOpen } = this.detailsLength(blocks.slice(at));
        this.flush();
        this.details.push({ anchor: this.anchor, lines: this.lines(blocks.slice(at, at + length), indent) });
        this.isInDetails = isOpen;
        at += length - 1;
      } else if (block.type === 'list' && this.holdsItem(block)) for (const item of block.children) this.listItem(item);
      else this.note(block, indent);
    }
  }

  private listItem(item: ListItem): void {
    const line = readLine(this.text, item);
    if (line?.id !== undefined) {
      this.item(item, line, line.id);
      return;
    }
    if (item.children.some((child) => this.holdsItem(child))) {
      this.blocks(item.children, column(item));
      return;
    }
    const id = candidateOf(item, line);
    if (id !== undefined) this.flush();
    this.note(item, column(item));
    if (id !== undefined) this.flush({ id, checked: item.checked === true, struck: line?.struck === true });
  }

  private item(item: ListItem, line: Line, id: string): void {
    this.flush();
    this.isInDetails = false;
    const hasBox = typeof item.checked === 'boolean';
    const rest = item.children.slice(1);
    const indent = contentColumn(item);
    this.items.push({
      id,
      checked: item.checked === true,
      hasBox,
      struck: line.struck,
      text: line.text,
      anchor: this.anchor,
      source: line.source,
    });
    if (line.tail !== '') this.notes.push({ at: 'line', id, text: dedent(line.tail, indent) });
    this.moveTo({ at: 'under', id });
    this.blocks(rest, indent);
    this.moveTo({ at: 'after', id });
  }

  /** How many blocks our folded part takes; one that lost its end goes on to the next line or heading of ours. */
  private detailsLength(blocks: readonly Block[]): { length: number; isOpen: boolean } {
    const end = blocks.findIndex(
      (block) =>
        (block.type === 'html' && closesDetails(block.value)) ||
        this.holdsItem(block) ||
        sectionOf(block) !== undefined,
    );
    if (end === -1) return { length: blocks.length, isOpen: true };
    return blocks[end]?.type === 'html' ? { length: end + 1, isOpen: false } : { length: end, isOpen: true };
  }

  /** True for a list with a line of ours in it, or one that was: at any depth, but not in quotes or code. */
  private holdsItem(block: Block): block is List {
    if (block.type !== 'list') return false;
    return block.children.some((item) => {
      const line = readLine(this.text, item);
      return (
        line?.id !== undefined ||
        candidateOf(item, line) !== undefined ||
        item.children.some((child) => this.holdsItem(child))
      );
    });
  }

  private note(block: Block | ListItem, indent: number): void {
    const [start, end] = this.fullLines(block);
    this.run = this.run === null ? { start, end, indent } : { ...this.run, end };
  }

  private moveTo(anchor: Anchor): void {
    this.flush();
    this.anchor = anchor;
  }

  private flush(candidate?: Box & { readonly id: string }): void {
    if (this.run === null) return;
    const text = dedent(this.text.slice(this.run.start, this.run.end), this.run.indent);
    this.run = null;
    if (text.trim() === '') return;
    const last = this.details.at(-1);
    if (this.isInDetails && last !== undefined) {
      this.details[this.details.length - 1] = { ...last, lines: [...last.lines, ...text.split('\n')] };
      return;
    }
    this.notes.push({ ...this.anchor, text, ...(candidate === undefined ? {} : { candidate }) });
  }

  private lines(blocks: readonly Block[], indent: number): string[] {
    const [first, last] = [blocks[0], blocks.at(-1)];
    if (first === undefined || last === undefined) return [];
    return dedent(this.text.slice(this.fullLines(first)[0], this.fullLines(last)[1]), indent).split('\n');
  }

  private fullLines(block: Block | ListItem): [start: number, end: number] {
    const start = startOf(block);
    const last = endOf(block);
    const end = this.text.indexOf('\n', this.text[last - 1] === '\n' ? last - 1 : last);
    return [start === 0 ? 0 : this.text.lastIndexOf('\n', start - 1) + 1, end === -1 ? this.text.length : end];
  }
}

/** True unless the next folded part begins in the same block, because the line between was deleted. */
function closesDetails(html: string): boolean {
  const end = html.lastIndexOf(DETAILS_END);
  return end !== -1 && end > html.lastIndexOf(DETAILS_START);
}

function column(node: Block | ListItem): number {
  return (node.position?.start.column ?? 1) - 1;
}

function sectionOf(block: Block): string | undefined {
  return block.type === 'heading' ? markedSection(block) : undefined;
}

function markedSection(heading: Heading): string | undefined {
  for (const node of heading.children) {
    const marker = node.type === 'html' ? readMarker(node.value) : undefined;
    if (marker?.kind === 'section') return marker.id;
  }
  return undefined;
}

/** The item that a task line without a marker seems to be. */
function candidateOf(item: ListItem, line: Line | undefined): string | undefined {
  return typeof item.checked === 'boolean' && line?.id === undefined ? line?.shownId : undefined;
}
