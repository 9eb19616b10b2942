/** What a group of figures is, and the statistics they share. */

/** Names are stable: people compare them over time. */
export type Report = (name: string, value: number, unit: string) => void;

/** @param part of a group that has parts: only this one */
export type Group = (report: Report, part?: string) => Promise<void>;

/** Accepts a registry entry. @throws TypeError when it is none. */
export function acceptGroup(candidate: unknown): Group {
  if (typeof candidate !== 'function') throw new TypeError('A group exports a function');
  return candidate as Group;
}

/** How big something is tried; smaller by an environment variable, to see whether it runs. @throws RangeError */
export function sizeOf(variable: string, full: number): number {
  const size = Number(process.env[variable] ?? full);
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`${variable} has to be a whole number from 1 on`);
  return size;
}

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
