/** The scanner: one pass finds the keywords, and only where one stands its rules look at the few characters around it. */
import { ALLOW, splitAllowed } from './allow.js';
import { problemsOf } from './check-rules.js';
import { decode, type Decoded, isUtf16 } from './decode.js';
import { keywordAutomaton, newHits } from './keyword-automaton.js';
import type { Engine, Match, ScanOptions, ScanResult, Surplus } from './match.js';
import { merged, withoutOverlaps } from './overlaps.js';
import type { Rule } from './rule.js';
import { rulesVersion } from './rules-version.js';
import { trialOf, type Trial } from './trial.js';

/** Half of what V8 lets a string hold, and far above any file that GitHub takes (100 MiB). */
export const MAX_INPUT_BYTES = 256 * 1024 * 1024;

/** Matches of one rule that one scan locates; the rest is counted as surplus. A dump of credentials is found either way. */
export const MAX_MATCHES_PER_RULE = 1000;

const NOTHING: ScanResult = { matches: [], allowed: [], surplus: [], unseen: [], trials: 0, decoded: 0 };

/** What a scan found before overlaps and allowances are settled. */
interface Raw {
  readonly matches: readonly Match[];
  readonly marks: readonly number[];
  readonly surplus: readonly Surplus[];
  readonly trials: number;
}

/**
 * Builds an engine from rules.
 * @throws Error naming every problem of every rule: a rule error stops the start, not a scan.
 */
export function createEngine(rules: readonly Rule[]): Engine {
  const problems = problemsOf(rules);
  if (problems.length > 0) throw new Error(`The secret rules are broken:\n${problems.join('\n')}`);

  const keywords = [...new Set([ALLOW, ...rules.flatMap((rule) => rule.keywords)])];
  const automaton = keywordAutomaton(keywords);
  const trials = keywords.map((keyword) =>
    rules.filter((rule) => rule.keywords.includes(keyword)).map((rule) => trialOf(rule, keyword)),
  );
  const hits = newHits();

  /** One byte per UTF-16 unit, so that offsets stay what they are; wider units are cut, which can only add trials that fail. */
  function collect(text: string, path: string | undefined, limit: number): Raw {
    hits.count = 0;
    automaton.find(Buffer.from(text, 'latin1'), text.length, hits);
    return tryHits(text, path, limit);
  }

  /** Runs the rules of every keyword that the last pass has hit; its offsets must be those of `text`. */
  function tryHits(text: string, path: string | undefined, limit: number): Raw {
    const matches: Match[] = [];
    const marks: number[] = [];
    const tallies = new Map<Rule, { count: number; start: number; end: number }>();
    let tried = 0;
    for (let index = 0; index < hits.count; index += 1) {
      const end = (hits.ends[index] as number) + 1;
      for (const id of automaton.outputs[hits.outputs[index] as number] ?? []) {
        const at = end - (keywords[id] as string).length;
        if (id === 0) marks.push(at);
        for (const trial of trials[id] as readonly Trial[]) {
          tried += 1;
          const match = trial(text, at, path);
          if (match === null) continue;
          const tally = tallies.get(match.rule);
          if (tally?.start === match.start && tally.end === match.end) continue;
          const count = (tally?.count ?? 0) + 1;
          tallies.set(match.rule, { count, start: match.start, end: match.end });
          if (count <= limit) matches.push(match);
        }
      }
    }
    const surplus = [...tallies]
      .filter(([, { count }]) => count > limit)
      .map(([rule, { count }]) => ({ ruleId: rule.id, count: count - limit }));
    return { matches, marks, surplus, trials: tried };
  }

  function settle(text: string, { matches, marks, surplus, trials: tried }: Raw): ScanResult {
    if (matches.length === 0) return { ...NOTHING, surplus, trials: tried };
    return {
      ...splitAllowed(text, withoutOverlaps(matches), marks, merged(matches)),
      surplus,
      unseen: [],
      trials: tried,
      decoded: 0,
    };
  }

  /** Leaves the hits for `tryHits`. */
  function hasKeyword(bytes: Uint8Array): boolean {
    hits.count = 0;
    automaton.find(bytes, bytes.byteLength, hits);
    return hits.count > 0;
  }

  const scanText = (text: string, { path }: ScanOptions = {}): ScanResult =>
    settle(text, collect(text, path, MAX_MATCHES_PER_RULE));

  return {
    rules,
    version: rulesVersion(rules),
    scanText,
    scanBytes: (bytes, options = {}) => {
      if (bytes.byteLength > MAX_INPUT_BYTES) {
        throw new RangeError(`A scan takes at most ${MAX_INPUT_BYTES} bytes at a time, not ${bytes.byteLength}`);
      }
      // Every keyword is ASCII, so bytes without one need no decoding: that is most files.
      if (!isUtf16(bytes) && !hasKeyword(bytes)) return NOTHING;
      const { text, byteForByte, offsetsOf } = decode(bytes);
      if (byteForByte) return settle(text, tryHits(text, options.path, MAX_MATCHES_PER_RULE));
      return moved(scanText(text, options), offsetsOf);
    },
    sensitiveSpans: (text) => merged(collect(text, undefined, Number.POSITIVE_INFINITY).matches),
  };
}

function moved({ matches, allowed, ...rest }: ScanResult, offsetsOf: Decoded['offsetsOf']): ScanResult {
  const offsetOf = offsetsOf([...matches, ...allowed]);
  const move = <M extends Match>(match: M): M => ({ ...match, start: offsetOf(match.start), end: offsetOf(match.end) });
  return { matches: matches.map(move), allowed: allowed.map(move), ...rest };
}
