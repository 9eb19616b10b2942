/** A message above the content, read out when the page opens. */
import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.js';

const ICONS = {
  info: 'info',
  success: 'check-circle-fill',
  attention: 'alert',
  danger: 'stop',
} as const satisfies Record<string, IconName>;
const CLASSES = {
  info: '',
  success: 'flash--success',
  attention: 'flash--attention',
  danger: 'flash--danger',
} as const;

export function Flash({ kind, children }: { readonly kind: keyof typeof ICONS; readonly children?: Child }) {
  return (
    <div class={`flash ${CLASSES[kind]}`} role={kind === 'danger' ? 'alert' : 'status'}>
      <Icon name={ICONS[kind]} />
      <div class="flash-text">{children}</div>
    </div>
  );
}
