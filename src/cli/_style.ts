/** Colour where a person reads along and has not asked for none. */
import type { Io } from './_contract.js';

export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
}

/**
 * Colours for `io`, or none: NO_COLOR set to anything, TERM=dumb, or output that is not a terminal.
 * @see https://no-color.org
 */
export function styleFor(io: Pick<Io, 'env' | 'isTTY'>): Style {
  const enabled = io.isTTY && (io.env.NO_COLOR ?? '') === '' && io.env.TERM !== 'dumb';
  const paint = (open: number, close: number) => (text: string) =>
    enabled ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { bold: paint(1, 22), dim: paint(2, 22), red: paint(31, 39), green: paint(32, 39) };
}
