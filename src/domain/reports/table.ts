/** The services of an organisation as a table for spreadsheets: one row each. */
import type { Cell } from './csv.js';
import { issueUrl, type ReportedOrganisation, type ReportedService } from './service.js';

/** Names of columns stay as they are: people build on them. New ones are added at the end. */
export const COLUMNS = [
  'repository',
  'visibility',
  'ready',
  'at_risk',
  'grade',
  'score',
  'risk',
  'launch',
  'launched',
  'champion',
  'blockers',
  'first_blockers',
  'open_secrets',
  'done',
  'verified',
  'waived',
  'stale',
  'open',
  'unknown',
  'not_applicable',
  'forecast_from',
  'forecast_to',
  'forecast_unclear',
  'as_of',
  'link',
] as const;

export function rowOf(service: ReportedService, organisation: ReportedOrganisation): readonly Cell[] {
  const { readiness, forecast } = service;
  const cells: Readonly<Record<(typeof COLUMNS)[number], Cell>> = {
    repository: `${service.owner}/${service.name}`,
    visibility: service.isPrivate ? 'private' : 'public',
    ready: readiness.isReady,
    at_risk: service.isAtRisk,
    grade: readiness.grade,
    score: readiness.score,
    risk: readiness.risk ?? 'UNKNOWN',
    launch: readiness.launchOn,
    launched: readiness.launchedOn,
    champion: readiness.champion,
    blockers: readiness.blockerCount,
    first_blockers: readiness.blockers.map(({ text }) => text).join('; ') || null,
    open_secrets: readiness.openSecrets,
    done: readiness.done,
    verified: readiness.verified,
    waived: readiness.waived,
    stale: readiness.stale,
    open: readiness.open,
    unknown: readiness.unknown,
    not_applicable: readiness.notApplicable,
    forecast_from: forecast?.kind === 'range' ? forecast.from : null,
    forecast_to: forecast?.kind === 'range' ? forecast.to : null,
    forecast_unclear: forecast?.kind === 'unclear' ? forecast.because : null,
    as_of: readiness.computedAt.toISOString(),
    link: issueUrl(organisation, service),
  };
  return COLUMNS.map((column) => cells[column]);
}
