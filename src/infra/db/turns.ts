/**
 * Turns: what graphile-worker schedules for us. A turn is "look whether this subject has work that is due"; which job that
 * is, `jobs.ts` decides. Every new, retried or recovered job brings a turn of its own, in the same transaction, so no
 * wake-up can be lost; a turn that finds nothing costs two statements.
 */
import { sql } from 'kysely';
import type { Db } from './database.js';

/** The name of the task. */
export const TURN = 'turn';

export interface Turn {
  readonly subject: string;
  readonly inMs: number;
}

/** Delays rather than times: our clock and the database's need not agree. */
export async function scheduleTurns(db: Db, turns: readonly Turn[]): Promise<void> {
  const distinct = [...new Map(turns.map((turn) => [`${turn.inMs} ${turn.subject}`, turn])).values()];
  if (distinct.length === 0) return;
  const subjects = distinct.map((turn) => turn.subject);
  const seconds = distinct.map((turn) => Math.max(0, turn.inMs) / 1000);
  await sql`
    select count(*) from graphile_worker.add_jobs(array(
      select row(${TURN}::text, json_build_object('subject', turn.subject), null, now() + make_interval(secs => turn.seconds),
        null, null, null, null)::graphile_worker.job_spec
      from unnest(${subjects}::text[], ${seconds}::float8[]) as turn (subject, seconds)
    ))`.execute(db);
}

/** Who holds turns right now: names of worker pools, dead ones included. */
export async function turnHolders(db: Db): Promise<string[]> {
  const { rows } = await sql<{ locked_by: string }>`
    select distinct locked_by from graphile_worker.jobs where locked_by is not null`.execute(db);
  return rows.map((row) => row.locked_by);
}

/** Gives back at once what dead pools hold; graphile-worker itself would wait for four hours. */
export async function releaseTurns(db: Db, pools: readonly string[]): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(${pools}::text[])`.execute(db);
}
