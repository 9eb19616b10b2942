/** Accepts risks: a request is kept until enough others approved it, then the item is waived; time ends it (tend-items.ts). */
import { dayOf } from '../core/clock.js';
import type { RepoRef } from '../core/repo-ref.js';
import { UserError } from '../core/user-error.js';
import { code, escapeInline, type Item, type ItemState, mention } from '../domain/checklist/index.js';
import { addDays, type WaiverTerms } from '../domain/life/terms.js';
import { approversFor, judgeApproval, judgeRequest, waivedState } from '../domain/life/waiver.js';
import { appendJournal } from '../infra/db/journal.js';
import { approveWaiver, askForWaiver, currentWaivers, type StoredWaiver } from '../infra/db/waivers.js';
import { whoMayApprove } from './approvers.js';
import { changeItem } from './change-item.js';
import type { Context } from './context.js';
import { requestWrite } from './note-edit.js';

export interface Asked {
  readonly item: Item;
  readonly state: ItemState;
  /** Login. */
  readonly by: string;
  /** Calendar date. */
  readonly until: string;
  /** With no value in it. */
  readonly reason: string;
}

/** Answers who has to approve now. @throws UserError when the risk cannot be accepted until then. */
export async function askToAccept(repository: RepoRef, asked: Asked, context: Context): Promise<string> {
  const { item, state, by, until, reason } = asked;
  const now = context.clock.now();
  const { waivers: terms } = await context.lifeRules(repository, context);
  const judged = judgeRequest({ item, state, until, today: dayOf(now), terms });
  if (!judged.ok) throw new UserError(judged.why);
  const [waiting] = (await currentWaivers(context.db, repository.id, item.id)).filter(isAsked);
  const isKnown = waiting?.requestedBy === by && waiting.until === until && waiting.reason === reason;
  if (!isKnown) {
    const request = { requestedBy: by, requestedAt: now.toISOString(), until, reason };
    await changeItem(
      repository,
      item.id,
      {
        by,
        via: 'accept-risk',
        to: (from) => from,
        async also(trx) {
          await askForWaiver(trx, repository.id, item.id, request);
          await appendJournal(trx, [entry(repository, item, by, now, 'waiver.asked', { until, reason })]);
        },
      },
      context,
    );
  }
  const people =
    approversFor(item, terms) === 1 ? 'somebody else approves' : `${approversFor(item, terms)} others approve`;
  const who = await whoMayApprove(repository, context);
  return `${code(item.id)} (${escapeInline(item.title)}) stays open until ${people}: \`/baseline approve ${item.id}\`. ${who} can.`;
}

/** Answers what was approved, and what is still missing. @throws UserError when this approval does not count. */
export async function approveRisk(
  repository: RepoRef,
  { item, state, by, saidAt }: Pick<Asked, 'item' | 'state' | 'by'> & { readonly saidAt: Date },
  context: Context,
): Promise<string> {
  const now = context.clock.now();
  const { waivers: terms } = await context.lifeRules(repository, context);
  const others = await whoMayApprove(repository, context);
  const current = await currentWaivers(context.db, repository.id, item.id);
  const waiver = current.find(isAsked);
  if (waiver === undefined) {
    const repeated = current.find(({ approvals }) => approvals.some((approval) => approval.by === by));
    // Who approved it already may say so again: the first time may have ended half-way.
    if (repeated === undefined) throw new UserError(nothingAsked(item, current, dayOf(now), terms));
    await requestWrite(repository.id, context);
    return acceptedText(item, repeated);
  }
  if (isNewer(waiver, saidAt)) throw changedMeanwhile(item);
  const missingNow = (from: ItemState): number => {
    const judged = judgeApproval({ item, state: from, waiver, by, today: dayOf(now), terms, others });
    if (!judged.ok) throw new UserError(judged.why);
    return judged.missing;
  };
  const missing = missingNow(state);
  const approved = { ...waiver, approvals: [...waiver.approvals, { by, at: now.toISOString() }] };
  const isEnough = missing === 0;
  await changeItem(
    repository,
    item.id,
    {
      by,
      via: 'approve',
      to(from) {
        // Somebody may have done it since we looked.
        missingNow(from);
        return isEnough ? waivedState(approved, now.toISOString()) : from;
      },
      async also(trx) {
        if (!(await approveWaiver(trx, waiver, approved.approvals, isEnough ? now : null)))
          throw changedMeanwhile(item);
        const data = { requestedBy: waiver.requestedBy, until: waiver.until, missing };
        await appendJournal(trx, [entry(repository, item, by, now, 'waiver.approved', data)]);
      },
    },
    context,
  );
  if (isEnough) return acceptedText(item, waiver);
  const more = missing === 1 ? 'One more person has' : `${missing} more people have`;
  return `You approved it until ${waiver.until}: ${escapeInline(waiver.reason)}. ${more} to approve: \`/baseline approve ${item.id}\`. ${others} can.`;
}

/** The command names no request, so the answer says which one it was. */
function acceptedText(item: Item, { requestedBy, until, reason }: StoredWaiver): string {
  return `The risk of ${code(item.id)} is accepted until ${until}, as ${mention(requestedBy)} asked: ${escapeInline(reason)}`;
}

/** Asked for after the comment was written, to the second: whoever wrote it may have seen another request. */
function isNewer({ requestedAt }: StoredWaiver, saidAt: Date): boolean {
  return Date.parse(requestedAt) - saidAt.getTime() >= 1_000;
}

function nothingAsked(
  item: Item,
  [active]: readonly StoredWaiver[],
  today: string,
  { [item.risk]: { days } }: WaiverTerms,
): string {
  if (active !== undefined) return `The risk of ${code(item.id)} is accepted already, until ${active.until}.`;
  const nobody = `Nobody asked to accept the risk of ${code(item.id)}`;
  if (days < 1) return `${nobody}, and the policy lets nobody accept it.`;
  return `${nobody}. That starts with \`/baseline accept-risk ${item.id} until ${addDays(today, days)} because …\`, said by somebody else.`;
}

/** Nobody approves what they have not seen, and no item is waived without a waiver that ends. */
function changedMeanwhile({ id }: Item): UserError {
  return new UserError(
    `The request for ${code(id)} changed while you approved it. Look at it again, then say \`/baseline approve ${id}\`.`,
  );
}

function isAsked({ state }: StoredWaiver): boolean {
  return state === 'asked';
}

function entry(repository: RepoRef, item: Item, actor: string, at: Date, kind: string, data: unknown) {
  return { at, actor, repositoryId: repository.id, subject: `item:${item.id}`, kind, data };
}
