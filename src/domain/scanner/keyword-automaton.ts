/** One pass over bytes that finds every keyword, whatever its case: Aho-Corasick as a dense table over byte classes. */

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
  /** Appends every hit that lies in `bytes[from..to)` to `hits`. Takes exactly one step per byte, whatever the bytes are. */
  find(bytes: Uint8Array, from: number, to: number, hits: Hits): void;
}

interface Trie {
  /** Per state and class the next state; -1 where the trie has none. */
  readonly next: number[][];
  /** Per state the keywords that end there. */
  readonly ends: number[][];
}

export function newHits(): Hits {
  return { count: 0, ends: new Int32Array(1024), outputs: new Int32Array(1024) };
}

/**
 * Builds the table for `keywords`: lower-case, printable ASCII, distinct, none empty.
 * A keyword's number is its index.
 */
export function keywordAutomaton(keywords: readonly string[]): KeywordAutomaton {
  const { classOf, width } = byteClasses(keywords);
  const trie = buildTrie(keywords, classOf, width);
  const order = completeTrie(trie, width);
  const table = denseTable(trie, order, width);
  return {
    outputs: table.outputs,
    find: (bytes, from, to, hits) => run(table, classOf, bytes, from, to, hits),
  };
}

/** Bytes that no keyword uses share class 0; an upper-case letter has the class of its lower-case one. */
function byteClasses(keywords: readonly string[]): { classOf: Uint8Array; width: number } {
  const classOf = new Uint8Array(256);
  let used = 1;
  for (const keyword of keywords) {
    for (const char of keyword) {
      const code = char.charCodeAt(0);
      if (code < 256 && classOf[code] === 0) classOf[code] = used++;
    }
  }
  for (let code = 0x41; code <= 0x5a; code += 1) classOf[code] = classOf[code + 0x20] ?? 0;
  return { classOf, width: 2 ** Math.ceil(Math.log2(used)) };
}

function buildTrie(keywords: readonly string[], classOf: Uint8Array, width: number): Trie {
  const next: number[][] = [new Array<number>(width).fill(-1)];
  const ends: number[][] = [[]];
  keywords.forEach((keyword, id) => {
    let state = 0;
    for (const char of keyword) {
      const row = next[state] ?? [];
      const cls = classOf[char.charCodeAt(0)] ?? 0;
      let target = row[cls] ?? -1;
      if (target === -1) {
        target = next.push(new Array<number>(width).fill(-1)) - 1;
        ends.push([]);
        row[cls] = target;
      }
      state = target;
    }
    ends[state]?.push(id);
  });
  return { next, ends };
}

/** Fills in the missing transitions breadth first, each from the longest suffix that is also a prefix; returns that order. */
function completeTrie({ next, ends }: Trie, width: number): number[] {
  const suffix = new Array<number>(next.length).fill(0);
  const order = [0];
  for (let at = 0; at < order.length; at += 1) {
    const state = order[at] ?? 0;
    const row = next[state] ?? [];
    const fallback = next[suffix[state] ?? 0] ?? [];
    for (let cls = 0; cls < width; cls += 1) {
      const child = row[cls] ?? -1;
      const elsewhere = state === 0 ? 0 : (fallback[cls] ?? 0);
      if (child === -1) {
        row[cls] = elsewhere;
      } else {
        suffix[child] = elsewhere;
        ends[child]?.push(...(ends[elsewhere] ?? []));
        order.push(child);
      }
    }
  }
  return order;
}

interface Table {
  /** `next[state + class]`; states are multiples of the row width, so that a step is one addition and one load. */
  readonly next: Int32Array;
  /** States from here on accept: one comparison tells. */
  readonly accepting: number;
  /** log2 of the row width. */
  readonly shift: number;
  readonly outputs: number[][];
}

/** Numbers the states: silent ones first and near the root close together, for the cache; accepting ones last. */
function denseTable({ next, ends }: Trie, order: readonly number[], width: number): Table {
  const accepts = (state: number): boolean => (ends[state]?.length ?? 0) > 0;
  const silent = order.filter((state) => !accepts(state));
  const loud = order.filter(accepts);
  const rank = new Int32Array(next.length);
  [...silent, ...loud].forEach((state, index) => {
    rank[state] = index;
  });
  const table = new Int32Array(next.length * width);
  next.forEach((row, state) => {
    const base = (rank[state] ?? 0) * width;
    for (let cls = 0; cls < width; cls += 1) table[base + cls] = (rank[row[cls] ?? 0] ?? 0) * width;
  });
  return {
    next: table,
    accepting: silent.length * width,
    shift: Math.log2(width),
    outputs: loud.map((state) => ends[state] ?? []),
  };
}

/**
 * Measured on 40 MB of source text: 500-600 MB/s on a core with 34 keywords, 500 with 500. Four interleaved streams gave
 * 640, which is not worth their code.
 */
function run(
  { next, accepting, shift }: Table,
  classOf: Uint8Array,
  bytes: Uint8Array,
  from: number,
  to: number,
  hits: Hits,
): void {
  let state = 0;
  for (let at = from; at < to; at += 1) {
    state = next[state + (classOf[bytes[at] as number] as number)] as number;
    if (state >= accepting) add(hits, at, (state - accepting) >> shift);
  }
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
