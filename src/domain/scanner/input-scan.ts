/** The findings of an input that is looked at piece by piece: each value is named and placed while its piece is at hand. */
import { ALLOW, behindMark, noteReason, REASON_BYTES, reasonFor } from './allow.js';
import { newCollector, surplusOf } from './collector.js';
import { type Finding, findingOf } from './finding.js';
import type { Engine, Match, Unseen } from './match.js';
import { merged, withoutOverlaps } from './overlaps.js';
import { BEGINNING, type Counted, countTo } from './place-counter.js';
import type { AllowedFinding, FileScan, UnseenLines } from './scan-file.js';
import type { Piece } from './piece.js';

/** What a piece finds begins at most this many bytes before the piece's own, and so does a mark that has waited for it. */
const LAG = 6 * 1024;

interface Located extends Match {
  readonly finding: Finding;
}

export interface InputScan {
  /** Takes the next piece. */
  add(piece: Piece, isLast: boolean): void;
  end(): FileScan;
}

/**
 * @param whole all of the input where it is at hand: places are then counted only where something is found.
 * @throws RangeError when `key` is shorter than 16 bytes and something is found.
 */
export function inputScan(engine: Engine, key: Uint8Array, path: string | undefined, whole?: Uint8Array): InputScan {
  const collector = newCollector();
  const located: Located[] = [];
  const unseen: (UnseenLines & Unseen)[] = [];
  const reasons = new Map<number, string>();
  let counted: Counted = BEGINNING;
  /** True where a place was looked up in the piece. */
  let looked = false;

  function placesIn({ bytes, base }: Piece, offsets: readonly number[]): (at: number) => Counted {
    looked ||= offsets.length > 0;
    return whole === undefined ? placesOf(bytes, base, counted, offsets) : placesOf(whole, 0, counted, offsets);
  }

  /** Lines are counted while they are at hand; where they remain so, up to what was found and no further. */
  function countOn({ bytes, base, to }: Piece): void {
    const end = base + to - LAG;
    if (whole === undefined) counted = countTo(bytes, base, counted, end);
    else if (looked) counted = countTo(whole, 0, counted, end);
    looked = false;
  }

  function locate(piece: Piece): void {
    const { base, view } = piece;
    const matches = collector.matches.slice(located.length);
    const parts = collector.unseen.slice(Math.max(0, unseen.length - 1)).filter(({ end }) => end > counted.at);
    const places = placesIn(
      piece,
      [...matches, ...parts].flatMap(({ start, end }) => [start, end - 1, end]),
    );
    for (const match of matches) {
      const raw = view.read(match.start - base, match.end - base).text;
      const [first, last, end] = [places(match.start), places(match.end - 1), places(match.end)];
      const place = {
        line: first.line,
        column: first.unit - first.lineUnit + 1,
        endLine: last.line,
        start: first.unit,
        end: end.unit,
      };
      located.push({ ...match, finding: findingOf(match, raw, place, key, path) });
    }
    for (const part of parts) {
      const endLine = places(part.end - 1).line;
      const last = unseen.at(-1);
      // The part may be the last one, grown.
      if (last?.start === part.start) unseen[unseen.length - 1] = { ...part, line: last.line, endLine };
      else unseen.push({ ...part, line: places(part.start).line, endLine });
    }
  }

  /** A mark waits until every value is known that its reason could quote. */
  function noteMarks(piece: Piece, isLast: boolean): void {
    const { base, to, view } = piece;
    const ripe = isLast ? Infinity : base + to - LAG + ALLOW.length + REASON_BYTES;
    const count = collector.marks.findIndex((mark) => mark >= ripe);
    const marks = collector.marks.splice(0, count === -1 ? collector.marks.length : count);
    if (marks.length === 0) return;
    const places = placesIn(piece, marks);
    const values = merged(collector.matches).map(({ start, end }) => ({ start: start - base, end: end - base }));
    for (const mark of marks) noteReason(reasons, places(mark).line, behindMark(view, mark - base, values));
  }

  /** Reasons of lines that are behind us and hold no value are of no use. */
  function forgetReasons(): void {
    if (reasons.size === 0) return;
    const lines = new Set(located.flatMap(({ finding }) => [finding.line, finding.endLine]));
    for (const line of reasons.keys()) if (line < counted.line && !lines.has(line)) reasons.delete(line);
  }

  return {
    add: (piece, isLast) => {
      engine.scanPiece(piece, collector, path);
      locate(piece);
      noteMarks(piece, isLast);
      if (isLast) return;
      countOn(piece);
      forgetReasons();
    },
    end: () => {
      const findings: Finding[] = [];
      const allowed: AllowedFinding[] = [];
      for (const { finding } of withoutOverlaps(located)) {
        const reason = reasonFor(reasons, finding);
        if (reason === undefined) findings.push(finding);
        else allowed.push({ ...finding, reason });
      }
      return {
        findings,
        allowed,
        surplus: surplusOf(collector),
        unseen: unseen.map(({ line, endLine, reason }) => ({ line, endLine, reason })),
      };
    },
  };
}

/** Looks up `offsets`, all of them counted in one way through the piece; what lies before `counted` is there. */
function placesOf(
  bytes: Uint8Array,
  base: number,
  counted: Counted,
  offsets: readonly number[],
): (at: number) => Counted {
  const places = new Map<number, Counted>();
  let last = counted;
  for (const at of [...new Set(offsets)].sort((a, b) => a - b)) {
    last = countTo(bytes, base, last, at);
    places.set(at, last);
  }
  return (at) => places.get(at) ?? counted;
}
