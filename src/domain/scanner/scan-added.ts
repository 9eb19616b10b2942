/** Scans the lines that a change added; adjacent ones together, for key blocks and key files. */
import type { AddedLine } from './diff.js';
import type { Finding } from './finding.js';
import type { Engine } from './match.js';
import { type AllowedFinding, type FileScan, scanFile, type UnseenLines } from './scan-file.js';

export interface AddedFinding extends Finding {
  readonly path: string;
  /** The commit that added the line, where the diff named it. */
  readonly commit: string | undefined;
}

/** `line`, `endLine` and `column` are those of the file; `start` and `end` are offsets in the block of adjacent lines. */
export interface AddedScan extends FileScan<AddedFinding> {
  readonly unseen: readonly (UnseenLines & { readonly path: string })[];
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
  const allowed: AllowedFinding<AddedFinding>[] = [];
  const surplus = new Map<string, number>();
  const unseen: AddedScan['unseen'][number][] = [];
  for (const block of blocksOf(lines)) {
    const scan = scanFile(engine, block.text, key, block.path);
    findings.push(...scan.findings.map((finding) => placed(block, finding)));
    allowed.push(...scan.allowed.map((finding) => placed(block, finding)));
    unseen.push(...scan.unseen.map((lines) => ({ ...inFile(block, lines), path: block.path })));
    for (const { ruleId, count } of scan.surplus) surplus.set(ruleId, (surplus.get(ruleId) ?? 0) + count);
  }
  return { findings, allowed, surplus: [...surplus].map(([ruleId, count]) => ({ ruleId, count })), unseen };
}

/** The finding with the lines of the file instead of the block's. */
function placed<F extends Finding>(block: Block, finding: F): F & AddedFinding {
  return { ...inFile(block, finding), path: block.path, commit: block.commit };
}

function inFile<L extends Pick<UnseenLines, 'line' | 'endLine'>>({ line: first }: Block, lines: L): L {
  return { ...lines, line: lines.line + first - 1, endLine: lines.endLine + first - 1 };
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
