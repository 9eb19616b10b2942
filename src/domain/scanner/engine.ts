/** The scanner: one pass finds the keywords, and only where one stands its rules look at the few characters around it. */
import { behindMark, noteReason, reasonFor } from './allow.js';
import { problemsOf } from './check-rules.js';
import { type Collector, newCollector, surplusOf } from './collector.js';
import { isUtf16, utf16 } from './decode.js';
import { fileTrial } from './file-trial.js';
import { keywordsOf, type PreparedKeywords } from './keywords.js';
import { lineIndex } from './line-index.js';
import type { AllowedMatch, Engine, Match, ScanResult } from './match.js';
import { merged, withoutOverlaps } from './overlaps.js';
import { piecesOf } from './piece.js';
import type { Rule, Span } from './rule.js';
import { rulesVersion } from './rules-version.js';
import { pieceScanner } from './scan-piece.js';
import { bytesOf, latin1 } from './utf8.js';
import { type View, viewOf, viewOfBytes } from './view.js';

export interface EngineOptions {
  /** False where the tests of this build have made and scanned the rules' samples, and run their expressions: see `problemsOf`. */
  readonly checkSamples?: boolean;
  /** What `prepareKeywords` made of the same rules, where a build kept it; it has checked the rules as well. */
  readonly prepared?: PreparedKeywords;
}

/**
 * Builds an engine from rules.
 * @throws Error naming every problem of every rule: a rule error stops the start, not a scan.
 */
export function createEngine(rules: readonly Rule[], { checkSamples = true, prepared }: EngineOptions = {}): Engine {
  const problems = prepared === undefined ? problemsOf(rules, checkSamples) : [];
  if (problems.length > 0) throw new Error(`The secret rules are broken:\n${problems.join('\n')}`);
  const scanPiece = pieceScanner(keywordsOf(rules, prepared), fileTrial(rules));

  function collect(text: string, path: string | undefined, limit?: number): Collector {
    const collector = newCollector(limit);
    const bytes = bytesOf(text);
    scanPiece({ bytes, view: viewOf(text), base: 0, from: 0, to: bytes.length }, collector, path);
    return collector;
  }

  return {
    rules,
    version: rulesVersion(rules),
    scanPiece,
    scanText: (text, { path } = {}) => settled(collect(text, path), viewOf(text), () => text),
    scanBytes: (bytes, { path } = {}) => {
      if (isUtf16(bytes)) {
        const text = utf16(bytes);
        return doubled(settled(collect(text, path), viewOf(text), () => text));
      }
      const collector = newCollector();
      for (const piece of piecesOf(bytes)) scanPiece(piece, collector, path);
      return settled(collector, viewOfBytes(bytes), () => latin1(bytes, 0, bytes.length));
    },
    sensitiveSpans: (text) => merged(collect(text, undefined, Number.POSITIVE_INFINITY).matches),
  };
}

/** `text` is only asked for where a value stands beside an allowance: its lines are those of the input. */
function settled(collector: Collector, view: View, text: () => string): ScanResult {
  const { matches, marks, unseen, trials, decoded } = collector;
  const rest = { surplus: surplusOf(collector), unseen, trials, decoded };
  const standing = withoutOverlaps(matches);
  if (standing.length === 0 || marks.length === 0) return { matches: standing, allowed: [], ...rest };
  const lines = lineIndex(text());
  const values = merged(matches);
  const reasons = new Map<number, string>();
  for (const mark of marks) {
    noteReason(reasons, lines.positionOf(mark).line, behindMark(view, mark, values));
  }
  const kept: Match[] = [];
  const allowed: AllowedMatch[] = [];
  for (const match of standing) {
    const line = lines.positionOf(match.start).line;
    const reason = reasonFor(reasons, { line, endLine: lines.positionOf(match.end - 1).line });
    if (reason === undefined) kept.push(match);
    else allowed.push({ ...match, reason });
  }
  return { matches: kept, allowed, ...rest };
}

function doubled({ matches, allowed, unseen, ...rest }: ScanResult): ScanResult {
  const move = <S extends Span>(span: S): S => ({ ...span, start: 2 * span.start, end: 2 * span.end });
  return { matches: matches.map(move), allowed: allowed.map(move), unseen: unseen.map(move), ...rest };
}
