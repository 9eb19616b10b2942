/** Gathers what people wrote: between our lines, on them, in our folded parts and in our header. */
import type { Repair } from './decision.js';
import { code } from './escape.js';
import type { Item } from './item.js';
import { DETAILS_START, detailLines, itemText } from './item-line.js';
import { type Anchor, addedLines, addedText, type Note } from './notes.js';
import { MARKER_START } from './markers.js';
import { type FoundItem, type FoundNote, type ParsedBody, parse } from './parse.js';
import { shapesOf } from './render.js';
import { isWhole, sealNote } from './seal.js';
import { type ItemStates, OPEN, stateOf } from './state.js';
import type { Asides } from './view.js';

export interface KeepInput {
  readonly base: ParsedBody | null;
  readonly current: ParsedBody;
  readonly items: readonly Item[];
  /** Items that are not shown any more: their lines go, what people wrote on them stays. */
  readonly gone?: readonly Item[];
  readonly states: ItemStates;
  readonly asides: Asides | undefined;
  readonly guideUrl: string;
}

export interface Kept {
  readonly notes: readonly Note[];
  readonly repairs: readonly Repair[];
}

export function keepNotes(input: KeepInput): Kept {
  const { base, current, gone = [] } = input;
  const known = new Set(input.items.map((item) => item.id));
  const marked = new Set(current.items.map((item) => item.id));
  const inBase = new Set(base?.items.map((item) => item.id));
  const repairs: Repair[] = [];
  const notes: Note[] = [...headerNotes(base, current), ...detailNotes(input)];
  for (const found of current.items) {
    const item = input.items.find(({ id }) => id === found.id);
    const left = gone.find(({ id }) => id === found.id);
    if (item !== undefined) {
      const kept = lineNotes(item, found, input);
      notes.push(...kept.notes);
      if (kept.edited) repairs.push({ kind: 'edited', itemId: item.id });
      if (kept.edited && !found.text.includes(code(item.id)))
        notes.push({ ...placeOf(found.anchor), text: found.source });
    } else if (left !== undefined) {
      notes.push(...lineNotes(left, found, input).notes);
    } else if (!inBase.has(found.id)) {
      repairs.push({ kind: 'unknown', itemId: found.id });
      notes.push({ ...placeOf(found.anchor), text: found.source });
    }
  }
  notes.push(...current.notes.filter((note) => !isOurs(note, known, marked)).map(({ candidate, ...note }) => note));
  return { notes: unique(notes.map((note) => rehome(note, current.items, known))).map(seal), repairs };
}

/** A line that lost its marker becomes ours again; with the marked line still there it is a copy that somebody keeps. */
function isOurs(note: FoundNote, known: ReadonlySet<string>, marked: ReadonlySet<string>): boolean {
  return note.candidate !== undefined && known.has(note.candidate.id) && !marked.has(note.candidate.id);
}

function headerNotes(base: ParsedBody | null, current: ParsedBody): Note[] {
  const ours = base?.header ?? (current.headerMarked ? current.header : []);
  return addedLines(ours, current.header).map((text) => ({ at: 'header', text }));
}

function lineNotes(item: Item, found: FoundItem, input: KeepInput): { notes: Note[]; edited: boolean } {
  const base = input.base?.items.find(({ id }) => id === item.id);
  const state = stateOf(input.states, item.id);
  const texts = [
    ...(base === undefined ? [] : [base.text]),
    ...shapesOf(input.guideUrl).flatMap((shape) =>
      [undefined, input.asides?.get(item.id)].flatMap((aside) => [
        itemText(item, state, shape, aside),
        itemText(item, OPEN, shape, aside),
      ]),
    ),
  ].map((text) => text.replaceAll('~~', ''));
  const added = texts.map((ours) => addedText(ours, found.text, titleEnd(ours))).filter((text) => text !== undefined);
  const remark = added.includes('') ? '' : added[0];
  return {
    edited: remark === undefined,
    notes: remark === undefined || remark === '' ? [] : [{ at: 'line', id: item.id, text: remark }],
  };
}

/** What people wrote into our folded parts. Which item a part explains is told by its text: its line may be gone or have moved. */
function detailNotes({ base, current, items, gone = [] }: KeepInput): Note[] {
  const written = base?.details.map(({ lines }) => lines) ?? [];
  const known = new Set(written.map((lines) => lines.join('\n')));
  const ours = [...written, ...[...items, ...gone].map((item) => detailLines(item, OPEN))].map(
    (lines) => new Set(lines.map(trim)),
  );
  return current.details.flatMap(({ anchor, lines }) => {
    if (known.has(lines.join('\n'))) return [];
    const swallowed = lines.filter((line) => !isWhole(line));
    return theirs(swallowed, ours).map((text) => ({ ...placeOf(anchor), text }));
  });
}

/** `lines` without those of the part they share most with; and again while another part of ours is among them. */
function theirs(lines: readonly string[], ours: readonly ReadonlySet<string>[]): readonly string[] {
  const best = ours.toSorted((a, b) => shared(b, lines) - shared(a, lines))[0] ?? new Set();
  const rest = ours.filter((candidate) => candidate !== best);
  return addedLines([...best], lines)
    .flatMap((text) => (best.size > 0 && text.includes(DETAILS_START) ? theirs(text.split('\n'), rest) : [text]))
    .filter((text) => /[^`~\s]/.test(text));
}

const trim = (line: string): string => line.trim();

const shared = (ours: ReadonlySet<string>, lines: readonly string[]): number =>
  lines.filter((line) => line.trim() !== '' && ours.has(line.trim())).length;

function titleEnd(text: string): number {
  return text.indexOf('**', 2) + 2;
}

/** Notes of a line that is not ours any more go where that line stood. */
function rehome(note: Note, items: readonly FoundItem[], known: ReadonlySet<string>): Note {
  let anchor: Anchor = note;
  for (let steps = 0; 'id' in anchor && anchor.at !== 'section' && !known.has(anchor.id); steps += 1) {
    const { id } = anchor;
    const gone = steps < items.length ? items.find((item) => item.id === id) : undefined;
    anchor = gone === undefined ? { at: 'end' } : placeOf(gone.anchor);
  }
  return anchor === note ? note : { ...placeOf(anchor), text: note.text };
}

/** Only the place of an anchor: a note is one as well, and carries text. */
function placeOf(anchor: Anchor): Anchor {
  return 'id' in anchor ? { at: anchor.at, id: anchor.id } : { at: anchor.at };
}

/**
 * A note that stays one when it is read again: its blocks are closed (inside an item they cannot swallow what follows it), and what was a
 * quoted line of ours, but would be read as one where it stands now, loses its marker.
 */
function seal(note: Note): Note {
  const text = note.at === 'under' || note.at === 'line' ? note.text : sealNote(note.text);
  const isRead = text.includes(MARKER_START) && parse(text).items.length > 0;
  return { ...note, text: isRead ? text.replaceAll(MARKER_START, '<!-- ') : text };
}

/** Copied lines bring copied notes; each is kept once. */
function unique(notes: readonly Note[]): Note[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}
