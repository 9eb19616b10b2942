/** Whose word counts: some items only the right people attest, and nobody unticks what a verifier saw. The reason is at the item. */
import { type Attestation, type Item, type ItemState, isSettled } from '../checklist/index.js';

export interface Judged {
  readonly accepted: readonly Attestation[];
  /** `to` is the state that the item gets instead. */
  readonly refused: readonly Attestation[];
}

/** True when the attestation settles an item that not everybody may settle: a tick does, and so does striking it through. */
export function needsApprover({ via, itemId }: Attestation, items: readonly Pick<Item, 'id' | 'approve'>[]): boolean {
  if (via !== 'tick' && via !== 'strike') return false;
  return items.some((item) => item.id === itemId && item.approve !== undefined);
}

/** `mayApprove` is asked only for people who settled an item that demands it. */
export function judgeAttestations(
  attestations: readonly Attestation[],
  items: readonly Pick<Item, 'id' | 'approve'>[],
  mayApprove: (login: string) => boolean,
): Judged {
  const accepted: Attestation[] = [];
  const refused: Attestation[] = [];
  for (const attestation of attestations) {
    const { by } = attestation;
    const seen = againstWhatWasSeen(attestation);
    if (seen !== null) refused.push({ ...attestation, to: seen });
    else if (!needsApprover(attestation, items) || (by !== null && mayApprove(by))) accepted.push(attestation);
    else refused.push({ ...attestation, to: refusedState(attestation, items) });
  }
  return { accepted, refused };
}

/** What a verifier saw is nobody's word, and nobody takes it back; that it does not apply is another matter. */
function againstWhatWasSeen({ via, from, by }: Attestation): ItemState | null {
  if (via !== 'untick' || from.kind !== 'verified') return null;
  const who = by === null ? 'somebody' : `@${by}`;
  return { ...from, note: `${who} unticked it, but what is seen counts: it opens by itself when that changes` };
}

/** What is settled stays settled, an accepted risk stays accepted; everything else is open, and says why. */
function refusedState(
  { itemId, from, by, at, via }: Attestation,
  items: readonly Pick<Item, 'id' | 'approve'>[],
): ItemState {
  if (from.kind === 'waived' || isSettled(from)) return from;
  const what = via === 'tick' ? 'ticked' : 'struck through';
  const team = items.find(({ id }) => id === itemId)?.approve ?? 'security';
  return {
    kind: 'open',
    by,
    at,
    reason: `${what} by ${by === null ? 'somebody' : `@${by}`}, but ${team} has to attest it`,
  };
}
