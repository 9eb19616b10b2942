/** From the issue as people left it to what they said, what has to be mended, and what the issue should show. */
import { boxFrom, changeOf, isOldPage, linesOf, stateAfter } from './changes.js';
import type { Attestation, BodyEdit, Decision, Repair } from './decision.js';
import { type Item, itemsOf, retiredItems } from './item.js';
import { keepNotes } from './keep-notes.js';
import type { Note } from './notes.js';
import { createReader, type ParsedBody, parse } from './parse.js';
import { render } from './render.js';
import { boxOf, type ItemState, stateOf } from './state.js';
import type { Rendered, View } from './view.js';

export interface ReconcileInput {
  /** The last body that was taken into account, as GitHub holds it: written by us, or read and merged. Null when none is on record. */
  readonly base: ParsedBody | null;
  /** The body as read now. */
  readonly current: ParsedBody;
  /** People's edits whose webhooks led here, in any order; not our own. */
  readonly edits?: readonly BodyEdit[];
  /** Reads the bodies of `edits`; most of them are `base`, `current` or one another. */
  readonly read?: (body: string | null) => ParsedBody;
  /** ISO 8601 instant for changes that no edit explains. */
  readonly now: string;
  /** Items that the last body showed and the next one will not: what people said of them until now counts, then they go. */
  readonly gone?: readonly Item[];
  /** What to show; `states` are those on record. The notes are read from `current`. */
  readonly view: Omit<View, 'notes'>;
}

/**
 * Three-way merge by item: what differs between `base` and `current` was said by people. Nothing is decided twice: with its own
 * `states` and `rendered.body` given back, it finds nothing more.
 */
export function reconcile(input: ReconcileInput): Decision {
  const { base, current, view, read = createReader(view.checklists), gone = [] } = input;
  const items = itemsOf(view.checklists);
  const edits = (input.edits ?? [])
    .map((edit) => ({ ...edit, before: read(edit.from), after: read(edit.to) }))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const states = new Map(view.states);
  const attestations: Attestation[] = [];
  for (const item of [...items, ...gone]) {
    const state = stateOf(view.states, item.id);
    const said = saidNow(item, state, input, edits) ?? saidAndLost(item, state, input, edits);
    if (said === undefined) continue;
    if (said.to.kind !== state.kind || (isNameless(state) && said.by !== null)) {
      states.set(item.id, said.to);
      attestations.push(said);
    } else if (state.kind === 'open') {
      states.set(item.id, { ...state, by: said.by, at: said.at });
    }
  }
  const kept = keepNotes({
    base,
    current,
    items,
    gone: [...gone, ...retiredItems(view.checklists)],
    states: view.states,
    asides: view.asides,
    guideUrl: view.guideUrl,
  });
  const { notes, rendered } = settle({ ...view, states, notes: kept.notes }, items);
  return {
    attestations,
    repairs: [...repairsOf(items, input), ...kept.repairs],
    states,
    notes,
    rendered,
    write: rendered.body.trimEnd() !== current.text.trimEnd(),
  };
}

/** Rounds that notes get to come to rest; after that the next event goes on. */
const ROUNDS = 5;

/**
 * Renders until reading the result again gives the same result. One rendering does, but for notes that take on another meaning where they
 * are put, such as half of a folded part of ours; without this the next event would write once more.
 */
function settle(view: View, items: readonly Item[]): { notes: readonly Note[]; rendered: Rendered } {
  let notes = view.notes;
  let rendered = render(view);
  for (let round = 0; round < ROUNDS && notes.length > 0; round += 1) {
    const written = parse(rendered.body, view.checklists);
    const kept = keepNotes({
      base: written,
      current: written,
      items,
      states: view.states,
      asides: view.asides,
      guideUrl: view.guideUrl,
    });
    const again = render({ ...view, notes: kept.notes });
    if (again.body === rendered.body) break;
    notes = kept.notes;
    rendered = { ...again, overflow: [...rendered.overflow, ...again.overflow] };
  }
  return { notes, rendered };
}

