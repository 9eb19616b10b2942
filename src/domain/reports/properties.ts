/** Grade, readiness and launch date as custom properties of an organisation: what is defined, and which repositories need other values. */
import type { Readiness } from '../outlook/readiness.js';
import { CHART } from '../checklist/index.js';

export interface OwnProperty {
  readonly name: string;
  readonly type: 'string' | 'single_select' | 'true_false';
  readonly description: string;
  /** Of a select; null for the other types. */
  readonly allowed: readonly string[] | null;
}

export const GRADE = 'seaworthy-grade';
export const READY = 'seaworthy-ready';
export const LAUNCH = 'seaworthy-launch';

export const OWN_PROPERTIES: readonly OwnProperty[] = [
  {
    name: GRADE,
    type: 'single_select',
    description: 'Grade of the security baseline, kept by Seaworthy',
    allowed: CHART.map(([letter]) => letter),
  },
  {
    name: READY,
    type: 'true_false',
    description: 'Whether nothing required stands in the way of a launch, kept by Seaworthy',
    allowed: null,
  },
  { name: LAUNCH, type: 'string', description: 'Planned day of the launch, kept by Seaworthy', allowed: null },
];

export function isOwnProperty(name: string): boolean {
  return OWN_PROPERTIES.some((own) => own.name === name);
}

export type OwnValues = Readonly<Record<string, string | null>>;

export function valuesOf({ grade, isReady, launchOn }: Pick<Readiness, 'grade' | 'isReady' | 'launchOn'>): OwnValues {
  return { [GRADE]: grade, [READY]: String(isReady), [LAUNCH]: launchOn };
}

/** What of ours is not there, and what is there under our name and is something else. */
export function definitionsNeeded(there: readonly { readonly name: string; readonly type: string }[]): {
  readonly missing: readonly OwnProperty[];
  readonly taken: readonly string[];
} {
  const types = new Map(there.map(({ name, type }) => [name, type]));
  return {
    missing: OWN_PROPERTIES.filter(({ name }) => !types.has(name)),
    taken: OWN_PROPERTIES.filter(({ name, type }) => types.has(name) && types.get(name) !== type).map(
      ({ name }) => name,
    ),
  };
}

export interface PropertyHolder {
  readonly repositoryId: number;
  readonly name: string;
  readonly values: Readonly<Record<string, string | readonly string[] | null>>;
}

export interface PropertyUpdate {
  /** Names of repositories, without their owner. */
  readonly repositories: readonly string[];
  readonly values: OwnValues;
}

/** GitHub takes so many repositories in one request. @see https://docs.github.com/en/rest/orgs/custom-properties */
const MOST_AT_ONCE = 30;

/** The fewest requests that make everything right; none where it is. Repositories that are not in `wanted` are left alone. */
export function updatesFor(
  there: readonly PropertyHolder[],
  wanted: ReadonlyMap<number, OwnValues>,
): readonly PropertyUpdate[] {
  const alike = new Map<string, { repositories: string[]; values: OwnValues }>();
  for (const { repositoryId, name, values: current } of there) {
    const values = wanted.get(repositoryId);
    if (values === undefined || Object.entries(values).every(([key, value]) => (current[key] ?? null) === value))
      continue;
    const key = JSON.stringify(values);
    const group = alike.get(key) ?? { repositories: [], values };
    alike.set(key, group);
    group.repositories.push(name);
  }
  return [...alike.values()].flatMap(({ repositories, values }) =>
    chunks(repositories, MOST_AT_ONCE).map((names) => ({ repositories: names, values })),
  );
}

function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
