/** Settles the baseline issue: one reading, people's edits taken up with their names, one write if it shows something else. */
import { isDeepStrictEqual } from 'node:util';
import type { RepoRef } from '../core/repo-ref.js';
import {
  attribute,
  createReader,
  type Decision,
  isSettled,
  reconcile,
  render,
  withAttestations,
} from '../domain/checklist/index.js';
import { itemState, saveItemState } from '../infra/db/baselines.js';
import { inTransaction } from '../infra/db/database.js';
import {
  forgetEdits,
  forgetWrites,
  isUnrecordedWrite,
  noteWrite,
  type PendingEdit,
  pendingEdits,
} from '../infra/db/edits.js';
import { findRepository } from '../infra/db/installations.js';
import { appendJournal } from '../infra/db/journal.js';
import { closeWaivers } from '../infra/db/waivers.js';
import type { BodyEdit, Issue } from '../infra/github/gateway.js';
import type { Context } from './context.js';
import { keepOverflow } from './keep-overflow.js';
import { type CatalogueMerge, mergeCatalogue, recordSettled } from './merge-catalogue.js';
import { ownIssue, replaceIssue } from './own-issue.js';
import { type Refusals, refuseAttestations } from './refuse-attestations.js';
import { readService, type Service, shownStates, viewOf } from './service.js';

/** As many edits as one look at the history gives. */
const HISTORY = 50;
/** The echo of a write comes within seconds, and after an outage within GitHub's three days of redelivery. */
const REMEMBERED_MS = 3 * 86_400_000;

type Edit = PendingEdit & { readonly key: string };

export async function settleIssue(repositoryId: number, context: Context): Promise<void> {
  const { db } = context;
  const row = await findRepository(db, repositoryId);
  const merge = await mergeCatalogue(await readService(repositoryId, context), context);
  const { service } = merge;
  const known = service.baseline?.issue ?? null;
  if (row === undefined || row.removed_at !== null || known === null) return;
  const repository: RepoRef = { id: repositoryId, owner: row.owner, name: row.name };
  const edits = await pendingEdits(db, repositoryId);
  const issue = await ownIssue(repository, known, context);
  if (issue === null) return replaceIssue(repository, context);
  const taken = await refuseAttestations(
    repository,
    await takeUp(repositoryId, merge, issue, edits, context),
    merge.gone,
    context,
  );
  // Commands run beside us: what was decided since we looked is looked at anew, and nothing of it is overwritten.
  if (!(await record(repositoryId, service, taken, edits, context))) return settleIssue(repositoryId, context);
  await write(repository, merge, issue, taken, context);
}

type Taken = TakenUp & Refusals;
type TakenUp = Pick<Decision, 'attestations' | 'states' | 'notes' | 'rendered'>;

/** Decides what people said. The edit history costs a request, so it is asked only for a name that is missing. */
async function takeUp(
  repositoryId: number,
  { service, shown, gone }: CatalogueMerge,
  issue: Issue,
  edits: readonly Edit[],
  context: Context,
): Promise<TakenUp> {
  const isOurs = await isUnrecordedWrite(context.db, repositoryId, issue.body);
  const settledBody = isOurs ? issue.body : (service.baseline?.settledBody ?? null);
  const read = createReader(shown);
  const decide = (known: readonly PendingEdit[]) =>
    reconcile({
      base: settledBody === null ? null : read(settledBody),
      current: read(issue.body),
      edits: known,
      read,
      gone,
      now: context.clock.now().toISOString(),
      view: viewOf(repositoryId, service, context),
    });
  const first = decide(edits);
  if (first.attestations.every(({ by }) => by !== null)) return first;
  const history = await context.github.history.edits(issue.nodeId, HISTORY);
  const second = decide(edits.flatMap((edit) => named(edit, history)));
  // Oldest first: GitHub's times are whole seconds, so the order in which it tells them is all there is.
  const versions = history
    .toReversed()
    .flatMap(({ editor, editedAt, body }) =>
      body === null ? [] : [{ editor, editedAt: editedAt.toISOString(), body }],
    );
  const attestations = attribute(second.attestations, versions, read);
  return { ...second, attestations, states: withAttestations(second.states, attestations) };
}

/**
 * A write of ours that replaced edits shows only where they led to. The history has each of them with its editor: the steps from
 * the body we had read to the one we replaced.
 */
function named(edit: Edit, history: readonly BodyEdit[]): readonly PendingEdit[] {
  if (edit.by !== null) return [edit];
  const versions = history.toReversed();
  const last = versions.findLastIndex(({ body }) => body === edit.to);
  const first = versions.slice(0, Math.max(0, last)).findLastIndex(({ body }) => body === edit.from);
  if (first === -1) return [{ ...edit, by: versions[last]?.editor ?? null }];
  return versions.slice(first + 1, last + 1).map(({ body, editor, editedAt }, step) => ({
    from: versions[first + step]?.body ?? null,
    to: body,
    by: editor,
    at: editedAt.toISOString(),
  }));
}

/**
 * States, journal and the end of the edits in one transaction: a crash repeats all of it or nothing. False, and nothing is changed,
 * when one of the items is not on record any more as `service` has it.
 */
async function record(
  repositoryId: number,
  service: Service,
  taken: Taken,
  edits: readonly Edit[],
  { db, clock, app }: Context,
): Promise<boolean> {
  const now = clock.now();
  const changed = [...taken.states].filter(([id, state]) => service.states.get(id) !== state);
  if (changed.length === 0 && edits.length === 0) return true;
  return inTransaction(db, async (trx) => {
    for (const [id] of changed) {
      const isAsBefore = isDeepStrictEqual(await itemState(trx, repositoryId, id), service.stored.get(id) ?? null);
      if (!isAsBefore) return false;
    }
    for (const [id, state] of changed) await saveItemState(trx, repositoryId, id, state, now);
    const settled = changed.filter(([, state]) => isSettled(state)).map(([id]) => id);
    await closeWaivers(trx, repositoryId, settled);
    await appendJournal(
      trx,
      taken.attestations.map((attestation) => {
        const { itemId, via, from, to, by, at } = attestation;
        return {
          at: new Date(at),
          actor: by ?? 'unknown',
          repositoryId,
          subject: `item:${itemId}`,
          kind: taken.refused.has(itemId) ? 'item.refused' : `item.${to.kind}`,
          data: { via, from: from.kind, to: to.kind, recordedBy: app.login },
        };
      }),
    );
    await forgetEdits(
      trx,
      edits.map(({ key }) => key),
    );
    return true;
  });
}

async function write(
  repository: RepoRef,
  merge: CatalogueMerge,
  issue: Issue,
  { states, notes, rendered }: Taken,
  context: Context,
): Promise<void> {
  const { db, github, clock } = context;
  const { service } = merge;
  const { body, overflow } = render({
    ...viewOf(repository.id, { ...service, states: shownStates(states, service) }, context),
    notes,
  });
  await keepOverflow(repository, issue.number, [...rendered.overflow, ...overflow], context);
  if (body.trimEnd() === issue.body.trimEnd()) {
    await recordSettled(repository.id, issue.body, merge, context);
    return;
  }
  const now = clock.now();
  await noteWrite(db, repository.id, { body, basedOn: issue.body, at: now });
  await github.issues.update(repository, issue.number, { body });
  await recordSettled(repository.id, body, merge, context);
  await forgetWrites(db, new Date(now.getTime() - REMEMBERED_MS));
}
