/** One pass over bytes that finds every keyword, whatever its case: Aho-Corasick as a dense table over byte classes. */
import { HIT_BYTES, LANES, newPass, TURN } from './keyword-pass.js';

/** Where keywords end, in order. Reused from scan to scan, so that a scan of a small text allocates nothing. */
export interface Hits {
  count: number;
  /** Offset of the keyword's last byte. */
  ends: Int32Array;
  /** Index into `KeywordAutomaton.outputs`. */
  outputs: Int32Array;
}

export interface KeywordAutomaton {
  /** For each accepting state the keywords that end there, longest first. */
  readonly outputs: readonly (readonly number[])[];
  /** Appends every hit that lies in `bytes[from..to)` to `hits`, in order. Takes one step per byte, whatever the bytes are. */
  find(bytes: Uint8Array, from: number, to: number, hits: Hits): void;
}

export function newHits(): Hits {
  return { count: 0, ends: new Int32Array(1024), outputs: new Int32Array(1024) };
}

/**
 * Builds the table for `keywords`: lower-case, printable ASCII, distinct, none empty.
 * A keyword's number is its index.
 * @throws RangeError when they are too many: a state has 16 bits.
 */
export function automatonTable(keywords: readonly string[]): AutomatonTable {
  const { classOf, shift } = byteClasses(keywords);
  const trie = buildTrie(keywords, classOf, shift);
  const longest = Math.max(...keywords.map(({ length }) => length));
  return { ...denseTable(trie, completeTrie(trie)), classOf, longest };
}

export function keywordAutomaton(table: AutomatonTable): KeywordAutomaton {
  return { outputs: table.outputs, find: finder(table) };
}

/** Bytes that no keyword uses share class 0; an upper-case letter has the class of its lower-case one. */
function byteClasses(keywords: readonly string[]): { classOf: Uint8Array; shift: number } {
  const classOf = new Uint8Array(256);
  let used = 1;
  for (const keyword of keywords) {
    for (const char of keyword) {
      const code = char.charCodeAt(0);
      if (code < 256 && classOf[code] === 0) classOf[code] = used++;
    }
  }
  for (let code = 0x41; code <= 0x5a; code += 1) classOf[code] = classOf[code + 0x20] ?? 0;
  return { classOf, shift: Math.ceil(Math.log2(used)) };
}

interface Trie {
  /** `next[(state << shift) + class]`: the next state, 0 where the trie has none. */
  readonly next: Uint16Array;
  readonly shift: number;
  readonly states: number;
  /** Per state the keywords that end there; states without one are left out. */
  readonly ends: Map<number, number[]>;
}

function buildTrie(keywords: readonly string[], classOf: Uint8Array, shift: number): Trie {
  const most = keywords.reduce((sum, { length }) => sum + length, 1);
  const next = new Uint16Array(most << shift);
  const ends = new Map<number, number[]>();
  let states = 1;
  keywords.forEach((keyword, id) => {
    let state = 0;
    for (let at = 0; at < keyword.length; at += 1) {
      const edge = (state << shift) + (classOf[keyword.charCodeAt(at)] ?? 0);
      if (next[edge] === 0) next[edge] = states++;
      state = next[edge] ?? 0;
    }
    ends.set(state, [...(ends.get(state) ?? []), id]);
  });
  if (states > 0x10000) throw new RangeError(`The keywords need ${states} states: 65,536 is the limit`);
  return { next, shift, states, ends };
}

/** Fills in the missing transitions breadth first, each from the longest suffix that is also a prefix; returns that order. */
function completeTrie({ next, shift, states, ends }: Trie): Uint16Array {
  const suffix = new Uint16Array(states);
  const order = new Uint16Array(states);
  let known = 1;
  for (let at = 0; at < known; at += 1) {
    const state = order[at] ?? 0;
    const row = state << shift;
    const fallback = (suffix[state] ?? 0) << shift;
    for (let cls = 0; cls < 1 << shift; cls += 1) {
      const child = next[row + cls] ?? 0;
      const elsewhere = state === 0 ? 0 : (next[fallback + cls] ?? 0);
      if (child === 0) {
        next[row + cls] = elsewhere;
      } else {
        suffix[child] = elsewhere;
        const more = ends.get(elsewhere);
        if (more !== undefined) ends.set(child, [...(ends.get(child) ?? []), ...more]);
        order[known++] = child;
      }
    }
  }
  return order;
}

