/** Who may accept which risk until when: a request is judged when it is made, an approval when it is given. */
import { code, type Item, type ItemState, isSettled, mention, plural } from '../checklist/index.js';
import { addDays, isDate, type WaiverTerms } from './terms.js';

export interface Waiver {
  /** Logins without `@`. */
  readonly requestedBy: string;
  /** ISO 8601 instant. */
  readonly requestedAt: string;
  /** Calendar date: it holds until the end of this day, UTC. */
  readonly until: string;
  readonly reason: string;
  readonly approvals: readonly { readonly by: string; readonly at: string }[];
  /** ISO 8601 instant; null while approvals are missing. */
  readonly activatedAt: string | null;
}

/** `why` is Markdown for the person: what is so, and what to say instead. */
export type Judgement<T = unknown> = ({ readonly ok: true } & T) | { readonly ok: false; readonly why: string };

export interface Request {
  readonly item: Pick<Item, 'id' | 'risk'>;
  readonly state: ItemState;
  readonly until: string;
  /** Today's calendar date in UTC. */
  readonly today: string;
  readonly terms: WaiverTerms;
}

/** May this risk be accepted until then? */
export function judgeRequest({ item, state, until, today, terms }: Request): Judgement {
  const { days } = terms[item.risk];
  const longest = addDays(today, days);
  const instead = `\`/baseline accept-risk ${item.id} until ${longest} because …\``;
  if (isSettled(state)) return { ok: false, why: `There is no risk to accept: ${code(item.id)} is ${wordFor(state)}.` };
  if (days < 1) return { ok: false, why: nobodyMay(item) };
  if (!isDate(until)) return { ok: false, why: `A date such as ${longest} is needed: ${instead}` };
  if (until < today) return { ok: false, why: `${until} is over. Until ${longest} is possible: ${instead}` };
  if (until > longest) {
    return {
      ok: false,
      why: `This item is ${item.risk}: a waiver may last ${plural(days, 'day')}, so until ${longest} at most. ${instead}`,
    };
  }
  return { ok: true };
}

function nobodyMay({ id, risk }: Request['item']): string {
  return `${code(id)} is ${risk}: the policy lets nobody accept that risk.`;
}

export interface Approval {
  readonly item: Pick<Item, 'id' | 'risk'>;
  readonly state: ItemState;
  readonly waiver: Waiver;
  /** Login of who approves; that this person may is known already. */
  readonly by: string;
  readonly today: string;
  readonly terms: WaiverTerms;
  /** Who else could approve, in words. */
  readonly others: string;
}

/** Does this approval count, and how many more people have to approve after it? */
export function judgeApproval({
  item,
  state,
  waiver,
  by,
  today,
  terms,
  others,
}: Approval): Judgement<{ readonly missing: number }> {
  if (isSettled(state))
    return { ok: false, why: `There is no risk to accept any more: ${code(item.id)} is ${wordFor(state)}.` };
  // Time has passed since it was asked for, and the policy may have become stricter.
  if (terms[item.risk].days < 1) return { ok: false, why: nobodyMay(item) };
  const longest = addDays(today, terms[item.risk].days);
  if (waiver.until < today || waiver.until > longest) {
    const is = waiver.until < today ? 'over' : `later than the policy allows now, ${longest}`;
    return {
      ok: false,
      why: `It was asked for until ${waiver.until}, which is ${is}. Somebody can ask anew: \`/baseline accept-risk ${item.id} until ${longest} because …\``,
    };
  }
  if (isSame(waiver.requestedBy, by))
    return { ok: false, why: `You asked for this waiver, so somebody else has to approve it. ${others} can.` };
  if (waiver.approvals.some((approval) => isSame(approval.by, by)))
    return { ok: false, why: `You approved it already; somebody else has to as well. ${others} can.` };
  const needed = approversFor(item, terms);
  return { ok: true, missing: Math.max(0, needed - waiver.approvals.length - 1) };
}

/** At least one, whatever the policy says: who asks never decides alone. */
export function approversFor(item: Pick<Item, 'risk'>, terms: WaiverTerms): number {
  return Math.max(1, terms[item.risk].approvers);
}

/** The state of an item whose risk is accepted. */
export function waivedState(waiver: Waiver, at: string): ItemState {
  const approvers = waiver.approvals.map(({ by }) => by);
  return {
    kind: 'waived',
    by: waiver.requestedBy,
    approver: approvers.at(-1) ?? 'unknown',
    ...(approvers.length > 1 ? { alsoBy: approvers.slice(0, -1) } : {}),
    at,
    until: waiver.until,
    reason: waiver.reason,
  };
}

/** Waived items that a verifier now sees as done: the waiver is needed no more, and somebody should be told. */
export function waivedButPassing(
  states: ReadonlyMap<string, ItemState>,
  passing: ReadonlySet<string>,
): readonly string[] {
  return [...states].filter(([id, state]) => state.kind === 'waived' && passing.has(id)).map(([id]) => id);
}

function wordFor(state: ItemState): string {
  if (state.kind === 'verified') return 'verified';
  if (state.kind === 'not-applicable') return 'not applicable';
  return state.kind === 'done' && state.by !== null ? `done by ${mention(state.by)}` : 'done';
}

/** GitHub's logins are the same in any case. */
function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
