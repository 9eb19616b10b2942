/** Scans one piece of an input: the keywords that begin in it, and the encoded texts that begin in it. */
import { addMatch, addUnseen, type Collector } from './collector.js';
import { contextBefore, decodeFrom, MAX_DECODED } from './encoded/decoding.js';
import { escapedSpan } from './encoded/spot-escapes.js';
import { isBase64Text, isShortBase64, MANIFEST_AFTER, MANIFEST_BEFORE, manifestEntries } from './encoded/spot-named.js';
import { MAX_RUN, spotRuns } from './encoded/spot-runs.js';
import { spotWide } from './encoded/spot-wide.js';
import type { FileTrial } from './file-trial.js';
import { newHits } from './keyword-automaton.js';
import type { Keyword, Keywords } from './keywords.js';
import type { Encoding } from './match.js';
import type { Piece } from './piece.js';
import { NEAR_REACH } from './reach.js';
import type { NamedValue, Span } from './rule.js';
import type { Trial } from './trial.js';
import { bytesOf, latin1 } from './utf8.js';
import { continuesWord } from './word-start.js';
import type { Window } from './view.js';

/** Text that stands encoded in a piece. */
interface EncodedText extends Span {
  readonly encoding: Encoding;
  /** What begins from here on is looked at with the next part of the same text. */
  readonly own: number;
  /** The name that all of the decoded text is given to, whatever characters are in it. */
  readonly name?: string;
}

export type PieceScanner = (piece: Piece, collector: Collector, path: string | undefined) => void;

export function pieceScanner({ automaton, list, longest }: Keywords, tryFile: FileTrial): PieceScanner {
  const outputs = automaton.outputs.map((ids) => ids.flatMap((id) => list[id] ?? []));
  const hits = newHits();
  const inner = newHits();

  return (piece, collector, path) => {
    const { bytes, base, from, to, knownTo = 0 } = piece;
    const decode = (text: EncodedText): void => scanEncoded(piece, text, collector, path);
    if (piece.beginsFile === true) tryFile(bytes, collector, path);
    hits.count = 0;
    automaton.find(bytes, from, Math.min(bytes.length, to + longest - 1), hits);
    for (let index = 0; index < hits.count; index += 1) {
      for (const keyword of outputs[hits.outputs[index] as number] as readonly Keyword[]) {
        const at = (hits.ends[index] as number) + 1 - keyword.word.length;
        if (at >= to) continue;
        if (keyword.trials.length > 0 && at + keyword.reach > knownTo)
          tryKeyword(piece, keyword, at, collector, path, decode);
        if (keyword.marksAllowance) collector.marks.push(base + at);
        else if (keyword.escapes !== undefined) lookAtEscape(piece, at, keyword.escapes, collector, decode);
        else if (keyword.isManifest) lookAtManifest(piece, at, collector, decode);
      }
    }
    spotRuns(bytes, piece, collector, ({ encoding, start, end, own, behind }) => {
      if (behind < MAX_RUN) decode({ encoding, start, end, own });
      else addUnseen(collector, base + start, base + own, 'encoded text that is too long to decode');
    });
    if (collector.wideTo < base + to) {
      const wideFrom = Math.max(from, collector.wideTo - base);
      collector.wideTo = base + spotWide(bytes, wideFrom, to, (chunk) => decode({ encoding: 'utf-16', ...chunk }));
    }
  };

  /** Looks at the decoded text in the place of the encoded one, so that names before it still say what it is. */
  function scanEncoded(piece: Piece, text: EncodedText, collector: Collector, path: string | undefined): void {
    const { view, base } = piece;
    const { encoding, start, end } = text;
    if (collector.decoded + end - start > MAX_DECODED) {
      addUnseen(collector, base + start, base + text.own, 'more encoded text than is decoded');
      return;
    }
    collector.decoded += end - start;
    const source = view.read(start, end);
    const decoded = decodeFrom(encoding, source.text);
    const [before, after] = text.name === undefined ? besides(piece, text) : [`${text.name}: "`, '"'];
    const whole = before + decoded.text + after;
    const placed = bytesOf(whole);
    inner.count = 0;
    automaton.find(placed, 0, placed.length, inner);
    for (let index = 0; index < inner.count; index += 1) {
      for (const keyword of outputs[inner.outputs[index] as number] as readonly Keyword[]) {
        const at = (inner.ends[index] as number) + 1 - keyword.word.length;
        const unit = Math.max(0, at - before.length);
        if (start + source.byteAt(decoded.spanOf(unit, unit).start) >= text.own) continue;
        const continues = continuesWord(placed, at);
        for (const trial of keyword.trials) {
          if ((continues && !trial.anywhere) || !trial.opensAt(placed, at)) continue;
          collector.trials += 1;
          const match = trial.run(whole, at, path);
          if (match === null) continue;
          const [first, last] = [match.start - before.length, match.end - before.length];
          if (first < 0 || last > decoded.text.length) continue;
          const span = decoded.spanOf(first, last);
          const raw = source.text.slice(span.start, span.end);
          const value = whole.slice(match.start, match.end);
          const offset = decodeFrom(encoding, raw).text.indexOf(value);
          // A value that begins within an escape cannot be told from its characters.
          if (raw !== value && offset === -1) continue;
          addMatch(collector, {
            ...match,
            start: base + start + source.byteAt(span.start),
            end: base + start + source.byteAt(span.end),
            ...(raw === value ? {} : { encoded: { encoding, start: offset, end: offset + value.length } }),
          });
        }
      }
    }
  }
}

