/** Where a service stands, as the lists show it: labels and short sentences made of its figures. */
import { plural } from '../../../domain/checklist/index.js';
import type { Forecast } from '../../../domain/outlook/forecast.js';
import type { Readiness } from '../../../domain/outlook/readiness.js';
import { CalendarDay, dateInWords } from './day.js';
import { Icon } from './icon.js';
import { repositoryPath } from './paths.js';
import { shortened } from './shortened.js';

interface LaunchProps {
  readonly readiness: Pick<Readiness, 'launchOn' | 'launchedOn'>;
  readonly forecast: Forecast | null;
  readonly isAtRisk: boolean;
  readonly now: Date;
}

/** When it launches, whether that is at risk, and when it will be ready at its pace. */
export function LaunchDay({ readiness: { launchOn, launchedOn }, forecast, isAtRisk, now }: LaunchProps) {
  if (launchedOn !== null)
    return (
      <>
        <span class="Label Label--accent">Launched</span> <CalendarDay date={launchedOn} />
      </>
    );
  return (
    <>
      {launchOn === null ? <span class="fgColor-muted">no date</span> : <CalendarDay date={launchOn} now={now} />}
      {isAtRisk && (
        <>
          {' '}
          <span class="Label Label--severe">At risk</span>
        </>
      )}
      {forecast && <div class="f6 fgColor-muted">{forecastInWords(forecast)}</div>}
    </>
  );
}

/** Short, for a table; the repository's page has the sentence. */
export function forecastInWords(forecast: Forecast): string {
  if (forecast.kind === 'unclear') return 'no forecast yet';
  const { from, to } = forecast;
  if (from === to) return `ready about ${dateInWords(from)}`;
  // The year once, where it is the same.
  const first = from.slice(0, 4) === to.slice(0, 4) ? dateInWords(from).replace(/ \d{4}$/, '') : dateInWords(from);
  return `ready ${first} to ${dateInWords(to)}`;
}

interface BlockersProps {
  readonly account: string;
  readonly name: string;
  readonly readiness: Pick<Readiness, 'isReady' | 'blockers' | 'blockerCount' | 'absentBecause'>;
}

/** Longest text of a blocker in a list, in characters: the repository's page has it whole. */
const LONGEST = 60;

/** What is in the way: how many things, and the first of them. */
export function Blockers({ account, name, readiness: { isReady, blockers, blockerCount } }: BlockersProps) {
  if (isReady)
    return (
      <span class="fgColor-success">
        <Icon name="check" /> Ready
      </span>
    );
  const [first] = blockers;
  const rest = blockerCount - 1;
  return (
    <>
      <a href={`${repositoryPath(account, name)}#blockers`}>{plural(blockerCount, 'blocker')}</a>
      {first && (
        <div class="f6 fgColor-muted">
          <bdi>{shortened(first.text, LONGEST)}</bdi>
          {rest > 0 && ` and ${rest} more`}
        </div>
      )}
    </>
  );
}
