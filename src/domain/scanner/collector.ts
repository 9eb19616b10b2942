/** What a scan has found so far, piece by piece, before overlaps and allowances are settled. */
import type { Match, Surplus, Unseen } from './match.js';
import type { Rule } from './rule.js';

/** Matches of one rule that one scan locates; the rest is counted as surplus. A dump of credentials is found either way. */
export const MAX_MATCHES_PER_RULE = 1000;

/** The state of the scan of one input. Offsets are those of the whole input, also while it is scanned in pieces. */
export interface Collector {
  readonly matches: Match[];
  /** Where `seaworthy:allow` stands. */
  readonly marks: number[];
  readonly unseen: Unseen[];
  readonly tallies: Map<Rule, Tally>;
  readonly limit: number;
  trials: number;
  /** Trials at keywords whose rules look further than `NEAR_REACH`. */
  farTrials: number;
  /** Encoded characters that were decoded. */
  decoded: number;
  /** Up to here escapes were looked at. */
  escapedTo: number;
  /** Up to here runs of base64 and hexadecimal characters were looked at, and where the one that goes on began. */
  runsTo: number;
  runStart: number;
  /** Up to here UTF-16 was looked for. */
  wideTo: number;
  /** Up to here manifests of Kubernetes Secrets were read. */
  manifestTo: number;
}

interface Tally {
  readonly count: number;
  readonly last: Match;
}

export function newCollector(limit = MAX_MATCHES_PER_RULE): Collector {
  return {
    matches: [],
    marks: [],
    unseen: [],
    tallies: new Map(),
    limit,
    trials: 0,
    farTrials: 0,
    decoded: 0,
    escapedTo: 0,
    runsTo: 0,
    runStart: -1,
    wideTo: 0,
    manifestTo: 0,
  };
}

/** Adds a match, unless its rule has just given the same one at another of its keywords, or gave too many. */
export function addMatch(collector: Collector, match: Match): void {
  const tally = collector.tallies.get(match.rule);
  if (tally !== undefined && isSame(tally.last, match)) return;
  const count = (tally?.count ?? 0) + 1;
  collector.tallies.set(match.rule, { count, last: match });
  if (count <= collector.limit) collector.matches.push(match);
}

function isSame(a: Match, b: Match): boolean {
  return a.start === b.start && a.end === b.end && (a.encoded === undefined) === (b.encoded === undefined);
}

/** Says that the encoded text there was not looked at; what follows on it directly is one part with it. */
export function addUnseen({ unseen }: Collector, start: number, end: number, reason: string): void {
  const last = unseen.at(-1);
  if (last?.reason === reason && last.end >= start)
    unseen[unseen.length - 1] = { ...last, end: Math.max(end, last.end) };
  else unseen.push({ start, end, reason });
}

export function surplusOf({ tallies, limit }: Collector): Surplus[] {
  return [...tallies]
    .filter(([, { count }]) => count > limit)
    .map(([rule, { count }]) => ({ ruleId: rule.id, count: count - limit }));
}
