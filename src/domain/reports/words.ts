/** Wordings that the report for a meeting, the issue and the digest share; Markdown, unless told. */
import { escapeInline, link, mention, plural } from '../checklist/index.js';
import type { Change } from '../outlook/changes.js';
import type { Forecast } from '../outlook/forecast.js';
import { issueUrl, type ReportedOrganisation, type ReportedService } from './service.js';

/** In characters: names of repositories have 100 at most, texts of blockers are of any length. */
const LONGEST_TEXT = 120;

export function serviceLink(service: ReportedService, organisation: ReportedOrganisation): string {
  return link(escapeInline(service.name, LONGEST_TEXT), issueUrl(organisation, service));
}

/** What is in the way, the first few, and how many more. Empty where nothing is. */
export function inTheWay({ readiness }: ReportedService, most: number): string {
  const { blockers, blockerCount } = readiness;
  const shown = blockers.slice(0, most).map(({ text }) => escapeInline(text, LONGEST_TEXT));
  const more = blockerCount - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

export function champion({ readiness }: ReportedService): string {
  return readiness.champion === null ? 'nobody yet' : mention(readiness.champion);
}

/** Plain text. */
export function forecastText(forecast: Forecast | null): string {
  if (forecast === null) return '';
  if (forecast.kind === 'unclear') return forecast.because;
  return forecast.from === forecast.to ? forecast.from : `${forecast.from} to ${forecast.to}`;
}

/** Plain text: `grade C to B`. */
export function changeText(change: Change): string {
  switch (change.kind) {
    case 'new':
      return 'new';
    case 'launched':
      return 'launched';
    case 'ready':
      return 'ready now';
    case 'no-longer-ready':
      return 'no longer ready';
    case 'blockers':
      return `${plural(change.from, 'blocker')} to ${change.to}`;
    case 'grade':
      return `grade ${change.from} to ${change.to}`;
    case 'secrets':
      return `${plural(change.from, 'open secret')} to ${change.to}`;
    case 'launch-moved':
      return launchMoved(change.from, change.to);
  }
}

function launchMoved(from: string | null, to: string | null): string {
  if (from === null) return `launch set to ${to}`;
  return to === null ? `launch on ${from} called off` : `launch moved from ${from} to ${to}`;
}
