/** What the commands on an item share: reading its id, looking it up, and who may attest it. */
import { UserError } from '../core/user-error.js';
import { code, escapeInline, type Item, type ItemState, itemsOf, stateOf } from '../domain/checklist/index.js';
import { mayApprove, whoMayApprove } from '../flows/approvers.js';
import type { Context } from '../flows/context.js';
import { readService, viewOf } from '../flows/service.js';
import type { Subject } from './_subject.js';
import { nearest, quoteWord } from './_suggest.js';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** No item has a longer id; what is longer may be a value. */
const LONGEST_ID = 60;

/** The item's id, as it stands in code on its line; backticks are taken off. @throws UserError with `example`. */
export function parseItemId(word: string | undefined, example: string): string {
  const id = (word ?? '').replaceAll('`', '').toLowerCase();
  if (!SLUG.test(id) || id.length > LONGEST_ID)
    throw new UserError(`Name the item by the id that stands on its line: \`${example}\`.`);
  return id;
}

/** The item of this repository's baseline and where it stands. @throws UserError with the nearest one. */
export async function findItem(
  id: string,
  { repository }: Pick<Subject, 'repository'>,
  context: Context,
): Promise<{ readonly item: Item; readonly state: ItemState }> {
  const service = await readService(repository.id, context);
  const items = itemsOf(viewOf(repository.id, service, context).checklists);
  const item = items.find((candidate) => candidate.id === id);
  if (item !== undefined) return { item, state: stateOf(service.states, id) };
  const near = nearest(
    id,
    items.map((candidate) => candidate.id),
  );
  const meant = items.find((candidate) => candidate.id === near);
  throw new UserError(
    meant === undefined
      ? `There is no item ${quoteWord(id)} here. The baseline issue shows the id of each item on its line.`
      : `There is no item ${quoteWord(id)}. Did you mean ${code(meant.id)} (${escapeInline(meant.title)})?`,
  );
}

/**
 * Some items count only when the right people attest them. This is about the item, not the command: whoever may not say
 * it here may not tick it in the issue either. @throws UserError saying who can.
 */
export async function demandAttester(item: Item, subject: Subject, said: string, context: Context): Promise<void> {
  if (item.approve === undefined || (await mayApprove(subject.by, subject.repository, context))) return;
  const who = await whoMayApprove(subject.repository, context);
  throw new UserError(
    `${code(item.id)} counts only when ${item.approve} attests it. ${who} can say \`/baseline ${said}\`.`,
  );
}
