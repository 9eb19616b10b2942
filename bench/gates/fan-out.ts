/**
 * Readiness changes in a repository with 500 open pull requests, in virtual time. `FAN_OUT_PULL_REQUESTS` makes it smaller.
 *
 * Twice somebody crosses off what blocks, so that every pull request is told: first none of them was ever told anything, then every
 * run is there already. Then the round is asked for once more although nothing changed. Meanwhile somebody asks for the status every
 * 20 seconds.
 *
 * `-first-writes…`, `-writes…`, `-repeated-writes-per-pull-request`: of its checks, in each of the three; the last has to be 0, the
 * others 1. `-minutes`: virtual, from the command of the second round until all are told. `-requests-…`: of that round by kind,
 * the answers to people included; `-limit-violations` and `-requests-unknown` have to be 0, and so has `-wrong`: pull requests that
 * in the end say something else than a fresh evaluation. `-longest-wait-of-a-command`: of whoever asks for the status.
 */
import { fanOutRounds } from '../onboarding/fan-out-rounds.js';
import { type Report, sizeOf } from '../group.js';
import { withPostgres } from './_postgres.js';

export default async function fanOut(report: Report): Promise<void> {
  const count = sizeOf('FAN_OUT_PULL_REQUESTS', 500);
  const { first, second, repeated, wrong, violations, unknown, waits } = await withPostgres((db) =>
    fanOutRounds(db, count),
  );
  const figure = (name: string, value: number, unit: string) =>
    report(`fan-out-of-${count}-pull-requests-${name}`, value, unit);
  figure('first-writes-per-pull-request', first.checkWrites / count, 'requests');
  figure('writes-per-pull-request', second.checkWrites / count, 'requests');
  figure('repeated-writes-per-pull-request', repeated.checkWrites / count, 'requests');
  figure('minutes', second.minutes, 'min');
  for (const [kind, value] of Object.entries(second.requests)) figure(`requests-${kind}`, value, 'requests');
  figure('wrong', wrong, 'pull requests');
  figure('limit-violations', violations, 'times');
  figure('requests-unknown', unknown, 'requests');
  figure('longest-wait-of-a-command', Math.max(...waits) / 1000, 's');
}
