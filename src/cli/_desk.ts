/** Reaches what the App has on record: through the App that runs on the embedded database, else by opening the database. */
import { z } from 'zod';
import { readStorage } from '../config.js';
import { systemClock } from '../core/clock.js';
import { errorCode } from '../core/error-code.js';
import { UserError } from '../core/user-error.js';
import { createDesk, type Desk, type Holdings, type Overview } from '../infra/queue/desk.js';
import { type Admin, readAdminFile } from '../web/admin/admin-file.js';
import { INVENTORY_PATH, JOBS_PATH, REARM_PATH } from '../web/admin/admin.js';
import type { Io } from './_contract.js';

/** What subcommands need of it. */
export type CliDesk = Pick<Desk, 'overview' | 'rearm' | 'holdings'>;

const ANSWER_MS = 30_000;

/** What PostgreSQL says where a table or a column is not there: only the App makes them. */
const OTHER_TABLES: ReadonlySet<string> = new Set(['42P01', '42703']);

const rearmed = z.object({ rearmed: z.number() });

/** @throws UserError when an App has the database and does not let us ask, or none has used it yet; StartError when the database cannot be opened. */
export async function withDesk<T>(io: Io, work: (desk: CliDesk) => Promise<T>): Promise<T> {
  const { databaseUrl, dataFolder } = readStorage(io.env, io.cwd);
  const admin = databaseUrl === undefined ? await readAdminFile(dataFolder) : null;
  if (admin !== null && (await answers(admin))) return work(deskOf(admin));
  const { connectDatabase } = await import('../infra/db/open.js');
  const db = await connectDatabase(databaseUrl === undefined ? { dataFolder } : { url: databaseUrl });
  try {
    return await work(createDesk(db, systemClock));
  } catch (error) {
    if (!OTHER_TABLES.has(errorCode(error) ?? '')) throw error;
    throw new UserError(
      'No App of this version has used this database yet. Start the App once, or name the right one.',
    );
  } finally {
    await db.close();
  }
}

/** False when nobody listens there: the App that wrote the file has ended without taking it away. */
async function answers({ url }: Admin): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(ANSWER_MS) })).ok;
  } catch {
    // Nobody there; then the folder's own lock says whether it is free.
    return false;
  }
}

function deskOf({ url, token }: Admin): CliDesk {
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(ANSWER_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return response.json();
    throw new UserError(`The App at ${url} answered ${response.status}. Run this on its machine, as its user.`);
  };
  return {
    // Of the same version as we are: it comes with this package.
    overview: async () => (await ask(JOBS_PATH)) as Overview,
    holdings: async ({ name, ecosystem }) => {
      const query = new URLSearchParams({ name, ...(ecosystem === null ? {} : { ecosystem }) });
      return (await ask(`${INVENTORY_PATH}?${query}`)) as Holdings;
    },
    rearm: async (ids) => rearmed.parse(await ask(REARM_PATH, ids === undefined ? {} : { ids })).rearmed,
  };
}
