/** The text of a policy file into a policy, or into everything that is wrong with it, line by line. */
import { type Problem, type Read, readYaml } from '../../core/yaml.js';
import type { Checklist } from '../checklist/item.js';
import { chooseChecklist } from '../checklist/tiers.js';
import { ORGANISATION_ONLY, type ParsedPolicy, policySchema, REPOSITORY_ONLY } from './schema.js';

export type Scope = 'organisation' | 'repository';

/** In characters. Ten times what a large organisation needs. */
const LONGEST = 100_000;

/** The catalogue by name: what may be named in a policy. */
export type KnownChecklists = ReadonlyMap<string, Checklist>;

/**
 * Reads one file. A file without any key is a policy that says nothing.
 * @param scope whose file it is; `null` when nobody knows, as on the command line: then keys of both are fine.
 */
export function readPolicy(text: string, scope: Scope | null, known: KnownChecklists): Read<ParsedPolicy> {
  if (text.length > LONGEST)
    return refused({ path: '', message: `At most ${LONGEST.toLocaleString('en-US')} characters` });
  if (isSilent(text)) return { ok: true, value: {}, problemAt: (path, message) => ({ path: path.join('.'), message }) };
  const read = readYaml(text, policySchema);
  if (!read.ok) return refused(...read.problems);
  const problems = [...misplaced(read.value, scope), ...unknownNames(read.value, known)];
  return problems.length === 0 ? read : refused(...problems.map(([path, message]) => read.problemAt(path, message)));
}

/** From top to bottom, as people read the file. */
function refused(...problems: Problem[]): Read<ParsedPolicy> {
  return { ok: false, problems: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

const isSilent = (text: string): boolean => text.split('\n').every((line) => /^\s*(?:#.*|---)?\s*$/.test(line));

type Found = readonly [path: readonly PropertyKey[], message: string];

function* misplaced(policy: ParsedPolicy, scope: Scope | null): Generator<Found> {
  if (scope === 'organisation') {
    for (const key of REPOSITORY_ONLY) {
      if (policy[key] !== undefined)
        yield [[key], `"${key}" describes one service: it belongs in that repository's own file`];
    }
  }
  if (scope === 'repository') {
    for (const key of ORGANISATION_ONLY) {
      if (policy[key] !== undefined) yield [[key], `Only the organisation's policy may say "${key}"`];
    }
    // Here `/baseline false-positive` does it, with a name and a time that nobody can make up.
    if (policy.scan?.dismissed !== undefined)
      yield [['scan', 'dismissed'], 'Only the organisation\'s policy may say "scan.dismissed"'];
  }
}

/** Names that nothing answers to: a typing error would quietly leave a checklist out. */
function* unknownNames(policy: ParsedPolicy, known: KnownChecklists): Generator<Found> {
  const lists: [readonly PropertyKey[], readonly string[]][] = [
    [['default'], policy.default ?? []],
    ...(policy.profiles ?? []).map(({ use }, at): [readonly PropertyKey[], readonly string[]] => [
      ['profiles', at, 'use'],
      use,
    ]),
  ];
  for (const [path, names] of lists) {
    for (const [at, written] of names.entries()) {
      const chosen = chooseChecklist(known, written);
      if ('problem' in chosen) yield [[...path, at], chosen.problem];
    }
  }
  const items = itemsKnown(known);
  for (const [ruleAt, rule] of (policy.not_applicable ?? []).entries()) {
    for (const [at, id] of rule.items.entries()) {
      if (!items.has(id)) yield [['not_applicable', ruleAt, 'items', at], `There is no item "${id}"`];
    }
  }
}

function itemsKnown(known: KnownChecklists): ReadonlySet<string> {
  const items = [...known.values()].flatMap(({ sections }) => sections.flatMap((section) => section.items));
  return new Set(items.map(({ id }) => id));
}
