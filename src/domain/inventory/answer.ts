/** The answer to "who runs this?": repositories with the versions they have, sure ones first. */
import { type Match, matches, type Question } from './question.js';

export interface UseOf {
  readonly owner: string;
  readonly repository: string;
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
}

export interface Found {
  /** `owner/name` */
  readonly repository: string;
  /** `npm:lodash` to versions, as on record. */
  readonly packages: ReadonlyMap<string, readonly string[]>;
  readonly match: Exclude<Match, 'no'>;
}

/** Repositories that match, sure ones first; each version is compared once, however many have it. */
export function findUses(question: Question, uses: readonly UseOf[]): readonly Found[] {
  const known = new Map<string, Match>();
  const matchOf = (version: string): Match => {
    const match = known.get(version) ?? matches(version, question.range);
    known.set(version, match);
    return match;
  };
  const byRepository = grouped(
    uses.filter(({ version }) => matchOf(version) !== 'no'),
    ({ owner, repository }) => `${owner}/${repository}`,
  );
  const found = [...byRepository].map(([repository, all]): Found => {
    const byPackage = grouped(all, ({ ecosystem, name }) => `${ecosystem}:${name}`);
    const packages = new Map(
      [...byPackage].map(([name, some]) => [name, [...new Set(some.map(({ version }) => version))]]),
    );
    return { repository, packages, match: all.some(({ version }) => matchOf(version) === 'yes') ? 'yes' : 'maybe' };
  });
  return [...found.filter(({ match }) => match === 'yes'), ...found.filter(({ match }) => match === 'maybe')];
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
