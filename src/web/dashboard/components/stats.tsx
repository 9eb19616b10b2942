/** The few numbers that a page begins with, each leading to what it counts. */
import type { Child } from 'hono/jsx';

export function Stats({ label, children }: { readonly label: string; readonly children?: Child }) {
  return (
    <ul class="Stats" aria-label={label}>
      {children}
    </ul>
  );
}

interface StatProps {
  readonly value: number;
  /** Out of how many. */
  readonly of?: number;
  readonly label: string;
  readonly href?: string;
  /** Bad news; null when it is none. */
  readonly tone?: 'severe' | 'danger' | null;
}

const TONES = { severe: 'fgColor-severe', danger: 'fgColor-danger' } as const;
const NUMBER = new Intl.NumberFormat('en');

export function Stat({ value, of, label, href, tone = null }: StatProps) {
  const text = (
    <>
      <span class={`Stats-value ${tone === null ? '' : TONES[tone]}`}>
        {NUMBER.format(value)}
        {of !== undefined && <span class="f5 fgColor-muted text-normal"> of {NUMBER.format(of)}</span>}
      </span>{' '}
      <span class="fgColor-muted">{label}</span>
    </>
  );
  return (
    <li class="Box">
      {href === undefined ? (
        <div class="Stats-item">{text}</div>
      ) : (
        <a class="Stats-item" href={href}>
          {text}
        </a>
      )}
    </li>
  );
}
