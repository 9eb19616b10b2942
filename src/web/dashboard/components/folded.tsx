/** A list of which the beginning is shown and the rest is a click away. */
import type { Child } from 'hono/jsx';

interface FoldedProps {
  /** `<li>`s. */
  readonly items: readonly Child[];
  /** How many are there at once. */
  readonly shown: number;
}

export function Folded({ items, shown }: FoldedProps) {
  const rest = items.slice(shown);
  return (
    <>
      <ul>{items.slice(0, shown)}</ul>
      {rest.length > 0 && (
        <details class="Folded">
          <summary class="Box-row fgColor-accent">Show {rest.length} more</summary>
          <ul>{rest}</ul>
        </details>
      )}
    </>
  );
}
