/** From one page of a list to the others. */

interface PaginationProps {
  /** From 1 on. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

/** How many pages on each side of this one are offered. */
const AROUND = 2;

export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav class="paginate-container" aria-label="Pages of the list">
      <div class="pagination">
        {page > 1 ? (
          <a class="previous_page" rel="prev" href={hrefOf(page - 1)}>
            Previous
          </a>
        ) : (
          <span class="previous_page" aria-disabled="true">
            Previous
          </span>
        )}
        {pagesAround(page, pages).map((shown) =>
          shown === null ? (
            <span class="gap">…</span>
          ) : shown === page ? (
            <em class="current" aria-current="page">
              {shown}
            </em>
          ) : (
            <a href={hrefOf(shown)} aria-label={`Page ${shown}`}>
              {shown}
            </a>
          ),
        )}
        {page < pages ? (
          <a class="next_page" rel="next" href={hrefOf(page + 1)}>
            Next
          </a>
        ) : (
          <span class="next_page" aria-disabled="true">
            Next
          </span>
        )}
      </div>
    </nav>
  );
}

/** The first, the last and those around `page`; null for a gap. */
export function pagesAround(page: number, pages: number): readonly (number | null)[] {
  const near = Array.from({ length: 2 * AROUND + 1 }, (_, index) => page - AROUND + index);
  const shown = [...new Set([1, ...near, pages])].filter((one) => one >= 1 && one <= pages);
  return shown.flatMap((one, index) => {
    const before = shown[index - 1];
    return before !== undefined && one - before > 1 ? [null, one] : [one];
  });
}
