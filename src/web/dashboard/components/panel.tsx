/** One thing on a page that has several: a box with its own heading. */
import type { Child } from 'hono/jsx';

interface PanelProps {
  /** Of the heading, for links to it. */
  readonly id: string;
  readonly title: string;
  readonly children?: Child;
}

export function Panel({ id, title, children }: PanelProps) {
  return (
    <section class="Box mb-4" aria-labelledby={id}>
      <h2 id={id} class="Box-header Box-title">
        {title}
      </h2>
      <div class="Box-row">{children}</div>
    </section>
  );
}
