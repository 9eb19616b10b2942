/** Reports that other tools make of a service: recognised by their shape, dated, and judged. */
import { readObservatory } from './observatory.js';
import { readSarif } from './sarif.js';
import { readScorecard } from './scorecard.js';
import { readZap } from './zap.js';

export type ReportKind = 'ZAP' | 'HTTP Observatory' | 'SARIF' | 'OpenSSF Scorecard';

export interface Report {
  readonly kind: ReportKind;
  /** What was looked at, where the report says it: an address, a repository, a tool. Text of others: escape it. */
  readonly about: string | null;
  /** When it was made; null when the report does not say. */
  readonly at: Date | null;
  /** Whether it speaks for the item. */
  readonly isGood: boolean;
  /** In one sentence without its full stop; may hold text of others. */
  readonly because: string;
}

const READERS: readonly ((json: unknown) => Report | null)[] = [readZap, readObservatory, readSarif, readScorecard];

/** Null when it is the report of none of the tools that we read. */
export function readReport(json: unknown): Report | null {
  for (const read of READERS) {
    const report = read(json);
    if (report !== null) return report;
  }
  return null;
}

/** Reports of the future come from clocks that are wrong; a day is let pass for time zones. */
const FUTURE_MS = 86_400_000;

export type Standing =
  | { readonly kind: 'holds'; readonly at: Date; readonly because: string }
  | { readonly kind: 'does-not-hold'; readonly because: string };

/** @param maxAgeDays how old evidence of the item may be */
export function judgeReport(report: Report, now: Date, maxAgeDays: number): Standing {
  const { at, isGood, because } = report;
  if (!isGood) return { kind: 'does-not-hold', because };
  if (at === null) return { kind: 'does-not-hold', because: 'the report does not say when it was made' };
  if (at.getTime() > now.getTime() + FUTURE_MS)
    return { kind: 'does-not-hold', because: `the report is dated ${day(at)}, in the future` };
  const days = Math.floor((now.getTime() - at.getTime()) / 86_400_000);
  if (days > maxAgeDays)
    return {
      kind: 'does-not-hold',
      because: `the report is of ${day(at)}: ${days} days old, and ${maxAgeDays} is the most`,
    };
  return { kind: 'holds', at, because };
}

const day = (at: Date): string => at.toISOString().slice(0, 10);
