/** Looks at one repository and puts on record what that makes of its items: verified ones tick themselves, regressions open again. */
import { isDeepStrictEqual } from 'node:util';
import type { RepoRef } from '../core/repo-ref.js';
import { isSettled, type Item, type ItemState, itemsOf, OPEN, stateOf } from '../domain/checklist/index.js';
import { waivedButPassing } from '../domain/life/waiver.js';
import { applyVerdict, type Change, isDecided } from '../domain/verification/apply.js';
import { isUrgent, type Verdict } from '../domain/verification/verdict.js';
import { itemState, saveItemState } from '../infra/db/baselines.js';
import { type Db, inTransaction } from '../infra/db/database.js';
import { findRepository } from '../infra/db/installations.js';
import { appendJournal } from '../infra/db/journal.js';
import { type KeptVerdict, keptVerdicts, saveVerification } from '../infra/db/verifications.js';
import { closeWaivers } from '../infra/db/waivers.js';
import { enqueue } from '../infra/queue/queue.js';
import type { Context } from './context.js';
import { writeJob } from './note-edit.js';
import { readService } from './service.js';
import { sightOf } from './sights.js';
import { tellClosed } from './tell-closed.js';
import { type Call, tellPassing, tellRegressions, tellUrgent } from './tell-seen.js';

/** An item with the name of its verifier. */
type Verifiable = Item & { readonly verify: string };

/** Any number of times: what is as it was is neither written nor said again. */
export async function verifyRepository(ref: RepoRef, context: Context): Promise<void> {
  const { db, clock } = context;
  const row = await findRepository(db, ref.id);
  if (row === undefined || row.removed_at !== null || row.archived) return;
  const repository: RepoRef = { id: ref.id, owner: row.owner, name: row.name };
  const service = await readService(ref.id, context);
  const issue = service.baseline?.issue ?? null;
  const items = itemsOf(service.checklists).filter(isVerifiable);
  if (issue === null || items.length === 0) return;
  const before = await keptVerdicts(db, ref.id);
  const seen = await context.verify(repository, new Set(items.map(({ verify }) => verify)), context);
  const now = clock.now();
  const verdicts = new Map(
    [...seen].map(([name, verdict]): [string, KeptVerdict] => [
      name,
      keep(verdict, before.get(name), now.toISOString()),
    ]),
  );
  const changes = judge(items, service.stored, verdicts, now);
  const regressions = changes.filter(({ isRegression }) => isRegression);
  const calls = items.flatMap((item): Call[] => {
    const verdict = verdicts.get(item.verify);
    const isNew = verdict?.urgentSince !== undefined && before.get(item.verify)?.urgentSince === undefined;
    const isTold = regressions.some((one) => one.item.id === item.id);
    return isNew && !isTold && !isDecided(stateOf(service.stored, item.id))
      ? [{ item, verdict, lookedBefore: before.get(item.verify)?.at ?? null }]
      : [];
  });
  const sightFor = (verdict: KeptVerdict) => sightOf(verdict, row.private);
  // Before they are on record, so that no crash leaves it out.
  await tellRegressions(repository, issue.number, regressions, sightFor, context);
  await tellUrgent(repository, issue.number, calls, sightFor, context);
  await tellClosed(repository, service, new Map(changes.map(({ item, to }) => [item.id, to])), context);
  await tellPassing(repository, issue.number, waivedButPassing(service.stored, passing(items, verdicts)), context);
  const isShownOtherwise = items.some(({ verify }) => !isSameSight(before.get(verify), verdicts.get(verify)));
  await inTransaction(db, async (trx) => {
    const isChanged = await record(repository, changes, trx, context);
    await saveVerification(trx, ref.id, verdicts, now);
    if (isChanged || isShownOtherwise) await enqueue(trx, clock, [writeJob(ref.id, context.job.installationId)]);
  });
}

export interface ItemChange extends Change {
  readonly item: Verifiable;
  readonly from: ItemState;
  readonly verdict: KeptVerdict;
}

/** What cannot be seen any more is as urgent as it was. */
function keep(verdict: Verdict, before: KeptVerdict | undefined, now: string): KeptVerdict {
  const metAt = verdict.answer === 'met' ? now : (before?.metAt ?? null);
  const since = isUrgent(verdict) ? (before?.urgentSince ?? now) : before?.urgentSince;
  const stays = since !== undefined && (isUrgent(verdict) || verdict.answer === 'unknown');
  return { ...verdict, at: now, metAt, ...(stays ? { urgentSince: since } : {}) };
}

function judge(
  items: readonly Verifiable[],
  states: ReadonlyMap<string, ItemState>,
  verdicts: ReadonlyMap<string, KeptVerdict>,
  now: Date,
): readonly ItemChange[] {
  return items.flatMap((item) => {
    const verdict = verdicts.get(item.verify);
    if (verdict === undefined) return [];
    const from = stateOf(states, item.id);
    const change = applyVerdict(from, { verdict, metAt: verdict.metAt }, now.toISOString());
    return change === null ? [] : [{ ...change, item, from, verdict }];
  });
}

/** What people decided while we looked stands: the next look judges it. */
async function record(
  { id: repositoryId }: RepoRef,
  changes: readonly ItemChange[],
  trx: Db,
  { clock, app }: Context,
): Promise<boolean> {
  const now = clock.now();
  const made: ItemChange[] = [];
  for (const change of changes) {
    const { item, from, to } = change;
    const current = ((await itemState(trx, repositoryId, item.id)) as ItemState | null) ?? OPEN;
    if (!isDeepStrictEqual(current, from)) continue;
    await saveItemState(trx, repositoryId, item.id, to, now);
    made.push(change);
  }
  const settled = made.filter(({ to }) => isSettled(to)).map(({ item }) => item.id);
  await closeWaivers(trx, repositoryId, settled);
  await appendJournal(
    trx,
    made.map(({ item, from, to, verdict }) => ({
      at: now,
      actor: app.login,
      repositoryId,
      subject: `item:${item.id}`,
      kind: `item.${to.kind}`,
      data: { via: 'verifier', verifier: item.verify, from: from.kind, to, because: verdict.because },
    })),
  );
  return made.length > 0;
}

function passing(items: readonly Verifiable[], verdicts: ReadonlyMap<string, KeptVerdict>): ReadonlySet<string> {
  return new Set(items.filter(({ verify }) => verdicts.get(verify)?.answer === 'met').map(({ id }) => id));
}

/** The line of an open item shows the reason of an `unmet`, and of nothing else. */
function isSameSight(a: KeptVerdict | undefined, b: KeptVerdict | undefined): boolean {
  const shown = (verdict: KeptVerdict | undefined) => (verdict?.answer === 'unmet' ? verdict.because : null);
  return shown(a) === shown(b);
}

function isVerifiable(item: Item): item is Verifiable {
  return item.verify !== undefined;
}
