/** Looks at one file: what is found in it, why it was not seen whole, and what its findings were known by under the key before. */
import { addedLinesOfPatch } from '../domain/scanner/diff-reader.js';
import type { Finding } from '../domain/scanner/finding.js';
import { scanAdded } from '../domain/scanner/scan-added.js';
import { type FileScan, scanFile } from '../domain/scanner/scan-file.js';
import type { Renamed } from '../infra/db/rename-findings.js';
import type { Content } from '../infra/github/changes/change.js';
import type { Context } from './context.js';

export type Eyes = Pick<Context, 'engine' | 'fingerprintKey' | 'previousFingerprintKey'>;

export interface Looked {
  readonly findings: readonly Finding[];
  /** Why the file was not seen whole. */
  readonly missed: readonly string[];
  /** Empty unless the key of the fingerprints is being changed. */
  readonly renamed: readonly Renamed[];
}

const NOTHING: Looked = { findings: [], missed: [], renamed: [] };

export function look(path: string, content: Content, eyes: Eyes): Looked {
  const { fingerprintKey, previousFingerprintKey } = eyes;
  const now = lookWith(path, content, eyes, fingerprintKey);
  if (previousFingerprintKey === null || now.findings.length === 0) return { ...now, renamed: [] };
  // The same findings in the same order: only what they are known by differs. Files with findings are few.
  const before = lookWith(path, content, eyes, previousFingerprintKey).findings;
  const renamed = now.findings.flatMap(({ fingerprint: to }, at) => {
    const from = before[at]?.fingerprint;
    return from === undefined ? [] : [{ from, to }];
  });
  return { ...now, renamed };
}

function lookWith(path: string, content: Content, { engine }: Eyes, key: Uint8Array): Omit<Looked, 'renamed'> {
  switch (content.kind) {
    case 'patch': {
      const { added, unread } = addedLinesOfPatch(content.text, path);
      const scan = scanAdded(engine, added, key);
      return {
        findings: scan.findings,
        missed: [...unread.map(({ reason }) => `its diff is ${reason}`), ...missedBy(scan)],
      };
    }
    case 'bytes': {
      const scan = scanFile(engine, content.bytes, key, path);
      return { findings: scan.findings, missed: missedBy(scan) };
    }
    case 'nothing':
    case 'unseen':
      return NOTHING;
  }
}

function missedBy({ surplus, unseen }: Pick<FileScan, 'surplus' | 'unseen'>): string[] {
  return [
    ...surplus.map(({ ruleId, count }) => `${count} more of ${ruleId} than are listed`),
    ...unseen.map(({ line, endLine, reason }) => `${reason} (lines ${line} to ${endLine})`),
  ];
}
