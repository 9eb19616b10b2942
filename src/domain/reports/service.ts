/** One service as reports tell of it, and what several of them ask about it. */
import { type Change, changedSince } from '../outlook/changes.js';
import type { Forecast } from '../outlook/forecast.js';
import type { Readiness } from '../outlook/readiness.js';
import type { Snapshot } from '../outlook/snapshot.js';

export interface ReportedService {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly readiness: Readiness;
  /** Null when nothing is in the way. */
  readonly forecast: Forecast | null;
  readonly isAtRisk: boolean;
  /** Where it stood 7 to 13 days ago; null where that is not known. */
  readonly weekAgo: Snapshot | null;
}

/** What a report is about. */
export interface ReportedOrganisation {
  /** Login. */
  readonly account: string;
  /** Where GitHub is, `https://github.com`. */
  readonly githubUrl: string;
  /** Where our pages are, `https://seaworthy.example.com`; null where they have no address for people. */
  readonly pagesUrl: string | null;
}

export function repositoryUrl(
  { githubUrl }: Pick<ReportedOrganisation, 'githubUrl'>,
  service: ReportedService,
): string {
  return `${githubUrl}/${encodeURIComponent(service.owner)}/${encodeURIComponent(service.name)}`;
}

/** The baseline issue, where there is one, else the repository. */
export function issueUrl(organisation: Pick<ReportedOrganisation, 'githubUrl'>, service: ReportedService): string {
  const { issueNumber } = service.readiness;
  const repository = repositoryUrl(organisation, service);
  return issueNumber === null ? repository : `${repository}/issues/${issueNumber}`;
}

/** Since a week ago, most important first; nothing where nobody knows how it was. */
export function changesOf({ weekAgo, readiness }: ReportedService): readonly Change[] {
  return weekAgo === null ? [] : changedSince(weekAgo, readiness);
}

export const hasLaunched = ({ readiness }: ReportedService): boolean => readiness.launchedOn !== null;

/** At risk first, then what launches first, then by name; services without a date come last. */
export function byUrgency(a: ReportedService, b: ReportedService): number {
  return (
    Number(b.isAtRisk) - Number(a.isAtRisk) ||
    compare(a.readiness.launchOn ?? NEVER, b.readiness.launchOn ?? NEVER) ||
    compare(a.name.toLowerCase(), b.name.toLowerCase()) ||
    a.id - b.id
  );
}

/** After every date. */
const NEVER = '~';

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