/** Somebody did it, and who is not known yet. */
function isNameless(state: ItemState): boolean {
  return state.kind === 'done' && state.by === null;
}

interface Edit extends BodyEdit {
  readonly before: ParsedBody;
  readonly after: ParsedBody;
}

/** What the body says against the last one we wrote. */
function saidNow(
  item: Item,
  state: ItemState,
  { base, current, now, view }: ReconcileInput,
  edits: readonly Edit[],
): Attestation | undefined {
  const was = base?.items.find(({ id }) => id === item.id);
  const before = was ?? boxOf(state);
  const found = linesOf(current, item.id);
  const via = changeOf(before, boxFrom(found, before));
  if (via === undefined || (via !== 'tick' && isOldPage(item, was, found, view))) return undefined;
  const edit = edits.findLast((candidate) => editedVia(item, candidate, view) === via);
  const [by, at] = edit === undefined ? [null, now] : [edit.by, edit.at];
  return { itemId: item.id, via, from: state, to: stateAfter(via, by, at), by, at };
}

/**
 * What an edit said that the body no longer shows, because a write of ours crossed it. Only newer edits than the state count: an older
 * one came late and has been overtaken.
 */
function saidAndLost(
  item: Item,
  state: ItemState,
  { view }: ReconcileInput,
  edits: readonly Edit[],
): Attestation | undefined {
  const edit = edits.findLast((candidate) => editedVia(item, candidate, view) !== undefined);
  const via = edit === undefined ? undefined : editedVia(item, edit, view);
  if (edit === undefined || via === undefined) return undefined;
  const since = isNameless(state) ? undefined : state.at;
  if (since !== undefined && Date.parse(edit.at) <= Date.parse(since)) return undefined;
  return { itemId: item.id, via, from: state, to: stateAfter(via, edit.by, edit.at), by: edit.by, at: edit.at };
}

function editedVia(
  item: Item,
  { before, after }: Edit,
  view: Pick<View, 'guideUrl' | 'asides'>,
): Attestation['via'] | undefined {
  const was = before.items.find(({ id }) => id === item.id);
  const found = linesOf(after, item.id);
  if (was === undefined) return undefined;
  const via = changeOf(was, boxFrom(found, was));
  return via !== 'tick' && isOldPage(item, was, found, view) ? undefined : via;
}

function repairsOf(items: readonly Item[], { base, current, view }: ReconcileInput): Repair[] {
  const repairs: Repair[] = [];
  const inBase = new Set(base?.items.map((item) => item.id));
  for (const item of items) {
    const found = linesOf(current, item.id);
    const marked = current.items.filter(({ id }) => id === item.id);
    const was = base?.items.find(({ id }) => id === item.id);
    if (found.length === 0 && inBase.has(item.id)) repairs.push({ kind: 'deleted', itemId: item.id });
    if (found.length > 1) repairs.push({ kind: 'duplicated', itemId: item.id });
    if (found.length > 0 && (marked.length === 0 || marked.some((line) => !line.hasBox))) {
      repairs.push({ kind: 'mangled', itemId: item.id });
    }
    if (isOldPage(item, was, found, view)) repairs.push({ kind: 'overwritten', itemId: item.id });
  }
  return [...repairs, ...movedItems(base, current)];
}

/** Items that stand before one they stood after. */
function movedItems(base: ParsedBody | null, current: ParsedBody): Repair[] {
  const order = new Map(base?.items.map((item, at) => [item.id, at]));
  const moved = new Set<string>();
  let highest = -1;
  for (const id of new Set(current.items.map((item) => item.id))) {
    const at = order.get(id);
    if (at === undefined) continue;
    if (at < highest) moved.add(id);
    highest = Math.max(highest, at);
  }
  return [...moved].map((itemId) => ({ kind: 'moved', itemId }));
}