/** Plain data: a build can keep it in a file. */
export interface AutomatonTable extends Table {
  readonly classOf: Uint8Array;
  /** The longest keyword, in characters. */
  readonly longest: number;
}

interface Table {
  readonly next: Uint16Array;
  readonly shift: number;
  /** States from here on accept: one comparison tells. */
  readonly accepting: number;
  readonly outputs: readonly (readonly number[])[];
}

/** Numbers the states: silent ones first and near the root close together, for the cache; accepting ones last. */
function denseTable({ next, shift, states, ends }: Trie, order: Uint16Array): Table {
  const silent = order.filter((state) => !ends.has(state));
  const loud = order.filter((state) => ends.has(state));
  const rank = new Uint16Array(states);
  [...silent, ...loud].forEach((state, index) => {
    rank[state] = index;
  });
  const table = new Uint16Array(states << shift);
  for (let state = 0; state < states; state += 1) {
    const [from, to] = [state << shift, (rank[state] ?? 0) << shift];
    for (let cls = 0; cls < 1 << shift; cls += 1) table[to + cls] = rank[next[from + cls] ?? 0] ?? 0;
  }
  return { next: table, shift, accepting: silent.length, outputs: [...loud].map((state) => ends.get(state) ?? []) };
}

/** Bytes that each lane of the pass takes at a time: with the table they stay in the processor's caches. */
const LANE_BYTES = 52 * 1024;
const CHUNK = LANES * LANE_BYTES;
/** Small texts take fewer lanes: filling one takes as long as reading that much. */
const LEAST_STEPS = 32;

const upTo = (multiple: number, number: number): number => Math.ceil(number / multiple) * multiple;

/**
 * The pass follows the automaton in several lanes at once. Each begins as far before its own part as the longest keyword
 * is long, for that much decides the state; what it finds there is the part's before it.
 */
function finder({ next, shift, accepting, classOf, longest }: AutomatonTable): KeywordAutomaton['find'] {
  const lead = upTo(TURN, longest);
  const table = classOf.length;
  const lane = lead + LANE_BYTES;
  const text = upTo(8, table + next.byteLength);
  const ends = upTo(8, text + LANES * lane);
  const notes = ends + upTo(8, 4 * LANES);
  const notesLane = HIT_BYTES * LANE_BYTES;
  const layout = { classes: 0, table, shift, accepting, lane, notes, notesLane, ends };
  const { pass, memory } = newPass(layout, notes + LANES * notesLane);
  memory.set(classOf.map((cls) => 2 * cls));
  memory.set(new Uint8Array(next.buffer, next.byteOffset, next.byteLength), table);
  const words = new Int32Array(memory.buffer);
  const own = text + lead;

  return (bytes, from, to, hits) => {
    for (let chunk = from; chunk < to; chunk += CHUNK) {
      const length = Math.min(CHUNK, to - chunk);
      const steps = upTo(TURN, Math.max(LEAST_STEPS, length / LANES));
      // What the others read is of no matter.
      const lanes = Math.ceil(length / steps);
      for (let index = 0; index < lanes; index += 1) {
        const [at, address] = [chunk + index * steps, own + index * lane];
        const first = Math.max(from, at - lead);
        const last = Math.min(to, at + steps);
        if (last - first < lead + steps) memory.fill(0, address - lead, address + steps);
        memory.set(bytes.subarray(first, last), address + first - at);
      }
      pass(text, own, own + steps);
      for (let index = 0; index < lanes; index += 1) {
        const at = chunk + index * steps - own;
        const first = (notes + index * notesLane) / 4;
        const end = first + (words[ends / 4 + index] as number) / 4;
        for (let word = first; word < end; word += 2) {
          add(hits, at + (words[word] as number), (words[word + 1] as number) - accepting);
        }
      }
    }
  };
}

function add(hits: Hits, end: number, output: number): void {
  if (hits.count === hits.ends.length) grow(hits);
  hits.ends[hits.count] = end;
  hits.outputs[hits.count] = output;
  hits.count += 1;
}

function grow(hits: Hits): void {
  const [ends, outputs] = [new Int32Array(hits.count * 2), new Int32Array(hits.count * 2)];
  ends.set(hits.ends);
  outputs.set(hits.outputs);
  hits.ends = ends;
  hits.outputs = outputs;
}
