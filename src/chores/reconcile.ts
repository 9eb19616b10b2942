/** Every few hours each installation is gone through for what no webhook said; who has installed us is looked at first. */
import type { Granted } from '../core/granted.js';
import { isNothing, missingFrom, missingLines } from '../domain/readiness/missing.js';
import { walkJob } from '../flows/reconcile/walk.js';
import { lastGood, saveLastGood } from '../infra/db/chores.js';
import { activeInstallations, removeInstallation, saveInstallation } from '../infra/db/installations.js';
import type { GitHubApp } from '../infra/github/app-gateway.js';
import { Unauthorized } from '../infra/github/errors.js';
import { enqueue } from '../infra/queue/queue.js';
import type { Chore, ChoreContext } from './_chore.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NAME = 'reconcile';

const BETWEEN_ROUNDS_MS = 3 * HOUR;

const chore: Chore = {
  everyMs: 5 * MINUTE,
  async run(context) {
    const { app, db, clock, told } = context;
    const runs = Number(told.get(NAME) ?? 0) + 1;
    told.set(NAME, String(runs));
    const last = await lastGood(db, NAME);
    const isDue = last === null || clock.now().getTime() - last.getTime() >= BETWEEN_ROUNDS_MS;
    // A process may have been away for long: its first two runs are always due.
    if (runs > 2 && !isDue) return;
    tellMissing('app.yml', context.shipped, await app.identity(), context);
    // Before GitHub is asked: who installs us meanwhile is in neither list, and must not be taken for gone.
    const known = await activeInstallations(db);
    const active = new Set<number>();
    for await (const { isSuspended, ...installation } of app.installations()) {
      await saveInstallation(db, { ...installation, suspendedAt: isSuspended ? clock.now() : null });
      if (isSuspended) continue;
      active.add(installation.id);
      tellMissing(installation.account, context.needs, installation, context);
    }
    for (const { id } of known) if (!active.has(id)) await leave(id, context);
    // The sweep goes first: what it brings need not be looked for.
    if (runs === 1) return;
    await enqueue(
      db,
      clock,
      [...active].map((id) => walkJob(id)),
    );
    await saveLastGood(db, NAME, clock.now());
  },
};
export default chore;

/**
 * An installation that GitHub does not name as active: suspended ones were noted as such, others are gone. Its list is read page by
 * page, though, and while one is taken out another may slip from the next page to the one before: only a token tells.
 */
async function leave(id: number, { app, db, clock }: ChoreContext): Promise<void> {
  const stillActive = (await activeInstallations(db)).some((row) => row.id === id);
  if (stillActive && (await isGone(id, app))) await removeInstallation(db, id, clock.now());
}

async function isGone(id: number, app: GitHubApp): Promise<boolean> {
  try {
    await app.refreshToken(id);
    return false;
  } catch (error) {
    if (error instanceof Unauthorized && error.status === 404) return true;
    throw error;
  }
}

/** Says it at the start, and again when it has changed. */
function tellMissing(who: string, needs: Granted, granted: Granted, { log, told }: ChoreContext): void {
  const missing = missingFrom(needs, granted);
  const text = JSON.stringify(missing);
  if (told.get(who) === text || (isNothing(missing) && !told.has(who))) return;
  told.set(who, text);
  if (isNothing(missing)) log.info({ who }, 'nothing is missing any more of what we need');
  else
    log.warn(
      { who, missing: missingLines(missing) },
      'GitHub was asked for more than it grants: some things do not work',
    );
}
