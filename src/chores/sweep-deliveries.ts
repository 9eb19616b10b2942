/** Asks GitHub which webhooks it has that we have not, and gets them: GitHub itself never repeats one. */
import { lastGood, saveLastGood } from '../infra/db/chores.js';
import { inTransaction } from '../infra/db/database.js';
import { knownDeliveries } from '../infra/db/deliveries.js';
import {
  beginSweep,
  countInSweep,
  dueLost,
  endSweep,
  findSweep,
  forgetLost,
  type LostDelivery,
  noteTry,
  saveSweptPage,
  type SweepRow,
} from '../infra/db/sweeps.js';
import type { HookDelivery } from '../infra/github/app-gateway.js';
import { Gone, NotFound, RateLimited, Unprocessable } from '../infra/github/errors.js';
import { parsePayload } from '../infra/queue/accept.js';
import { RetryAt } from '../infra/queue/types.js';
import type { Chore, ChoreContext } from './_chore.js';

const MINUTE = 60_000;
const NAME = 'sweep-deliveries';

/** What github.com keeps. @see https://docs.github.com/webhooks/testing-and-troubleshooting-webhooks/redelivering-webhooks */
const KEPT_MS = 3 * 24 * 60 * MINUTE;

/** A delivery may take minutes to appear in GitHub's list, so each sweep looks back past the last one's start. */
const OVERLAP_MS = 10 * MINUTE;

/** A run ends well before the queue would end it, and goes on where it was. */
const SLICE_MS = 4 * MINUTE;

/**
 * A few are sent again, as GitHub advises: then its own list shows them delivered. Of more than that the rest is fetched, which
 * costs a fifth of GitHub's points, is ten times as fast, and works also when no webhook reaches us.
 */
const MOST_SENT_AGAIN = 100;

/** Minutes until the next try, by tries made; after the last of them it is given up. The first is a redelivery, the others fetch. */
const WAITS = [10, 60, 6 * 60];

const BATCH = 100;

const chore: Chore = {
  everyMs: 5 * MINUTE,
  async run(context) {
    const { db, clock, log } = context;
    const until = clock.now().getTime() + SLICE_MS;
    const sweep = await currentSweep(context);
    if (!sweep.is_listed) await list(sweep, until, context);
    await recover({ left: MOST_SENT_AGAIN - sweep.sent_again }, until, context);
    const now = clock.now();
    await endSweep(db, new Date(now.getTime() - KEPT_MS), now);
    await saveLastGood(db, NAME, sweep.started_at);
    const { looked, found, sent_again, taken_in, given_up } = (await findSweep(db)) ?? sweep;
    const figures = { looked, found, sentAgain: sent_again, takenIn: taken_in, givenUp: given_up };
    if (found + sent_again + taken_in + given_up > 0) log.info(figures, 'webhooks that never came in were made good');
  },
};
export default chore;

/** From where on to look: the last good sweep and some more, three days at most. */
export function sweepFrom(last: Date | null, now: Date): Date {
  const oldest = now.getTime() - KEPT_MS;
  return new Date(last === null ? oldest : Math.max(oldest, last.getTime() - OVERLAP_MS));
}

/** When the next try is due after `tries` of them; null: given up. */
export function nextTryAt(tries: number, now: Date): Date | null {
  const wait = WAITS[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * MINUTE);
}

/** The sweep that was cut off, or a new one: where we were away for days, the place in GitHub's list is not there any more. */
async function currentSweep({ db, clock }: ChoreContext): Promise<SweepRow> {
  const last = await findSweep(db);
  const now = clock.now();
  if (last?.ended_at === null && now.getTime() - last.started_at.getTime() < KEPT_MS) return last;
  await beginSweep(db, sweepFrom(await lastGood(db, NAME), now), now);
  const begun = await findSweep(db);
  if (begun === undefined) throw new Error('The sweep was not noted');
  return begun;
}

