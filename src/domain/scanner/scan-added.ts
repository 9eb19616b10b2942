/** Scans the lines that a change added; adjacent ones together, for key blocks and key files. */
import type { AddedLine } from './diff.js';
import { type Finding, findingsOf } from './finding.js';
import type { AllowedMatch, Engine, ScanResult, Surplus } from './match.js';

export interface AddedFinding extends Finding {
  readonly path: string;
  /** The commit that added the line, where the diff named it. */
  readonly commit: string | undefined;
}

export interface AddedScan {
  /** `line`, `endLine` and `column` are those of the file; `start` and `end` are offsets in the block of adjacent lines. */
  readonly findings: readonly AddedFinding[];
  readonly allowed: readonly (AddedFinding & Pick<AllowedMatch, 'reason'>)[];
  /** Located nowhere, so a scan with any of it is not complete. */
  readonly surplus: readonly Surplus[];
}

/** Lines of one file that follow each other. */
interface Block {
  readonly path: string;
  readonly commit: string | undefined;
  readonly line: number;
  readonly text: string;
}

/**
 * Scans added lines in the order in which a diff gives them.
 * @param key for the fingerprints, 16 bytes or more.
 */
export function scanAdded(engine: Engine, lines: Iterable<AddedLine>, key: Uint8Array): AddedScan {
  const findings: AddedFinding[] = [];
  const allowed: (AddedFinding & Pick<AllowedMatch, 'reason'>)[] = [];
  const surplus = new Map<string, number>();
  for (const block of blocksOf(lines)) {
    const result = engine.scanText(block.text, { path: block.path });
    findings.push(...placed(block, result.matches, key));
    placed(block, result.allowed, key).forEach((finding, index) => {
      allowed.push({ ...finding, reason: result.allowed[index]?.reason ?? '' });
    });
    for (const { ruleId, count } of result.surplus) surplus.set(ruleId, (surplus.get(ruleId) ?? 0) + count);
  }
  return { findings, allowed, surplus: [...surplus].map(([ruleId, count]) => ({ ruleId, count })) };
}

function placed(block: Block, matches: ScanResult['matches'], key: Uint8Array): AddedFinding[] {
  return findingsOf(block.text, matches, key, block.path).map((finding) => ({
    ...finding,
    path: block.path,
    commit: block.commit,
    line: finding.line + block.line - 1,
    endLine: finding.endLine + block.line - 1,
  }));
}

function* blocksOf(lines: Iterable<AddedLine>): Generator<Block> {
  let first: AddedLine | undefined;
  let texts: string[] = [];
  const block = (start: AddedLine): Block => ({
    path: start.path,
    commit: start.commit,
    line: start.line,
    text: texts.join('\n'),
  });
  for (const line of lines) {
    const follows =
      first !== undefined &&
      line.path === first.path &&
      line.commit === first.commit &&
      line.line === first.line + texts.length;
    if (!follows) {
      if (first !== undefined) yield block(first);
      first = line;
      texts = [];
    }
    texts.push(line.text);
  }
  if (first !== undefined) yield block(first);
}
