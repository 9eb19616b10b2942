/** Which items a check judges: of the checklists asked for, or of those that the repository's own policy names. */
import path from 'node:path';
import { UserError } from '../../core/user-error.js';
import { type Checklist, chooseChecklist, type Item, itemsOf, problemText } from '../../domain/checklist/index.js';
import { POLICY_FILE, type ParsedPolicy, readPolicy, resolvePolicy, tailor } from '../../domain/policy/index.js';
import { readChecklists } from '../../infra/catalogue.js';
import type { Io } from '../_contract.js';
import type { Looked } from './looked.js';

export interface Chosen {
  readonly checklists: readonly Checklist[];
  readonly items: readonly Item[];
  /** Item id -> the reason, as the policy or the visibility gives it. */
  readonly notApplicable: ReadonlyMap<string, string>;
}

/** @throws UserError for a checklist that is not known, and for a policy file with mistakes. */
export async function chooseItems(input: {
  readonly asked: readonly string[] | null;
  readonly looked: Pick<Looked, 'name' | 'visibility' | 'tree'>;
  readonly io: Pick<Io, 'packageFolder'>;
}): Promise<Chosen> {
  const { asked, looked, io } = input;
  const { checklists: catalogue, problems } = await readChecklists(path.join(io.packageFolder, 'checklists'));
  if (problems.length > 0) throw new UserError(problems.map(problemText).join('\n'));
  const facts = { name: looked.name, topics: [], language: null, visibility: looked.visibility, properties: {} };
  const own = await ownPolicy(looked, catalogue);
  const { policy } = resolvePolicy({ organisation: null, repository: own, facts });
  for (const name of asked ?? []) {
    const choice = chooseChecklist(catalogue, name);
    if ('problem' in choice) throw new UserError(`${choice.problem}.`);
  }
  const wanted = asked === null ? policy : { ...policy, checklists: asked };
  const { checklists, notApplicable } = tailor({ policy: wanted, catalogue, facts });
  return { checklists, items: itemsOf(checklists), notApplicable };
}

async function ownPolicy(
  { tree }: Pick<Looked, 'tree'>,
  catalogue: ReadonlyMap<string, Checklist>,
): Promise<ParsedPolicy | null> {
  const text = (await tree.texts([POLICY_FILE])).get(POLICY_FILE);
  if (text === undefined) return null;
  const read = readPolicy(text, null, catalogue);
  if (read.ok) return read.value;
  const lines = read.problems.map((problem) => problemText({ ...problem, file: POLICY_FILE }));
  throw new UserError(`${POLICY_FILE} has mistakes:\n${lines.join('\n')}`);
}
