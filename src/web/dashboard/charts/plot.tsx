/** What charts over time share: where days and counts lie, the lines behind them, and a frame that can be read out. */
import { type ScaleLinear, type ScaleTime, scaleLinear, scaleUtc } from 'd3-scale';
import type { Child } from 'hono/jsx';
import { dateInWords } from '../components/day.js';

/** In units of the drawing; the page scales it. */
export const BOX = { width: 560, height: 220, left: 36, right: 16, top: 20, bottom: 28 } as const;

export interface Plot {
  readonly x: ScaleTime<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/** @param from @param to calendar dates @param most the largest count */
export function plotOf({
  from,
  to,
  most,
}: {
  readonly from: string;
  readonly to: string;
  readonly most: number;
}): Plot {
  const { width, height, left, right, top, bottom } = BOX;
  return {
    x: scaleUtc([timeOf(from), timeOf(to)], [left, width - right]),
    // A flat line at zero still needs a height.
    y: scaleLinear([0, Math.max(1, most)], [height - bottom, top]).nice(4),
  };
}

/** The place of a day, to a tenth. */
export function xOf({ x }: Plot, date: string): number {
  return round(x(timeOf(date)));
}

export function yOf({ y }: Plot, count: number): number {
  return round(y(count));
}

const round = (value: number) => Math.round(value * 10) / 10;

function timeOf(date: string): Date {
  return new Date(`${date}T00:00:00.000Z`);
}

/** More labels than this would run into each other on a phone. */
const TICKS = 4;

export function Axes({ plot }: { readonly plot: Plot }) {
  const { width, height, left, right, bottom } = BOX;
  const counts = plot.y.ticks(TICKS).filter(Number.isInteger);
  const days = plot.x.ticks(TICKS).map((time) => time.toISOString().slice(0, 10));
  return (
    <g class="chart-axes">
      {counts.map((count) => (
        <>
          <line x1={left} x2={width - right} y1={yOf(plot, count)} y2={yOf(plot, count)} />
          <text x={left - 6} y={yOf(plot, count) + 4} text-anchor="end">
            {count}
          </text>
        </>
      ))}
      {days.map((day) => (
        <text x={xOf(plot, day)} y={height - bottom + 18} text-anchor="middle">
          {dateInWords(day).replace(/ \d+$/, '')}
        </text>
      ))}
    </g>
  );
}

interface ChartProps {
  /** Unique on the page. */
  readonly id: string;
  /** What it shows. */
  readonly title: string;
  /** What is to be seen in it, in sentences. */
  readonly description: string;
  readonly children?: Child;
}

export function Chart({ id, title, description, children }: ChartProps) {
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {children}
    </svg>
  );
}

/** The same figures for whoever wants numbers, folded away. */
export function Figures({
  head,
  rows,
}: {
  readonly head: readonly string[];
  readonly rows: ReadonlyArray<readonly (string | number)[]>;
}) {
  return (
    <details class="mt-2">
      <summary class="f6 fgColor-muted">Figures</summary>
      {/* What scrolls must be reachable with the keyboard. */}
      <section class="table-region" aria-label="Figures of the chart" tabindex={0}>
        <table class="data-table mt-2">
          <thead>
            <tr>
              {head.map((label, index) => (
                <th scope="col" class={index === 0 ? undefined : 'number'}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([day, ...values]) => (
              <tr>
                <th scope="row">{day}</th>
                {values.map((value) => (
                  <td class="number">{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** Every seventh and the last, so that a year is not four hundred rows. */
export function weekly<T>(days: readonly T[]): readonly T[] {
  return days.filter((_, index) => (days.length - 1 - index) % 7 === 0);
}
