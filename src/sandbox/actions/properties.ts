/** Custom properties: what an organisation defines, and the values that its repositories have. */
import { invalid, notFound } from '../api-error.js';
import type { Organization, Properties, PropertyDefinition, PropertyValue, Repository } from '../state/model.js';
import type { Actor, World } from '../world.js';
import { ensureMay } from './rules.js';

/** @see https://docs.github.com/en/organizations/managing-organization-settings/managing-custom-properties-for-repositories-in-your-organization */
const NAME = /^[A-Za-z0-9_$#-]{1,75}$/;
const MOST_ALLOWED = 200;
/** Printable ASCII but quotes. */
const VALUE = /^[ !#-~]{1,75}$/;

/** Adds one or replaces it. @throws ApiError 422 */
export function defineProperty(organization: Organization, definition: PropertyDefinition): void {
  const { name, type, allowed } = definition;
  const isSelect = type === 'single_select' || type === 'multi_select';
  if (!NAME.test(name)) throw refused('property_name');
  if (isSelect === (allowed === null)) throw refused('allowed_values');
  if (allowed !== null && (allowed.length > MOST_ALLOWED || !allowed.every((value) => VALUE.test(value))))
    throw refused('allowed_values');
  organization.properties.set(name, definition);
}

/** All or nothing. @throws ApiError 404 for a repository or a property that there is not, 422 for a value that is none of it. */
export function setValues(
  world: World,
  actor: Actor,
  organization: Organization,
  names: readonly string[],
  values: Readonly<Record<string, PropertyValue | null>>,
): void {
  const repositories = names.map((name) => {
    const repo = world.state.repositoryNamed(organization.login, name);
    if (repo === undefined) throw notFound();
    return repo;
  });
  for (const [name, value] of Object.entries(values)) {
    const definition = organization.properties.get(name);
    if (definition === undefined) throw notFound();
    if (value !== null && !fits(value, definition)) throw refused(name);
  }
  for (const repo of repositories) changeValues(world, actor, repo, values);
}

/** As an administrator does it; the properties are taken to be defined. @throws ApiError 403 or 404. */
export function setProperties(
  world: World,
  actor: Actor,
  repo: Repository,
  values: Readonly<Record<string, PropertyValue | null>>,
): void {
  ensureMay(world, actor, repo, 'admin');
  changeValues(world, actor, repo, values);
}

/** What is the same already is no event. */
function changeValues(
  world: World,
  actor: Actor,
  repo: Repository,
  values: Readonly<Record<string, PropertyValue | null>>,
): void {
  const before = repo.properties;
  const changed = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name] ?? null),
  );
  if (changed.length === 0) return;
  const kept = Object.entries({ ...before, ...values }).filter(([, value]) => value !== null);
  repo.properties = Object.fromEntries(kept) as Properties;
  const payload = {
    new_property_values: changed.map(([name, value]) => ({ property_name: name, value })),
    old_property_values: changed.map(([name]) => ({ property_name: name, value: before[name] ?? null })),
  };
  world.emit({ name: 'custom_property_values', action: 'updated', repository: repo, sender: actor.user, payload });
}

function fits(value: PropertyValue, { type, allowed }: PropertyDefinition): boolean {
  const isList = typeof value !== 'string';
  if (isList !== (type === 'multi_select')) return false;
  const all = isList ? value : [value];
  if (type === 'true_false') return value === 'true' || value === 'false';
  return all.every((one) => VALUE.test(one) && (allowed?.includes(one) ?? true));
}

function refused(field: string) {
  return invalid({ resource: 'CustomProperty', field, code: 'invalid' });
}
