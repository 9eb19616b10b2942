/** On the day from which a gate is enforced, what stands on open heads is said again: nobody does anything that would tell us. */
import { dayOf } from '../core/clock.js';
import { type GatesPolicy, resolvePolicy } from '../domain/policy/index.js';
import { judgeHeadsJob } from '../flows/judge-heads.js';
import { writeJob } from '../flows/note-edit.js';
import { inputsOf } from '../flows/policy.js';
import { lastGood, saveLastGood } from '../infra/db/chores.js';
import { activeInstallations, activeRepositories } from '../infra/db/installations.js';
import { findPolicy } from '../infra/db/policies.js';
import { enqueue } from '../infra/queue/queue.js';
import type { Chore, ChoreContext } from './_chore.js';

const DAY = 86_400_000;
const NAME = 'begin-enforcing';

/** Repositories of one look-up. */
const PAGE = 500;

const chore: Chore = {
  everyMs: DAY / 24,
  async run({ db, clock }) {
    const now = clock.now();
    const last = await lastGood(db, NAME);
    const [from, today] = [dayOf(last ?? new Date(now.getTime() - DAY)), dayOf(now)];
    // Days begin at midnight UTC, so that most hours have nothing to do.
    if (from < today)
      for (const { id } of await activeInstallations(db)) await beginIn(id, { from, today }, { db, clock });
    await saveLastGood(db, NAME, now);
  },
};
export default chore;

interface Days {
  /** Done up to this day. */
  readonly from: string;
  readonly today: string;
}

async function beginIn(
  installationId: number,
  days: Days,
  { db, clock }: Pick<ChoreContext, 'db' | 'clock'>,
): Promise<void> {
  const organisation = (await findPolicy(db, { scope: 'organisation', id: installationId }))?.good ?? null;
  for (let after = 0; ; ) {
    const rows = await activeRepositories(db, { installationId, after, limit: PAGE });
    const begun = (await inputsOf(rows, { db })).filter(({ facts, own }) =>
      begins(resolvePolicy({ organisation, repository: own, facts }).policy.gates, days),
    );
    const jobs = begun.flatMap(({ row }) => [writeJob(row.id, installationId), judgeHeadsJob(row.id, installationId)]);
    await enqueue(db, clock, jobs);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
  }
}

function begins({ secrets, launch }: GatesPolicy, { from, today }: Days): boolean {
  return [secrets, launch].some(
    ({ enforceFrom }) => enforceFrom !== null && from < enforceFrom && enforceFrom <= today,
  );
}
