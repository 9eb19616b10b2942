/** Makes labels: asked for, or on the fly when an issue names one that does not exist yet. */
import { invalid } from '../api-error.js';
import type { Label, Repository } from '../state/model.js';
import { labelView } from '../views/issue.js';
import type { Actor, World } from '../world.js';
import { ensureMay, ensurePresent, tooLong } from './rules.js';

const NAME_LIMIT = 50;
const DESCRIPTION_LIMIT = 100;
const COLOR = /^[0-9a-fA-F]{6}$/;

export interface NewLabel {
  readonly name: string;
  readonly color?: string;
  readonly description?: string | null;
}

/** @throws ApiError 422 when the name is taken or too long, or the colour is none. */
export function createLabel(world: World, actor: Actor, repo: Repository, given: NewLabel): Label {
  ensureMay(world, actor, repo, 'write');
  ensurePresent('Label', 'name', given.name);
  if ([...given.name].length > NAME_LIMIT) throw invalid(tooLong('Label', 'name', NAME_LIMIT));
  if ([...(given.description ?? '')].length > DESCRIPTION_LIMIT) {
    throw invalid(tooLong('Label', 'description', DESCRIPTION_LIMIT));
  }
  const color = given.color ?? 'ededed';
  if (!COLOR.test(color)) throw invalid({ resource: 'Label', code: 'invalid', field: 'color' });
  if (world.state.label(repo.id, given.name)) {
    throw invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
  }
  const id = world.state.nextId();
  const label: Label = { id, repositoryId: repo.id, name: given.name, color, description: given.description ?? null };
  world.state.labels.set(id, label);
  const payload = { label: labelView(world, repo, label) };
  world.emit({ name: 'label', action: 'created', repository: repo, sender: actor.user, payload });
  return label;
}

/** The labels by their stored names, made when missing, each once. */
export function ensureLabels(world: World, actor: Actor, repo: Repository, names: readonly string[]): string[] {
  const stored = names.map(
    (name) => (world.state.label(repo.id, name) ?? createLabel(world, actor, repo, { name })).name,
  );
  return [...new Set(stored)];
}
