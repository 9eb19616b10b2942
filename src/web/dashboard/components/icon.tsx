/** GitHub's icons, drawn into the page: only those named here, so that no page asks for a file. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { raw } from 'hono/html';

const NAMES = [
  'alert',
  'arrow-down',
  'arrow-up',
  'book',
  'calendar',
  'check',
  'check-circle-fill',
  'circle',
  'clock',
  'dot-fill',
  'history',
  'info',
  'issue-opened',
  'key',
  'law',
  'question',
  'repo',
  'rocket',
  'search',
  'server',
  'shield-check',
  'skip',
  'stop',
  'verified',
] as const;

export type IconName = (typeof NAMES)[number];

const require = createRequire(import.meta.url);
const DRAWINGS: ReadonlyMap<IconName, string> = new Map(NAMES.map((name) => [name, drawingOf(name)]));

/** Without `label` it only repeats what the text beside it says, and is hidden from whoever does not see it. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  const drawing = raw(DRAWINGS.get(name) ?? '');
  return label === undefined ? (
    <svg class="octicon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {drawing}
    </svg>
  ) : (
    <svg class="octicon" viewBox="0 0 16 16" width="16" height="16" role="img" aria-label={label}>
      {drawing}
    </svg>
  );
}

/** What is within the `<svg>` of the library's file. */
function drawingOf(name: string): string {
  const svg = readFileSync(require.resolve(`@primer/octicons/build/svg/${name}-16.svg`), 'utf8');
  return svg.replace(/^[^>]*>|<\/svg>\s*$/g, '');
}
