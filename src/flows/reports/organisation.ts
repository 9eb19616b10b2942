/** The organisation that a job reports on, with what its policy asks for; what several reports begin with. */
import { dayOf } from '../../core/clock.js';
import { reportsOf, type ReportsPolicy } from '../../domain/policy/index.js';
import { reportProblems, type ReportFacts } from '../../domain/reports/problems.js';
import type { ReportedOrganisation, ReportedService } from '../../domain/reports/service.js';
import { lastGood } from '../../infra/db/chores.js';
import { eachService, type ReportFilter } from '../../infra/db/dashboard/reports.js';
import type { Db } from '../../infra/db/database.js';
import { findInstallation, type InstallationRow } from '../../infra/db/installations.js';
import { findPolicy } from '../../infra/db/policies.js';
import type { Context } from '../context.js';

export interface Reporting extends ReportFacts {
  readonly policy: ReportsPolicy;
  readonly organisation: ReportedOrganisation;
}

/** Null while nothing is known of the installation. */
export async function readReporting({ db, job, reports }: Pick<Context, 'db' | 'job' | 'reports'>) {
  const row = await findInstallation(db, job.installationId);
  if (row === undefined) return null;
  const { githubUrl, pagesUrl } = reports;
  const reporting: Reporting = {
    ...(await factsOf(db, row, reports.webhooks)),
    policy: await reportsPolicyOf(db, row.id),
    organisation: { account: row.account, githubUrl, pagesUrl },
  };
  return reporting;
}

/** From the database only. */
export async function reportsPolicyOf(db: Db, installationId: number): Promise<ReportsPolicy> {
  return reportsOf((await findPolicy(db, { scope: 'organisation', id: installationId }))?.good ?? null);
}

/** What its owners should know about reports that reach nobody: Markdown. Empty when there is nothing. */
export async function reportProblemsOf(
  db: Db,
  installationId: number,
  webhooks: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const row = await findInstallation(db, installationId);
  if (row === undefined) return [];
  return reportProblems(await reportsPolicyOf(db, installationId), await factsOf(db, row, webhooks));
}

/** By which it is kept when the custom properties of all repositories were right last. */
export const propertiesChore = (installationId: number): string => `properties:${installationId}`;

async function factsOf(db: Db, row: InstallationRow, webhooks: ReadonlyMap<string, string>): Promise<ReportFacts> {
  return {
    account: row.account,
    isOrganisation: row.account_type === 'Organization',
    permissions: row.permissions,
    webhooks,
    propertiesAt: await lastGood(db, propertiesChore(row.id)),
  };
}

/** Everything that the organisation has, as of now; whoever gets the report is the organisation's choice. */
export async function servicesOf(
  filter: ReportFilter,
  { db, job, clock }: Pick<Context, 'db' | 'job' | 'clock'>,
): Promise<readonly ReportedService[]> {
  const scope = { installationId: job.installationId, seer: null };
  const services: ReportedService[] = [];
  for await (const service of eachService(db, scope, filter, dayOf(clock.now()))) services.push(service);
  return services;
}
