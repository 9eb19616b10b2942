/** One scan from its first byte to its exit code: counts, reports, and shows how far it is. */
import type { Finding } from '../../domain/scanner/finding.js';
import type { Engine } from '../../domain/scanner/match.js';
import { redact } from '../../domain/scanner/redact.js';
import { CONFIDENCES, type Confidence, type Rule } from '../../domain/scanner/rule.js';
import type { FileScan } from '../../domain/scanner/scan-file.js';
import { EXIT, type ExitCode, type Io } from '../_contract.js';
import { send } from './output.js';
import { progressOn } from './progress.js';
import { type Format, type NotSeen, placeNames, type Reported, type Summary } from './report.js';

export interface Session {
  /** What came of one input. */
  take(path: string, bytes: number, scan: FileScan): Promise<void>;
  /** One finding that `take` was not told of. */
  report(finding: Finding, path: string, history?: Pick<Reported, 'commit' | 'versions'>): Promise<void>;
  /** Counts what `take` was not told of. */
  count(counts: { readonly units?: number; readonly bytes?: number; readonly allowed?: number }): void;
  unseen(part: NotSeen): void;
  note(path: string, text: string): void;
  progress(total: number | undefined): void;
  /** The summary, and what the whole comes to. */
  end(): Promise<ExitCode>;
}

export interface SessionOptions {
  readonly io: Io;
  readonly format: Format;
  readonly unit: Summary['unit'];
  /** The lowest confidence that counts. */
  readonly atLeast: Confidence;
  /** Loaded when there is something to say of a rule. */
  readonly rules: () => Promise<readonly Rule[]>;
  /** Loaded when there is a path to show: a path may hold a value, too. */
  readonly engine: () => Promise<Engine>;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
}

export function startSession(options: SessionOptions): Session {
  const { io, format, unit, atLeast, rules, engine, now = () => process.uptime() * 1000 } = options;
  const began = now();
  const progress = progressOn(io, now);
  const nameOf = placeNames();
  const unseen: NotSeen[] = [];
  const notes: Summary['notes'][number][] = [];
  const counts = { units: 0, bytes: 0, findings: 0, below: 0, allowed: 0 };
  let byId: ReadonlyMap<string, Rule> | undefined;
  const withoutValues = async (path: string): Promise<string> => redact(path, await engine());

  let opening = format.begin();
  const print = async (text: string): Promise<void> => {
    progress.clear();
    const whole = opening + text;
    opening = '';
    await send(io.stdout, whole, io.signal);
  };
  const report: Session['report'] = async (finding, whole, history = {}) => {
    if (!isAtLeast(finding.confidence, atLeast)) {
      counts.below += 1;
      return;
    }
    counts.findings += 1;
    byId ??= new Map((await rules()).map((rule) => [rule.id, rule]));
    const path = await withoutValues(whole);
    const id = nameOf(finding.ruleId, path);
    await print(format.finding({ ...finding, path, id, ...history }, byId.get(finding.ruleId)));
  };

  return {
    report,
    take: async (path, bytes, scan) => {
      counts.units += 1;
      counts.bytes += bytes;
      counts.allowed += scan.allowed.length;
      unseen.push(...unseenOf(path, scan));
      for (const finding of scan.findings) await report(finding, path);
    },
    count: ({ units = 0, bytes = 0, allowed = 0 }) => {
      counts.units += units;
      counts.bytes += bytes;
      counts.allowed += allowed;
    },
    unseen: (part) => void unseen.push(part),
    note: (path, text) => void notes.push({ path, text }),
    progress: (total) => progress.show(counts.units, total, counts.bytes),
    end: async () => {
      const summary = { ...counts, unit, milliseconds: now() - began, unseen: unseen.length, notes };
      const shown: NotSeen[] = [];
      for (const part of unseen) shown.push({ ...part, path: await withoutValues(part.path) });
      await print(format.end(summary, shown));
      if (unseen.length > 0) return EXIT.failed;
      return counts.findings > 0 ? EXIT.negative : EXIT.ok;
    },
  };
}

export function isAtLeast(confidence: Confidence, atLeast: Confidence): boolean {
  return CONFIDENCES.indexOf(confidence) >= CONFIDENCES.indexOf(atLeast);
}

/** Parts that no rule looked at, and values that were counted without their place. */
export function unseenOf(path: string, { unseen, surplus }: Pick<FileScan, 'unseen' | 'surplus'>): NotSeen[] {
  return [
    ...unseen.map((part) => ({ path, ...part })),
    ...surplus.map(({ ruleId, count }) => ({ path, reason: `${count} more findings of ${ruleId} than are listed` })),
  ];
}
