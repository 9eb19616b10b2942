/** What an App or an installation lacks of what we need, and what that means for people. */
import type { Granted } from '../../core/granted.js';
import { TIERS } from '../../core/permissions.js';
import type { CheckContent } from './check-content.js';

export interface Missing {
  readonly permissions: readonly { readonly name: string; readonly needs: string; readonly has: string | null }[];
  readonly events: readonly string[];
}

const LEVELS = ['read', 'write', 'admin'];

/** GitHub's limit for the summary of a check, in bytes. */
const MOST_BYTES = 65_535;

/** True when `has` allows all that `needs` does. */
export function isEnough(has: string | undefined, needs: string): boolean {
  return has !== undefined && LEVELS.indexOf(has) >= LEVELS.indexOf(needs);
}

/** What `needs` asks for and `granted` has not, by name. */
export function missingFrom(needs: Granted, granted: Granted): Missing {
  const permissions = Object.entries(needs.permissions)
    .filter(([name, level]) => !isEnough(granted.permissions[name], level))
    .map(([name, level]) => ({ name, needs: level, has: granted.permissions[name] ?? null }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { permissions, events: needs.events.filter((event) => !granted.events.includes(event)).sort() };
}

export function isNothing({ permissions, events }: Missing): boolean {
  return permissions.length === 0 && events.length === 0;
}

/** One line of Markdown for each thing that is missing, with what does not work without it. */
export function missingLines({ permissions, events }: Missing): readonly string[] {
  return [
    ...permissions.map(({ name, needs, has }) => {
      const instead = has === null ? '' : ` (it has \`${has}\`)`;
      return `Permission \`${name}: ${needs}\` is missing${instead}. ${WITHOUT.get(name) ?? 'What needs it does not work.'}`;
    }),
    ...events.map(
      (event) => `Event \`${event}\` does not arrive: changes of that kind are noticed late or not at all.`,
    ),
  ];
}

const WITHOUT: ReadonlyMap<string, string> = new Map(
  TIERS.flatMap(({ permissions }) => permissions.map(({ key, without }): [string, string] => [key, without])),
);

/** The check with what is missing said below the rest, if it fits. Readers have to know what was not looked at. */
export function withMissing(content: CheckContent, lines: readonly string[]): CheckContent {
  if (lines.length === 0) return content;
  const note = `\n\n**Seaworthy was not given all it needs here.** An owner of the organisation can accept it in the App's settings.\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
  const summary = `${content.summary}${note}`;
  return Buffer.byteLength(summary) > MOST_BYTES ? content : { ...content, summary };
}
