/** Tables that fit anywhere: they scroll in a region of their own, and on a phone each row is a card. */
import type { Child } from 'hono/jsx';
import { Icon } from './icon.js';

interface TableProps {
  /** What the table lists; read out, and the name of the region that scrolls. */
  readonly label: string;
  /** `<Column>`s and `<SortableColumn>`s. */
  readonly head: Child;
  /** Columns as wide in every table of the page, so that one can look down them; `isNarrow` says which need little. */
  readonly isEven?: boolean;
  /** `<tr>`s of `<Cell>`s. */
  readonly children?: Child;
}

export function Table({ label, head, isEven = false, children }: TableProps) {
  return (
    // What scrolls must be reachable with the keyboard.
    <section class="table-region" aria-label={label} tabindex={0}>
      <table class={`data-table data-table--cards${isEven ? ' data-table--even' : ''}`}>
        <caption class="sr-only">{label}</caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

interface ColumnProps {
  readonly isNumber?: boolean;
  readonly isNarrow?: boolean;
  readonly children?: Child;
}

export function Column({ isNumber = false, isNarrow = false, children }: ColumnProps) {
  return (
    <th scope="col" class={isNumber ? 'number' : isNarrow ? 'narrow' : undefined}>
      {children}
    </th>
  );
}

interface SortableProps {
  readonly label: string;
  /** Where the list is sorted by this; the other way round when it is already. */
  readonly href: string;
  /** How it is sorted by this; null when by another. */
  readonly sorted: 'ascending' | 'descending' | null;
  readonly isNumber?: boolean;
}

export function SortableColumn({ label, href, sorted, isNumber = false }: SortableProps) {
  return (
    <th scope="col" class={isNumber ? 'number' : undefined} aria-sort={sorted ?? undefined}>
      <a href={href} class={sorted === null ? 'ColumnLink' : 'ColumnLink ColumnLink--sorted'}>
        {label}
        {sorted && <Icon name={sorted === 'ascending' ? 'arrow-up' : 'arrow-down'} />}
      </a>
    </th>
  );
}

interface CellProps {
  /** The column's name: stands before the value where a row is a card. */
  readonly label: string;
  readonly isNumber?: boolean;
  readonly children?: Child;
}

export function Cell({ label, isNumber = false, children }: CellProps) {
  return (
    <td data-label={label} class={isNumber ? 'number' : undefined}>
      <div>{children}</div>
    </td>
  );
}

/** The cell that names the row. */
export function RowHeader({ children }: { readonly children?: Child }) {
  return <th scope="row">{children}</th>;
}
