/** The body of the baseline issue as Markdown; `parse` is its other half. */
import { escapeInline } from './escape.js';
import { renderHeader } from './header.js';
import type { Checklist, Item } from './item.js';
import { checkbox, detailsBlock, itemText, type LineStyle } from './item-line.js';
import { baselineMarker, HEADER_END, itemMarker, sectionMarker } from './markers.js';
import { type Anchor, indent, type Note } from './notes.js';
import { boxOf, stateOf } from './state.js';
import { type Summary, summarise } from './summary.js';
import type { Rendered, View } from './view.js';

/**
 * Longest body GitHub takes: "body is too long (maximum is 65536 characters)", a 422 otherwise. We count UTF-16 units, which are
 * never fewer than its characters.
 */
export const BODY_LIMIT = 65_536;

/** We stop here ourselves, so that people can still write into the issue (a browser adds a character to every line, too). */
const COMFORT = 61_440;

interface Shape extends LineStyle {
  readonly detail: Rendered['detail'];
}

/**
 * Renders the body: as much explanation as fits, people's notes where they stood. Never longer than `BODY_LIMIT`.
 * @throws RangeError when the items' bare lines alone are too long (some 400 items); `/baseline use` fewer checklists.
 */
export function render(view: View): Rendered {
  const shapes = shapesOf(view.guideUrl);
  const summary = summarise(view.checklists, view.states, view.header, view.asides);
  for (const shape of shapes) {
    const body = compose(view, summary, shape, view.notes);
    if (body.length <= COMFORT) return { body, detail: shape.detail, overflow: [] };
  }
  const barest = shapes.at(-1) ?? { detail: 'bare', longest: 0 };
  const body = compose(view, summary, barest, view.notes);
  return body.length <= BODY_LIMIT
    ? { body, detail: barest.detail, overflow: [] }
    : withFewerNotes(view, summary, barest);
}

/** How lines can be written, the most telling first. */
export function shapesOf(guideUrl: string): readonly Shape[] {
  return [
    { detail: 'full', longest: 300 },
    { detail: 'linked', longest: 300, guideUrl },
    { detail: 'terse', longest: 40, guideUrl },
    { detail: 'bare', longest: 1 },
  ];
}

/** Leaves out the longest notes until the rest fits. */
function withFewerNotes(view: View, summary: Summary, shape: Shape): Rendered {
  const kept = new Set(view.notes);
  for (const note of view.notes.toSorted((a, b) => b.text.length - a.text.length)) {
    kept.delete(note);
    const body = compose(view, summary, shape, [...kept]);
    if (body.length <= BODY_LIMIT) {
      return { body, detail: shape.detail, overflow: view.notes.filter((candidate) => !kept.has(candidate)) };
    }
  }
  throw new RangeError(`A baseline of ${summary.counts.total} items does not fit into an issue`);
}

function compose(view: View, summary: Summary, shape: Shape, notes: readonly Note[]): string {
  const byAnchor = groupNotes(notes);
  const take = (anchor: Anchor): readonly string[] => {
    const texts = byAnchor.get(keyOf(anchor)) ?? [];
    byAnchor.delete(keyOf(anchor));
    return texts;
  };
  const blocks = [
    ...take({ at: 'top' }),
    `${baselineMarker(view.repository.id)}\n${renderHeader(summary, view.header, view.today)}`,
    HEADER_END,
    ...take({ at: 'header' }),
    ...view.checklists.flatMap((checklist) => sections(checklist, view, shape, take)),
    ...[...byAnchor.values()].flat(),
  ];
  return `${blocks.join('\n\n')}\n`;
}

type Take = (anchor: Anchor) => readonly string[];

function sections(checklist: Checklist, view: View, shape: Shape, take: Take): string[] {
  return checklist.sections.flatMap((section) => {
    const items = section.items.filter((item) => item.retired !== true);
    if (items.length === 0) return [];
    const id = `${checklist.name}/${section.id}`;
    return [
      `## ${escapeInline(section.title)} ${sectionMarker(id)}`,
      ...take({ at: 'section', id }),
      ...itemBlocks(items, view, shape, take),
    ];
  });
}

/** Runs of items, broken where a note stands between two. */
function itemBlocks(items: readonly Item[], view: View, shape: Shape, take: Take): string[] {
  const blocks: string[] = [];
  let run: string[] = [];
  for (const item of items) {
    run.push(itemBlock(item, view, shape, take));
    const after = take({ at: 'after', id: item.id });
    if (after.length === 0) continue;
    blocks.push(run.join('\n'), ...after);
    run = [];
  }
  return run.length === 0 ? blocks : [...blocks, run.join('\n')];
}

function itemBlock(item: Item, view: View, shape: Shape, take: Take): string {
  const state = stateOf(view.states, item.id);
  const remarks = take({ at: 'line', id: item.id }).map((text) => ` ${indent(text, 2).trimStart()}`);
  // The barest lines have to fit in any case.
  const aside = shape.detail === 'bare' ? undefined : view.asides?.get(item.id);
  const line = `${checkbox(boxOf(state))}${itemText(item, state, shape, aside)} ${itemMarker(item.id)}${remarks.join('')}`;
  const details = shape.detail === 'full' ? detailsBlock(item, state) : '';
  const under = take({ at: 'under', id: item.id }).map((text) => `\n\n${indent(text, 2)}`);
  return `${line}${details === '' ? '' : `\n${details}`}${under.join('')}`;
}

function groupNotes(notes: readonly Note[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const note of notes) groups.set(keyOf(note), [...(groups.get(keyOf(note)) ?? []), note.text]);
  return groups;
}

function keyOf(anchor: Anchor): string {
  return 'id' in anchor ? `${anchor.at} ${anchor.id}` : anchor.at;
}
