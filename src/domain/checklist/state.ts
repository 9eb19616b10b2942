/** Where an item stands. The database holds these; the issue body only shows them. Plain data, so that JSON keeps it whole. */

/**
 * The state of one item. `by`, `approver` are logins without `@`; null means that nobody could be named (edit history gone).
 * `at` is an ISO 8601 instant, `until` a calendar date (`2027-01-31`), the last day on which the waiver holds.
 */
export type ItemState =
  /** Nobody has dealt with it; `at`/`by`/`reason` say how it came back when it was something else before. */
  | { readonly kind: 'open'; readonly by?: string | null; readonly at?: string; readonly reason?: string }
  /** A person attested it. `evidence` is a link or a few words; `with` names the item that fulfils this one too. */
  | {
      readonly kind: 'done';
      readonly by: string | null;
      readonly at: string;
      readonly evidence?: string;
      readonly with?: string;
    }
  /** A verifier saw it; `note` says what somebody tried to do about that. */
  | { readonly kind: 'verified'; readonly at: string; readonly evidence?: string; readonly note?: string }
  /** It was done or verified, and the evidence has become too old or no longer holds. */
  | { readonly kind: 'stale'; readonly at: string; readonly reason: string }
  /** It does not apply here; `by` is null when a rule of the policy says so. */
  | { readonly kind: 'not-applicable'; readonly by: string | null; readonly at: string; readonly reason?: string }
  /** The risk is accepted for a while. The approver is not the requester; `alsoBy` approved before, where one is not enough. */
  | {
      readonly kind: 'waived';
      readonly by: string;
      readonly approver: string;
      readonly alsoBy?: readonly string[];
      readonly at: string;
      readonly until: string;
      readonly reason: string;
    }
  /** It could not be looked at. Never counted as met. */
  | { readonly kind: 'unknown'; readonly at: string; readonly reason: string };

export type StateKind = ItemState['kind'];

/** States by item id; an item that is not in it is open. */
export type ItemStates = ReadonlyMap<string, ItemState>;

export const OPEN: ItemState = { kind: 'open' };

export function stateOf(states: ItemStates, id: string): ItemState {
  return states.get(id) ?? OPEN;
}

/** How a line's checkbox stands. */
export interface Box {
  readonly checked: boolean;
  readonly struck: boolean;
}

/** The box under which a state is shown. */
export function boxOf(state: ItemState): Box {
  switch (state.kind) {
    case 'done':
    case 'verified':
      return { checked: true, struck: false };
    case 'not-applicable':
      return { checked: true, struck: true };
    case 'open':
    case 'stale':
    case 'waived':
    case 'unknown':
      return { checked: false, struck: false };
  }
}

/** True when nothing has to be done about the item: it was done, seen, or does not apply. A waived item is not settled, it is waived. */
export function isSettled(state: ItemState): boolean {
  return state.kind === 'done' || state.kind === 'verified' || state.kind === 'not-applicable';
}
