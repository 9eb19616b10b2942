/** How much of what the launch asks for is out of the way, day by day, against the launch date, and when the rest will be. */
import { area, curveStepAfter, line } from 'd3-shape';
import { dayOf } from '../../../core/clock.js';
import { plural } from '../../../domain/checklist/index.js';
import type { Forecast } from '../../../domain/outlook/forecast.js';
import type { Snapshot } from '../../../domain/outlook/snapshot.js';
import { dateInWords, daysFrom } from '../components/day.js';
import { Axes, BOX, Chart, Figures, type Plot, plotOf, weekly, xOf, yOf } from './plot.js';

interface BurnUpProps {
  /** Oldest first. */
  readonly snapshots: readonly Pick<Snapshot, 'day' | 'required' | 'blockers'>[];
  readonly forecast: Forecast | null;
  /** Calendar date; null when none is set. */
  readonly launchOn: string | null;
  /** Calendar date. */
  readonly today: string;
}

/** What lies further ahead than this many times what lies behind would leave no room for it. */
const AHEAD = 2;
const FORTNIGHT_MS = 14 * 86_400_000;

export function BurnUp(props: BurnUpProps) {
  const { snapshots, forecast, launchOn, today } = props;
  const [first, last] = [snapshots[0], snapshots.at(-1)];
  const sentence = inSentences(props);
  if (first === undefined || last === undefined || snapshots.length < 2)
    return <p class="mb-0 fgColor-muted">{sentence} The chart begins with the second day of figures.</p>;
  const plot = plotOf({
    from: first.day,
    to: endOf(first.day, today, [launchOn, forecast?.kind === 'range' ? forecast.to : null]),
    most: Math.max(...snapshots.map(({ required }) => required)),
  });
  const [, lastX] = plot.x.range();
  return (
    <>
      <p>{sentence}</p>
      <Chart id="burn-up" title="Required items out of the way, by day" description={sentence}>
        <Axes plot={plot} />
        <path class="chart-area" d={areaOf(plot, snapshots)} />
        <path class="chart-goal" d={pathOf(plot, snapshots, ({ required }) => required)} />
        <path class="chart-line" d={pathOf(plot, snapshots, ({ required, blockers }) => required - blockers)} />
        {forecast?.kind === 'range' && last.blockers > 0 && <Wedge plot={plot} last={last} forecast={forecast} />}
        {launchOn && launchOn >= first.day && xOf(plot, launchOn) <= (lastX ?? 0) && (
          <Launch plot={plot} day={launchOn} />
        )}
      </Chart>
      <ul class="chart-legend f6 fgColor-muted" aria-label="In the chart">
        <li class="chart-legend-line">out of the way</li>
        <li class="chart-legend-goal">required</li>
        {forecast?.kind === 'range' && <li class="chart-legend-forecast">forecast</li>}
        {launchOn && <li class="chart-legend-launch">launch</li>}
      </ul>
      <Figures
        head={['Day', 'Required', 'Out of the way', 'In the way']}
        rows={weekly(snapshots).map(({ day, required, blockers }) => [day, required, required - blockers, blockers])}
      />
    </>
  );
}

/** What the chart says, for whoever does not see it; what is not known is said not to be. */
export function inSentences({ snapshots, forecast, launchOn, today }: BurnUpProps): string {
  const last = snapshots.at(-1);
  if (last === undefined) return 'There are no figures yet.';
  const done = last.required - last.blockers;
  const stand = `${done} of ${plural(last.required, 'required item')} ${done === 1 ? 'is' : 'are'} out of the way.`;
  const launch =
    launchOn === null
      ? 'No launch date is set.'
      : `The launch is planned for ${dateInWords(launchOn)}, ${daysFrom(today, launchOn)}.`;
  return [stand, launch, outlook(forecast)].filter((part) => part !== '').join(' ');
}

function outlook(forecast: Forecast | null): string {
  if (forecast === null) return '';
  if (forecast.kind === 'unclear') return forecast.because;
  const { from, to } = forecast;
  return from === to
    ? `At the pace of the last weeks the rest is done on ${dateInWords(from)}.`
    : `At the pace of the last weeks the rest is done between ${dateInWords(from)} and ${dateInWords(to)}.`;
}

/** The last day of the chart. */
function endOf(first: string, today: string, ends: readonly (string | null)[]): string {
  const [start, now] = [Date.parse(first), Date.parse(today)];
  const furthest = now + AHEAD * Math.max(now - start, FORTNIGHT_MS);
  const wanted = Math.max(now, ...ends.flatMap((end) => (end === null ? [] : Date.parse(end))));
  return dayOf(new Date(Math.min(wanted, furthest)));
}

type Day = BurnUpProps['snapshots'][number];

function pathOf(plot: Plot, days: readonly Day[], count: (day: Day) => number): string {
  const draw = line<Day>(
    ({ day }) => xOf(plot, day),
    (day) => yOf(plot, count(day)),
  ).curve(curveStepAfter);
  return draw([...days]) ?? '';
}

function areaOf(plot: Plot, days: readonly Day[]): string {
  const draw = area<Day>(
    ({ day }) => xOf(plot, day),
    yOf(plot, 0),
    ({ required, blockers }) => yOf(plot, required - blockers),
  ).curve(curveStepAfter);
  return draw([...days]) ?? '';
}

/** From where we are to the first and to the last day on which the rest may be done. */
function Wedge({ plot, last, forecast }: { plot: Plot; last: Day; forecast: { from: string; to: string } }) {
  const [startX, startY, goal] = [
    xOf(plot, last.day),
    yOf(plot, last.required - last.blockers),
    yOf(plot, last.required),
  ];
  return (
    <path
      class="chart-forecast"
      d={`M${startX},${startY}L${xOf(plot, forecast.from)},${goal}L${xOf(plot, forecast.to)},${goal}Z`}
    />
  );
}

function Launch({ plot, day }: { plot: Plot; day: string }) {
  const x = xOf(plot, day);
  const isRight = x > BOX.width / 2;
  return (
    <g class="chart-launch">
      <line x1={x} x2={x} y1={BOX.top - 8} y2={BOX.height - BOX.bottom} />
      <text x={isRight ? x - 5 : x + 5} y={BOX.top - 4} text-anchor={isRight ? 'end' : 'start'}>
        {`launch ${dateInWords(day)}`}
      </text>
    </g>
  );
}
