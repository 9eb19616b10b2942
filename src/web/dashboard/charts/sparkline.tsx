/** Where the score went in the last weeks: a line as small as a word, and the change as a number. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

const WIDTH = 64;
const HEIGHT = 20;
/** Half the line's width, so that none of it is cut off. */
const EDGE = 2;

type Score = number | null;

const x = (weeks: number) => scaleLinear([0, weeks - 1], [EDGE, WIDTH - EDGE]);
const y = scaleLinear([0, 100], [HEIGHT - EDGE, EDGE]);

/** @param scores of one week each, oldest first; null where none is known */
export function Sparkline({ scores }: { readonly scores: readonly Score[] }) {
  const known = scores.filter((score) => score !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < 2)
    return <span class="fgColor-muted f6">too new</span>;
  const change = last - first;
  const place = x(scores.length);
  const points = scores.flatMap((score, week): [number, number][] =>
    score === null ? [] : [[Math.round(place(week)), Math.round(y(score))]],
  );
  const words = `Score ${change === 0 ? `${last}, as` : `from ${first} to ${last} since`} ${weeksAgo(scores)}`;
  return (
    <span class={`Sparkline ${classOf(change)}`}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img">
        <title>{words}</title>
        <path d={line()(points) ?? ''} />
      </svg>
      <span aria-hidden="true">{signed(change)}</span>
    </span>
  );
}

function weeksAgo(scores: readonly Score[]): string {
  const weeks = scores.length - 1 - scores.findIndex((score) => score !== null);
  return weeks === 1 ? '1 week ago' : `${weeks} weeks ago`;
}

function classOf(change: number): string {
  if (change === 0) return 'Sparkline--same';
  return change > 0 ? 'Sparkline--better' : 'Sparkline--worse';
}

/** With a true minus: `+15`, `−5`, `±0`. */
function signed(change: number): string {
  if (change === 0) return '±0';
  return change > 0 ? `+${change}` : `−${-change}`;
}
