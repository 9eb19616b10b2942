/** A form that narrows a list down: it only asks, so the address of the result can be kept and shared. */
import type { Child } from 'hono/jsx';

interface FiltersProps {
  /** What is filtered, for those who jump from landmark to landmark. */
  readonly label: string;
  /** The page. */
  readonly action: string;
  /** What else the address says and the form does not ask for, such as the order. */
  readonly kept?: Readonly<Record<string, string>>;
  /** Where nothing is filtered; null when nothing is. */
  readonly clearHref: string | null;
  readonly children?: Child;
}

export function Filters({ label, action, kept = {}, clearHref, children }: FiltersProps) {
  return (
    <search aria-label={label}>
      <form method="get" action={action} class="filters mb-3">
        {Object.entries(kept).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {children}
        <button type="submit" class="btn">
          Apply
        </button>
        {clearHref && (
          <a href={clearHref} class="btn btn-invisible">
            Clear
          </a>
        )}
      </form>
    </search>
  );
}

interface SearchProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

export function SearchField({ name, label, value }: SearchProps) {
  return (
    <div class="filters-search">
      <label for={`filter-${name}`}>{label}</label>
      <input id={`filter-${name}`} class="form-control" type="search" name={name} value={value} autocomplete="off" />
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  /** The chosen one; an empty text for all. */
  readonly value: string;
  /** What is chosen when nothing is; null where something always is. */
  readonly all: string | null;
  readonly choices: ReadonlyArray<readonly [value: string, label: string]>;
}

export function ChoiceField({ name, label, value, all, choices }: ChoiceProps) {
  return (
    <div>
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} class="form-select" name={name}>
        {all !== null && <option value="">{all}</option>}
        {choices.map(([choice, text]) => (
          <option value={choice} selected={choice === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
