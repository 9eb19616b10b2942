/** How far a checklist is: one bar of what is met, waived, out of date, not to be checked and open, and the same in words. */

export interface ProgressCounts {
  readonly done: number;
  readonly verified: number;
  readonly waived: number;
  readonly stale: number;
  readonly unknown: number;
  readonly open: number;
}

const WIDTH = 100;
const HEIGHT = 8;

/** @param isBare the words are there for those who do not see the bar only */
export function Progress({ counts, isBare = false }: { readonly counts: ProgressCounts; readonly isBare?: boolean }) {
  const parts = partsOf(counts);
  const applicable = parts.reduce((sum, { count }) => sum + count, 0) + counts.open;
  const words = progressInWords(counts);
  let x = 0;
  return (
    <>
      <svg class="Progress" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img">
        <title>{words}</title>
        <rect class="Progress-rest" width={WIDTH} height={HEIGHT} />
        {parts.map(({ count, kind }) => {
          const width = applicable === 0 ? 0 : (count / applicable) * WIDTH;
          const bar = <rect class={kind} x={round(x)} width={round(width)} height={HEIGHT} />;
          x += width;
          return bar;
        })}
      </svg>
      {!isBare && (
        <span class="f6 fgColor-muted" aria-hidden="true">
          {applicable === 0 ? 'nothing applies' : `${counts.done + counts.verified} of ${applicable}`}
        </span>
      )}
    </>
  );
}

/** `12 of 20 met, 2 waived, 1 out of date, 5 open`. */
export function progressInWords(counts: ProgressCounts): string {
  const { waived, stale, unknown, open } = counts;
  const met = counts.done + counts.verified;
  const applicable = met + waived + stale + unknown + open;
  if (applicable === 0) return 'No item applies';
  const others = [
    [waived, 'waived'],
    [stale, 'out of date'],
    [unknown, 'could not be checked'],
    [open, 'open'],
  ] as const;
  return [
    `${met} of ${applicable} met`,
    ...others.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : [])),
  ].join(', ');
}

function partsOf({ done, verified, waived, stale, unknown }: ProgressCounts) {
  return [
    { kind: 'Progress-met', count: done + verified },
    { kind: 'Progress-waived', count: waived },
    { kind: 'Progress-stale', count: stale },
    { kind: 'Progress-unknown', count: unknown },
  ].filter(({ count }) => count > 0);
}

const round = (value: number) => Math.round(value * 100) / 100;
