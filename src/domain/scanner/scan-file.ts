/** Scans a whole file, in the shape in which added lines are scanned. */
import { isUtf16, utf16 } from './decode.js';
import { type Finding, findingsOf } from './finding.js';
import { inputScan } from './input-scan.js';
import { lineIndex } from './line-index.js';
import type { AllowedMatch, Engine, Surplus, Unseen } from './match.js';
import { piecesOf } from './piece.js';

/** A value that its line allows, with the reason that stands there. */
export type AllowedFinding<F extends Finding = Finding> = F & Pick<AllowedMatch, 'reason'>;

/** Lines that no rule has looked at, and why. */
export interface UnseenLines {
  /** One-based. */
  readonly line: number;
  readonly endLine: number;
  readonly reason: string;
}

export interface FileScan<F extends Finding = Finding> {
  readonly findings: readonly F[];
  readonly allowed: readonly AllowedFinding<F>[];
  /** Counted but located nowhere, so a scan with any of it is not complete. */
  readonly surplus: readonly Surplus[];
  /** A scan with any of it is not complete either. */
  readonly unseen: readonly UnseenLines[];
}

/** Nothing to say of a file. */
export const CLEAN: FileScan = { findings: [], allowed: [], surplus: [], unseen: [] };

/**
 * Scans text, or the bytes of a blob, whatever their encoding. Offsets of findings are UTF-16 units of the text.
 * @param key for the fingerprints, 16 bytes or more.
 * @throws RangeError for a short key.
 */
export function scanFile(engine: Engine, content: string | Uint8Array, key: Uint8Array, path?: string): FileScan {
  if (typeof content === 'string') return scanString(engine, content, key, path);
  if (isUtf16(content)) return scanString(engine, utf16(content), key, path);
  const scan = inputScan(engine, key, path, content);
  for (const piece of piecesOf(content)) scan.add(piece, piece.base + piece.to === content.length);
  return scan.end();
}

function scanString(engine: Engine, text: string, key: Uint8Array, path: string | undefined): FileScan {
  const { matches, allowed, surplus, unseen } = engine.scanText(text, path === undefined ? {} : { path });
  return {
    findings: findingsOf(text, matches, key, path),
    allowed: findingsOf(text, allowed, key, path).map((finding, index) => ({
      ...finding,
      reason: allowed[index]?.reason ?? '',
    })),
    surplus,
    unseen: linesOf(text, unseen),
  };
}

function linesOf(text: string, unseen: readonly Unseen[]): UnseenLines[] {
  if (unseen.length === 0) return [];
  const lines = lineIndex(text);
  return unseen.map(({ start, end, reason }) => ({
    line: lines.positionOf(start).line,
    endLine: lines.positionOf(Math.max(start, end - 1)).line,
    reason,
  }));
}