/** Most hits end here, by a few bytes. */
function tryKeyword(
  piece: Piece,
  { trials, reach }: Keyword,
  at: number,
  collector: Collector,
  path: string | undefined,
  decode: Decode,
): void {
  const { bytes } = piece;
  for (const trial of trials) {
    if ((!trial.anywhere && continuesWord(bytes, at)) || !trial.opensAt(bytes, at)) continue;
    collector.trials += 1;
    if (reach > NEAR_REACH) collector.farTrials += 1;
    runTrial(piece, trial, piece.view.around(at, reach), at, collector, path, decode);
  }
}

function runTrial(
  { base }: Piece,
  trial: Trial,
  window: Window,
  at: number,
  collector: Collector,
  path: string | undefined,
  decode: Decode,
): void {
  const { text, start, unitAt, byteAt } = window;
  const match = trial.run(text, unitAt(at - start), path, (value) => lookAtValue(window, value, decode));
  if (match === null) return;
  const origin = base + start;
  addMatch(collector, { ...match, start: origin + byteAt(match.start), end: origin + byteAt(match.end) });
}

type Decode = (text: EncodedText) => void;

function lookAtValue({ text, start, byteAt }: Window, value: NamedValue, decode: Decode): void {
  if (!isShortBase64(text, value)) return;
  const end = start + byteAt(value.end);
  decode({ encoding: 'base64', start: start + byteAt(value.start), end, own: end, name: value.name });
}

/** What stands before an encoded text on its line, and the signs behind it. */
function besides({ bytes, view }: Piece, { start, end }: Span): [string, string] {
  return [view.read(contextBefore(bytes, start), start).text, view.read(end, Math.min(bytes.length, end + 2)).text];
}

/** An escaped text is looked at once, at its first escape. */
function lookAtEscape(
  { bytes, base }: Piece,
  at: number,
  encoding: Encoding,
  collector: Collector,
  decode: Decode,
): void {
  if (base + at < collector.escapedTo) return;
  const { start, end } = escapedSpan(bytes, at, encoding);
  collector.escapedTo = base + end;
  decode({ encoding, start, end, own: end });
}

/** A name within a Secret is a secret's, whatever it is: its entries are looked at as if it said so. */
function lookAtManifest({ bytes, base }: Piece, at: number, collector: Collector, decode: Decode): void {
  if (base + at < collector.manifestTo) return;
  collector.manifestTo = base + at + MANIFEST_AFTER;
  const from = Math.max(0, at - MANIFEST_BEFORE);
  const around = latin1(bytes, from, Math.min(bytes.length, at + MANIFEST_AFTER));
  for (const { name, start, end } of manifestEntries(around)) {
    if (!isBase64Text(around.slice(start, end))) continue;
    decode({ encoding: 'base64', start: from + start, end: from + end, own: from + end, name: `secret_${name}` });
  }
}
