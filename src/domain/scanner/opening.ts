/**
 * What the first bytes of a match must be, read off a rule's expressions: a hit of a keyword that cannot lead anywhere is told
 * by a few bytes, before any text is made of them.
 */

/** For each place from the keyword's first byte on, by byte: can a match have it there? */
export type Opening = readonly Uint8Array[];

/** Places that are looked at: more tell nothing new, and a body of random characters is told from a word by these. */
const PLACES = 16;

const NO = 0;
const YES = 1;
/** A byte of no ASCII character: from here on bytes and UTF-16 units part, and the expression itself must look. */
const UNKNOWN = 2;

/** The places of `expressions`, each tried exactly at the keyword: all that any of them can match there passes. */
export function openingOf(expressions: readonly RegExp[]): Opening {
  const graph = newGraph();
  const start = graph.add();
  for (const { source, flags } of expressions) graph.join(start, read(graph, source, flags));
  const places: Uint8Array[] = [];
  for (let states = closure(graph, [start]); places.length < PLACES && !states.has(END); ) {
    const members = new Uint8Array(256).fill(UNKNOWN, 0x80);
    const next: number[] = [];
    for (const state of states) {
      const { chars, to } = graph.nodes[state] ?? EMPTY;
      if (chars === undefined) continue;
      for (let code = 0; code < 0x80; code += 1) if (chars[code] === YES) members[code] = YES;
      next.push(...to);
    }
    places.push(members);
    states = closure(graph, next);
  }
  return places;
}

/** False only where no match can begin at `at`. `bytes` must hold what follows, as far as the input goes. */
export function opensAt(opening: Opening, bytes: Uint8Array, at: number): boolean {
  for (let place = 0; place < opening.length; place += 1) {
    const verdict = (opening[place] as Uint8Array)[bytes[at + place] as number];
    if (verdict === YES) continue;
    return verdict === UNKNOWN;
  }
  return true;
}

/** A state of the expression's graph: it takes one of `chars` and goes on, or goes on at once where it has none. */
interface Node {
  readonly chars: Uint8Array | undefined;
  readonly to: number[];
}
const EMPTY: Node = { chars: undefined, to: [] };
/** The state in which the expression has matched. */
const END = 0;

interface Graph {
  readonly nodes: Node[];
  add(chars?: Uint8Array): number;
  join(from: number, to: number): void;
}

function newGraph(): Graph {
  const nodes: Node[] = [{ chars: undefined, to: [] }];
  return {
    nodes,
    add: (chars) => nodes.push({ chars, to: [] }) - 1,
    join: (from, to) => nodes[from]?.to.push(to),
  };
}

function closure({ nodes }: Graph, states: readonly number[]): Set<number> {
  const reached = new Set(states);
  for (const state of reached) {
    const { chars, to } = nodes[state] ?? EMPTY;
    if (chars === undefined) for (const next of to) reached.add(next);
  }
  return reached;
}

/** Adds a part of an expression to the graph, in front of the state `then`; returns the state in which it begins. */
type Part = (then: number) => number;

/** Returns the state in which the expression begins; it ends in `END`. */
function read(graph: Graph, source: string, flags: string): number {
  let at = 0;
  return alternatives()(END);

  function alternatives(): Part {
    const ways: Part[] = [sequence()];
    while (source[at] === '|') {
      at += 1;
      ways.push(sequence());
    }
    return (then) => fork(ways.map((way) => way(then)));
  }

  function fork(ways: readonly number[]): number {
    const state = graph.add();
    for (const way of ways) graph.join(state, way);
    return state;
  }

  function sequence(): Part {
    const parts: Part[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(counted(atom()));
    return (then) => parts.reduceRight((next, part) => part(next), then);
  }

  /** Beyond the places that are looked at, one repetition more or less is the same. */
  function counted(part: Part): Part {
    const [all, sign, low, comma, high] = /^(?:([?*+])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(source.slice(at, at + 24)) ?? [
      '',
    ];
    at += all.length;
    if (all === '') return part;
    const least = sign === undefined ? Number(low) : sign === '+' ? 1 : 0;
    const most = sign === '?' ? 1 : sign === undefined && comma === undefined ? least : Number(high || Infinity);
    const [must, may] = [Math.min(least, PLACES), Math.min(most, PLACES)];
    return (then) => {
      let next = then;
      for (let count = must; count < may; count += 1) next = fork([part(next), then]);
      for (let count = 0; count < must; count += 1) next = part(next);
      return next;
    };
  }

  function atom(): Part {
    const [taken = '', look, group] =
      /^(?:(\(\?<?[=!])|(\((?:\?:|\?<[A-Za-z_$][\w$]*>)?)|\[(?:\\.|[^\]\\])*\]|\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<[^>]*>|.)|.)/su.exec(
        source.slice(at),
      ) ?? [];
    at += taken.length;
    if (look !== undefined || group !== undefined) {
      const inner = alternatives();
      at += 1;
      // What stands around is for the expression itself to see.
      return look === undefined ? inner : (then) => then;
    }
    if (/^(?:\^|\$|\\[bB])$/.test(taken)) return (then) => then;
    // What a group has matched can be anything: nothing is told from here on.
    if (/^\\(?:[1-9]|k<)/.test(taken)) return () => END;
    const chars = charsOf(taken, flags);
    return (then) => {
      const state = graph.add(chars);
      graph.join(state, then);
      return state;
    };
  }
}

const known = new Map<string, Uint8Array>();

/** The ASCII characters that one character, class or escape of an expression stands for. */
function charsOf(source: string, flags: string): Uint8Array {
  const key = `${flags}/${source}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const alone = new RegExp(`^${source}$`, flags);
  const chars = Uint8Array.from({ length: 0x80 }, (_, code) => (alone.test(String.fromCharCode(code)) ? YES : NO));
  known.set(key, chars);
  return chars;
}
