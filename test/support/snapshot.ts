/** Puts database and sandbox back to where they were: cheaper than making a repository and onboarding it for every round. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../src/infra/db/database.js';
import type { LocalGitHub } from '../../src/sandbox/local-github.js';

export type Restore = () => Promise<void>;

/** Tokens in use go on: the App has them in its memory. Ids go on as well. */
const KEPT_AS_IT_IS = new Set(['accessTokens']);

/** Rows of all tables. As a replica the session skips triggers, with which the journal refuses to be emptied. */
export async function snapshotOfTables(db: Database): Promise<Restore> {
  const { rows } = await sql<{ name: string }>`
    select format('%I', tablename) as name from pg_tables
    where schemaname = 'public' and tablename !~ 'migration'`.execute(db.kysely);
  const each = (statement: (name: string) => string) => rows.map(({ name }) => statement(name)).join(';');
  await sql
    .raw(`create schema kept;${each((name) => `create table kept.${name} as table public.${name}`)}`)
    .execute(db.kysely);
  return () =>
    db.kysely.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await sql
        .raw(
          each(
            (name) => `delete from public.${name};
              insert into public.${name} overriding system value select * from kept.${name}`,
          ),
        )
        .execute(trx);
    });
}

/** Records and branches. Nothing may be under way when it is put back. */
export async function snapshotOfSandbox(sandbox: LocalGitHub): Promise<Restore> {
  const maps = Object.entries(sandbox.state).filter(
    (entry): entry is [string, Map<unknown, unknown>] => entry[1] instanceof Map && !KEPT_AS_IT_IS.has(entry[0]),
  );
  const kept = maps.map(([, map]) => ({
    map,
    records: new Map([...map].map(([key, one]) => [key, structuredClone(one)])),
  }));
  const folders = [...sandbox.state.repositories.values()].map(({ gitDir }) => gitDir);
  const copies = await Promise.all(
    folders.map(async (gitDir) => {
      const copy = await mkdtemp(`${gitDir}-kept-`);
      await cp(path.join(gitDir, 'refs'), copy, { recursive: true });
      return { refs: path.join(gitDir, 'refs'), copy };
    }),
  );
  return async () => {
    for (const { map, records } of kept) {
      for (const key of map.keys()) if (!records.has(key)) map.delete(key);
      for (const [key, record] of records) {
        const current = map.get(key);
        // Others hold on to the record itself.
        if (isRecord(current)) Object.assign(current, structuredClone(record));
        else map.set(key, structuredClone(record));
      }
    }
    for (const { refs, copy } of copies) {
      await rm(refs, { recursive: true });
      await cp(copy, refs, { recursive: true });
    }
    sandbox.requests.clear();
  };
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;
