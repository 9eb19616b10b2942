/** Stands in for graphile-worker, whose time is the database's: which lines of the job table are due at a time of the caller's. */
import { sql } from 'kysely';
import type { Db } from '../../src/infra/db/database.js';

export interface DueSubjects {
  /** Those that have waited longest first. */
  readonly due: readonly string[];
  /** When the next one is due; null when nothing else waits. */
  readonly nextAt: Date | null;
}

/** @param busy subjects that have their turn already */
export async function dueSubjects(db: Db, now: Date, busy: readonly string[] = []): Promise<DueSubjects> {
  const { rows } = await sql<{ subject: string; run_at: Date }>`
    select subject, run_at from (
      select distinct on (subject) subject, run_at, id from job
      where state = 'pending' and not subject = any(${busy}::text[])
      order by subject, (started_at is null and run_at > ${now}), started_at is null, id
    ) as head order by run_at`.execute(db);
  return {
    due: rows.filter(({ run_at }) => run_at <= now).map(({ subject }) => subject),
    nextAt: rows.find(({ run_at }) => run_at > now)?.run_at ?? null,
  };
}
