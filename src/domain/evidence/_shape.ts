/** Reading of JSON that somebody else made: nothing about it is certain. */
import { z } from 'zod';

/** A list that may be missing, of which entries of another shape are left out. */
export const lenient = <T extends z.ZodType>(entry: T) =>
  z
    .array(z.unknown())
    .default([])
    .transform((all) =>
      all.flatMap((one): z.output<T>[] => {
        const read = entry.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    );

/** Null for what is no date. */
export function dateOf(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time);
}

/** `a, b, c and 4 more` */
export function listed(names: readonly string[], most = 3): string {
  const shown = [...new Set(names)];
  const more = shown.length - most;
  return `${shown.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
