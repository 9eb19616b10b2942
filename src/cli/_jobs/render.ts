/** The overview of jobs as a person reads it on a terminal. */
import type { Overview } from '../../infra/queue/desk.js';

const MINUTE = 60_000;

/** Errors are of one line; more of it than this is for `--json`. */
const ERROR_WIDTH = 90;

export function renderOverview({ jobs, parked, sweep, rounds }: Overview, now: Date): string {
  const { pending, running } = jobs;
  const lines = [`${jobs.parked} parked, ${pending} waiting, ${running} running`];
  if (parked.length > 0) lines.push('', ...table(parked, now));
  if (jobs.parked > parked.length) lines.push(`… and ${jobs.parked - parked.length} more`);
  if (parked.some(({ canRearm }) => !canRearm)) {
    lines.push('', '* comes back by itself, or with its webhook when GitHub sends that again');
  }
  lines.push('');
  if (sweep === null) lines.push('Lost webhooks: not looked for yet');
  else {
    const state =
      sweep.endedAt === null ? `being looked for, ${sweep.looked} seen` : `looked for ${ago(sweep.endedAt, now)}`;
    lines.push(`Lost webhooks: ${state}; ${sweep.waiting} to be tried again, ${sweep.givenUp} given up`);
  }
  for (const { account, endedAt, looked, repositories, repairs } of rounds) {
    const state = endedAt === null ? 'under way' : `in line since ${ago(endedAt, now)}`;
    lines.push(`Reconciler, ${account}: ${looked} of ${repositories} repositories, ${repairs} repairs, ${state}`);
  }
  return `${lines.join('\n')}\n`;
}

function table(parked: Overview['parked'], now: Date): string[] {
  const rows = parked.map(({ id, handler, repository, error, parkedAt, canRearm }) => [
    `${id}${canRearm ? '' : '*'}`,
    handler,
    repository ?? '-',
    ago(parkedAt, now),
    printable(error ?? ''),
  ]);
  const all = [['id', 'what', 'repository', 'parked', 'last error'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** What an error says must not move the cursor. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ').slice(0, ERROR_WIDTH);
}

function ago(at: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / MINUTE));
  if (minutes < 60) return `${minutes} min ago`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h ago` : `${Math.floor(minutes / 60 / 24)} days ago`;
}
