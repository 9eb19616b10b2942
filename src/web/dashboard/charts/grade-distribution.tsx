/** How many repositories have which grade: a column each, leading to the repositories that it counts. */
import { scaleLinear } from 'd3-scale';
import { CHART, type Letter, plural } from '../../../domain/checklist/index.js';
import { tintOf } from '../components/grade.js';

interface DistributionProps {
  readonly byGrade: ReadonlyMap<Letter, number>;
  readonly ungraded: number;
  /** The list of those with one grade. */
  readonly hrefOf: (letter: Letter) => string;
  /** The one that the list is narrowed down to; null when it is not. */
  readonly chosen: Letter | null;
}

const HEIGHT = 56;

export function GradeDistribution({ byGrade, ungraded, hrefOf, chosen }: DistributionProps) {
  const height = scaleLinear([0, Math.max(1, ...byGrade.values())], [0, HEIGHT]);
  return (
    <>
      <ol class="GradeChart" aria-label="Repositories by grade">
        {CHART.map(([letter]) => {
          const count = byGrade.get(letter) ?? 0;
          return (
            <li class={`GradeChart-column ${tintOf(letter)}`}>
              {count === 0 ? (
                <Bar letter={letter} count={0} height={0} />
              ) : (
                <a href={hrefOf(letter)} aria-current={letter === chosen ? 'true' : undefined}>
                  <Bar letter={letter} count={count} height={Math.max(2, Math.round(height(count)))} />
                </a>
              )}
            </li>
          );
        })}
      </ol>
      {ungraded > 0 && (
        <p class="f6 fgColor-muted mb-0">{plural(ungraded, 'repository has', 'repositories have')} no grade yet.</p>
      )}
    </>
  );
}

function Bar({ letter, count, height }: { readonly letter: Letter; readonly count: number; readonly height: number }) {
  return (
    <>
      <span class="GradeChart-count">{count}</span>
      <svg
        viewBox={`0 0 20 ${HEIGHT}`}
        height={HEIGHT}
        width="100%"
        preserveAspectRatio="none"
        aria-hidden="true"
        class="GradeChart-bar"
      >
        <rect width="20" height={height} y={HEIGHT - height} />
      </svg>
      <span class="sr-only"> with grade </span>
      <span class="GradeChart-letter">{letter}</span>
    </>
  );
}