/** Reads GitHub's list, newest first, down to where the last sweep began; each page is noted before the next is asked for. */
async function list({ since, cursor }: SweepRow, until: number, context: ChoreContext): Promise<void> {
  const { app, db, clock } = context;
  for (let at: string | null = cursor, isLast = false; !isLast; ) {
    const { deliveries, next } = await app.deliveries(at);
    const recent = deliveries.filter(({ deliveredAt }) => deliveredAt >= since);
    isLast = next === null || recent.length < deliveries.length;
    const page = { looked: recent.length, lost: await unknownOf(recent, context), next: isLast ? null : next };
    await inTransaction(db, (trx) => saveSweptPage(trx, page, clock.now()));
    at = next;
    if (!isLast) giveWay(until, context);
  }
}

/** Of the events that we listen to, those that we do not have, whatever GitHub says of them: its OK may be another process's. */
async function unknownOf(deliveries: readonly HookDelivery[], { db, webhooks }: ChoreContext) {
  const wanted = deliveries.filter(({ event, action }) => webhooks.isWanted(event, action));
  const guids = wanted.map(({ guid }) => guid);
  const known = await knownDeliveries(db, guids);
  const unknown = wanted.filter(({ guid }) => !known.has(guid));
  return [...new Map(unknown.map(({ id, guid, event }) => [guid, { guid, delivery_id: id, event }])).values()];
}

interface Room {
  /** How many may still be sent again. */
  left: number;
}

/** Tries everything that is due once. */
async function recover(room: Room, until: number, context: ChoreContext): Promise<void> {
  const { db, clock } = context;
  for (;;) {
    const due = await dueLost(db, clock.now(), BATCH);
    if (due.length === 0) return;
    for (const lost of due) {
      await attempt(lost, room, context);
      giveWay(until, context);
    }
  }
}

async function attempt(lost: LostDelivery, room: Room, context: ChoreContext): Promise<void> {
  const { db, clock, log } = context;
  const { guid, event, tries } = lost;
  const next = nextTryAt(tries + 1, clock.now());
  try {
    if (tries === 0 && room.left > 0) {
      room.left -= 1;
      await context.app.redeliver(lost.delivery_id);
      await countInSweep(db, 'sent_again');
      return noteTry(db, guid, next);
    }
    await fetchOne(lost, context);
    await forgetLost(db, guid);
    await countInSweep(db, 'taken_in');
  } catch (error) {
    if (error instanceof RateLimited) throw error;
    // GitHub has it no more, or does not send it: no later try changes that, but a fetch may do what a redelivery cannot.
    const isFinal = tries > 0 && [NotFound, Gone, Unprocessable].some((kind) => error instanceof kind);
    await noteTry(db, guid, isFinal ? null : tries === 0 ? clock.now() : next);
    if (!isFinal && (tries === 0 || next !== null)) return;
    await countInSweep(db, 'given_up');
    // Only its name: the message of an error may repeat what the webhook says.
    const because = error instanceof Error ? error.name : typeof error;
    log.warn({ guid, event, tries: tries + 1, because }, 'a webhook is given up: the reconciler has to make it good');
  }
}

/** @throws whatever a handler makes of the payload. */
async function fetchOne({ delivery_id }: LostDelivery, { app, clock, webhooks }: ChoreContext): Promise<void> {
  const { guid, event, payload: told } = await app.delivery(delivery_id);
  const text = JSON.stringify(told);
  const payload = parsePayload(text);
  if (payload === null) throw new TypeError('The payload is no object');
  await webhooks.accept({ guid, event, payload, text, receivedAt: clock.now() });
}

/** @throws RetryAt when this run has lasted long enough: others wait for its worker, and what was done is noted. */
function giveWay(until: number, { clock }: ChoreContext): void {
  const now = clock.now();
  if (now.getTime() >= until) throw new RetryAt(now, { scope: 'job' });
}
