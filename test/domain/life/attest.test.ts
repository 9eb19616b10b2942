/** Items that demand an approver: whose tick counts, and what the others' ticks lead to. */
import type { Attestation, ItemState } from '../../../src/domain/checklist/index.js';
import { judgeAttestations } from '../../../src/domain/life/attest.js';

const ITEMS = [{ id: 'guarded', approve: 'security' as const }, { id: 'free' }];
const AT = '2026-11-22T10:00:00Z';
const WAIVED: ItemState = { kind: 'waived', by: 'ann', approver: 'sec', at: AT, until: '2026-11-29', reason: 'soon' };
const DONE: ItemState = { kind: 'done', by: 'sec', at: AT };
const mayApprove = (login: string) => login === 'sec';

const said = (itemId: string, via: Attestation['via'], by: string | null, from: ItemState = { kind: 'open' }) =>
  ({ itemId, via, from, to: { kind: 'done', by, at: AT }, by, at: AT }) as const;

test.each<[string, Attestation]>([
  ['a tick of an approver', said('guarded', 'tick', 'sec')],
  ['a tick of anybody on an item of anybody', said('free', 'tick', 'ann')],
  ['a tick of nobody on an item of anybody', said('free', 'tick', null)],
  ['an untick of anybody', said('guarded', 'untick', 'ann')],
  ['an unstrike of anybody', said('guarded', 'unstrike', 'ann')],
])('%s counts', (_, attestation) => {
  expect(judgeAttestations([attestation], ITEMS, mayApprove)).toEqual({ accepted: [attestation], refused: [] });
});

test.each<[string, Attestation, ItemState]>([
  [
    'a tick',
    said('guarded', 'tick', 'ann'),
    { kind: 'open', by: 'ann', at: AT, reason: 'ticked by @ann, but security has to attest it' },
  ],
  [
    'a strike-through',
    said('guarded', 'strike', 'ann'),
    { kind: 'open', by: 'ann', at: AT, reason: 'struck through by @ann, but security has to attest it' },
  ],
  [
    'a tick that nobody could be named for',
    said('guarded', 'tick', null),
    { kind: 'open', by: null, at: AT, reason: 'ticked by somebody, but security has to attest it' },
  ],
  ['a tick on an accepted risk, which stays accepted', said('guarded', 'tick', 'ann', WAIVED), WAIVED],
  ['a strike-through of what security attested, which stays done', said('guarded', 'strike', 'ann', DONE), DONE],
])('of somebody who may not, %s is taken back', (_, attestation, to) => {
  expect(judgeAttestations([attestation], ITEMS, mayApprove)).toEqual({
    accepted: [],
    refused: [{ ...attestation, to }],
  });
});
