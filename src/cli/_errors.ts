/** How an error reads on a terminal: one sentence and the way out; the chain of causes only when asked for. */
import { StartError } from '../core/start-error.js';
import { UserError } from '../core/user-error.js';
import type { Io } from './_contract.js';
import { styleFor } from './_style.js';

/** An error of our own making explains itself; any other one is a defect, and says so. */
export function reportError(error: unknown, io: Io, { verbose }: { readonly verbose: boolean }): void {
  const style = styleFor(io);
  const message =
    error instanceof UserError || error instanceof StartError
      ? error.message
      : `Something went wrong that Seaworthy did not expect: ${firstLine(error)}\nThis is a defect of ours. Run it again with --verbose and report what it prints.`;
  io.stderr.write(`${style.red('error')} ${message}\n`);
  if (verbose) for (const line of chain(error)) io.stderr.write(`${style.dim(line)}\n`);
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

/** Longest chain printed: causes may form a circle. */
const CHAIN_LIMIT = 10;

function chain(error: unknown): string[] {
  const lines: string[] = [];
  let current = error;
  for (let depth = 0; depth < CHAIN_LIMIT && current !== undefined; depth += 1) {
    const text = current instanceof Error ? (current.stack ?? current.message) : String(current);
    lines.push(depth === 0 ? text : `Caused by: ${text}`);
    current = current instanceof Error ? current.cause : undefined;
  }
  return lines;
}
