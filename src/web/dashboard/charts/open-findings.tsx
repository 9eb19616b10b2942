/** How many committed secrets were open, week by week. */
import { area, line } from 'd3-shape';
import { plural } from '../../../domain/checklist/index.js';
import { dateInWords } from '../components/day.js';
import { Axes, Chart, Figures, plotOf, xOf, yOf } from './plot.js';

interface Count {
  /** Calendar date. */
  readonly day: string;
  readonly open: number;
  /** Of how many repositories it is known. */
  readonly repositories: number;
}

/** @param series oldest first */
export function OpenFindings({ series }: { readonly series: readonly Count[] }) {
  const [first, last] = [series[0], series.at(-1)];
  const sentence = inSentence(series);
  if (first === undefined || last === undefined || first === last) return <p class="mb-0 fgColor-muted">{sentence}</p>;
  const plot = plotOf({ from: first.day, to: last.day, most: Math.max(...series.map(({ open }) => open)) });
  const [x, y] = [({ day }: Count) => xOf(plot, day), ({ open }: Count) => yOf(plot, open)];
  return (
    <>
      <p>{sentence}</p>
      <Chart id="open-findings" title="Open secrets over time" description={sentence}>
        <Axes plot={plot} />
        <path class="chart-area chart-area--danger" d={area(x, yOf(plot, 0), y)([...series]) ?? ''} />
        <path class="chart-line chart-line--danger" d={line(x, y)([...series]) ?? ''} />
      </Chart>
      <Figures
        head={['Day', 'Open', 'Repositories known']}
        rows={series.map(({ day, open, repositories }) => [day, open, repositories])}
      />
    </>
  );
}

/** Says when what it compares is not the same set of repositories. */
export function inSentence(series: readonly Count[]): string {
  const [first, last] = [series[0], series.at(-1)];
  if (first === undefined || last === undefined) return 'There are no figures yet.';
  const now = `${plural(last.open, 'secret is', 'secrets are')} open`;
  if (first === last) return `${now}. The chart begins with the second week of figures.`;
  const then = `${first.open} on ${dateInWords(first.day)}`;
  const known =
    first.repositories === last.repositories
      ? ''
      : ` Then ${plural(first.repositories, 'repository was', 'repositories were')} known, now ${last.repositories}.`;
  return `${now}; ${then}.${known}`;
}
