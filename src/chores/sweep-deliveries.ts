/** Asks GitHub which webhooks never got through, and has those sent again: GitHub itself never repeats one. */
import { lastGood, saveLastGood } from '../infra/db/chores.js';
import { Gone, NotFound, Unprocessable } from '../infra/github/errors.js';
import type { GitHubApp, HookDelivery } from '../infra/github/app-gateway.js';
import type { Chore } from './_chore.js';

const MINUTE = 60_000;
const NAME = 'sweep-deliveries';

/** What github.com keeps. @see https://docs.github.com/webhooks/testing-and-troubleshooting-webhooks/redelivering-webhooks */
const KEPT_MS = 3 * 24 * 60 * MINUTE;

/** A delivery may take minutes to appear in GitHub's list, so each sweep looks back past the last one's start. */
const OVERLAP_MS = 10 * MINUTE;

const chore: Chore = {
  everyMs: 5 * MINUTE,
  async run({ app, db, clock, log }) {
    const started = clock.now();
    const since = sweepFrom(await lastGood(db, NAME), started);
    const seen: HookDelivery[] = [];
    for await (const delivery of app.deliveries()) {
      if (delivery.deliveredAt < since) break;
      seen.push(delivery);
    }
    const lost = neverDelivered(seen);
    const refused: string[] = [];
    for (const { id, guid } of lost) if (!(await redeliver(app, id))) refused.push(guid);
    await saveLastGood(db, NAME, started);
    const redelivered = lost.length - refused.length;
    if (lost.length > 0) log.info({ looked: seen.length, redelivered }, 'lost webhooks sent again');
    if (refused.length > 0) log.warn({ refused: refused.slice(0, 20) }, 'GitHub does not send these webhooks again');
  },
};
export default chore;

/** False when GitHub refuses this very one: the others must not be lost for it. */
async function redeliver(app: GitHubApp, id: number): Promise<boolean> {
  try {
    await app.redeliver(id);
    return true;
  } catch (error) {
    if (error instanceof NotFound || error instanceof Gone || error instanceof Unprocessable) return false;
    throw error;
  }
}

/** From where on to look: the last good sweep and some more, three days at most. */
export function sweepFrom(last: Date | null, now: Date): Date {
  const oldest = now.getTime() - KEPT_MS;
  return new Date(last === null ? oldest : Math.max(oldest, last.getTime() - OVERLAP_MS));
}

/**
 * One delivery, the newest attempt, of each guid of which no attempt was answered well.
 * @see https://docs.github.com/en/webhooks/using-webhooks/automatically-redelivering-failed-deliveries-for-a-github-app-webhook
 */
export function neverDelivered(deliveries: readonly HookDelivery[]): HookDelivery[] {
  const delivered = new Set(deliveries.filter(({ isOk }) => isOk).map(({ guid }) => guid));
  const lost = new Map<string, HookDelivery>();
  for (const delivery of deliveries) {
    if (!delivered.has(delivery.guid) && !lost.has(delivery.guid)) lost.set(delivery.guid, delivery);
  }
  return [...lost.values()].reverse();
}
