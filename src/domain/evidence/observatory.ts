/** The HTTP Observatory's scan: of its API (version 2), or of its command line. @see https://developer.mozilla.org/observatory */
import { z } from 'zod';
import { dateOf } from './_shape.js';
import type { Report } from './report.js';

const scan = z.object({
  grade: z.string().nullable(),
  score: z.number().nullable(),
  error: z.string().nullish(),
  scanned_at: z.string().optional(),
  scannedAt: z.string().optional(),
  details_url: z.string().optional(),
});

const shape = z.union([
  z.object({ scan: scan.and(z.object({ algorithmVersion: z.number() })) }).transform((told) => told.scan),
  scan.and(z.object({ algorithm_version: z.number() })),
]);

export function readObservatory(json: unknown): Report | null {
  const read = shape.safeParse(json);
  if (!read.success) return null;
  const { grade, score, error, scanned_at, scannedAt, details_url } = read.data;
  const host =
    details_url !== undefined && URL.canParse(details_url) ? new URL(details_url).searchParams.get('host') : null;
  const common = { kind: 'HTTP Observatory', about: host, at: dateOf(scanned_at ?? scannedAt) } as const;
  if (error != null || grade === null) return { ...common, isGood: false, because: 'the scan did not come to an end' };
  return {
    ...common,
    isGood: grade === 'A+',
    because: `the Observatory gives ${grade}${score === null ? '' : ` (${score})`}`,
  };
}
