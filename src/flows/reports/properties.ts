/** Keeps grade, readiness and launch date in the organisation's custom properties, a page of repositories at a time. */
import { definitionsNeeded, type OwnValues, updatesFor, valuesOf } from '../../domain/reports/properties.js';
import { maySetProperties, mayDefineProperties } from '../../domain/reports/problems.js';
import { saveLastGood } from '../../infra/db/chores.js';
import { Forbidden, NotFound, Unprocessable } from '../../infra/github/errors.js';
import type { JobSpec } from '../../infra/queue/types.js';
import type { Context } from '../context.js';
import { propertiesChore, readReporting, type Reporting, servicesOf } from './organisation.js';

/** Which page of the organisation's repositories, and how often it was begun. */
export interface PropertiesPage {
  /** From 1 on. */
  readonly page: number;
  readonly run: number;
}

/** A page has 100 repositories, so that so many runs do even one in which no two are alike. */
const MOST_RUNS = 10;

/** Requests of a run. With the time between two it is two writes in three seconds: people's commands find room beside them. */
const AT_A_TIME = 10;
const APART = 15_000;

export function propertiesJob(installationId: number, data: PropertiesPage = { page: 1, run: 1 }): JobSpec {
  const line = `properties:${installationId}`;
  return { handler: 'sync-properties', subject: line, key: line, installationId, data };
}

export async function syncProperties(at: PropertiesPage, context: Context): Promise<void> {
  const { github, clock, db, job, log } = context;
  const reporting = await readReporting(context);
  if (reporting === null || !reporting.policy.customProperties) return;
  // Said on the System page, and nobody's job fails of it.
  if (!reporting.isOrganisation || !maySetProperties(reporting)) return;
  try {
    if (at.page === 1 && at.run === 1 && !(await define(reporting, context))) return;
    const { repositories, hasMore } = await github.properties.page(reporting.account, at.page);
    const updates = updatesFor(repositories, await wantedFor(repositories, context));
    for (const { repositories: names, values } of updates.slice(0, AT_A_TIME))
      await set(reporting.account, names, values, context);
    const isCut = updates.length > AT_A_TIME && at.run < MOST_RUNS;
    const next = isCut ? { ...at, run: at.run + 1 } : hasMore ? { page: at.page + 1, run: 1 } : null;
    if (next === null) return await saveLastGood(db, propertiesChore(job.installationId), clock.now());
    const wait = updates.length === 0 ? 0 : APART;
    await context.enqueue([
      { ...propertiesJob(job.installationId, next), runAt: new Date(clock.now().getTime() + wait) },
    ]);
  } catch (error) {
    if (!(error instanceof Forbidden) || error.reason !== 'permission') throw error;
    log.warn({ needs: error.needs }, 'custom properties are not kept: GitHub does not let us');
  }
}

/** False where a property of ours cannot be used: without all three nothing is written. */
async function define(reporting: Reporting, { github, log }: Context): Promise<boolean> {
  const { account } = reporting;
  const { missing, taken } = definitionsNeeded(await github.properties.definitions(account));
  if (taken.length > 0) {
    log.warn({ account, taken }, 'custom properties are not kept: there are others of these names, of another type');
    return false;
  }
  if (missing.length > 0 && !mayDefineProperties(reporting)) {
    log.warn(
      { account, missing: missing.map(({ name }) => name) },
      'custom properties are not kept: an owner has to define these',
    );
    return false;
  }
  try {
    for (const definition of missing) await github.properties.define(account, definition);
    return true;
  } catch (error) {
    // An organisation may have 100 of them, and no more.
    if (!(error instanceof Unprocessable)) throw error;
    log.warn({ account, fields: error.fields }, 'custom properties are not kept: GitHub takes no further ones');
    return false;
  }
}

async function wantedFor(
  repositories: readonly { readonly repositoryId: number }[],
  context: Context,
): Promise<ReadonlyMap<number, OwnValues>> {
  const services = await servicesOf({ ids: repositories.map(({ repositoryId }) => repositoryId) }, context);
  return new Map(services.map(({ id, readiness }) => [id, valuesOf(readiness)]));
}

/** What GitHub does not take of one group is no reason to leave the others; the next hour tries again. */
async function set(
  account: string,
  names: readonly string[],
  values: OwnValues,
  { github, log }: Context,
): Promise<void> {
  try {
    await github.properties.set(account, names, values);
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Unprocessable)) throw error;
    log.warn(
      { account, repositories: names.length, because: error.name },
      'custom properties of some repositories were not taken',
    );
  }
}
