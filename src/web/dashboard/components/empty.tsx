/** A place where something will be: what, and how it gets there. */
import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.js';

interface EmptyProps {
  readonly icon: IconName;
  /** `No repositories yet`. */
  readonly title: string;
  /** How to fill it. */
  readonly children?: Child;
}

export function Empty({ icon, title, children }: EmptyProps) {
  return (
    <div class="blankslate">
      <Icon name={icon} />
      <h2 class="f4 mt-2">{title}</h2>
      <p>{children}</p>
    </div>
  );
}
