/** What each verdict makes of each state: what is seen goes before what was said, and unknown is never a pass. */
import type { ItemState } from '../../../src/domain/checklist/index.js';
import { applyVerdict } from '../../../src/domain/verification/apply.js';
import {
  type Judgement,
  met,
  notApplicable,
  unknown,
  unmet,
  type Verdict,
} from '../../../src/domain/verification/verdict.js';

const NOW = '2026-11-22T10:00:00.000Z';
const BEFORE = '2026-11-20T10:00:00.000Z';
const LONG_AGO = '2026-11-18T10:00:00.000Z';
const WHERE = 'https://github.com/harbour/quay/settings';

const MET = met('there is a CODEOWNERS file');
const UNMET = unmet('there is no CODEOWNERS file', 'Add one.');
const UNKNOWN = unknown('the permission is missing');
const NOT_APPLICABLE = notApplicable('nobody can review anything here');

const OPEN: ItemState = { kind: 'open' };
const DONE: ItemState = { kind: 'done', by: 'ann', at: BEFORE };
const NAMELESS: ItemState = { kind: 'done', by: null, at: BEFORE };
const VERIFIED: ItemState = { kind: 'verified', at: BEFORE, evidence: WHERE };
const STALE: ItemState = { kind: 'stale', at: BEFORE, reason: 'last attested long ago' };
const LOST: ItemState = { kind: 'unknown', at: BEFORE, reason: 'the permission is missing' };
const STRUCK: ItemState = { kind: 'not-applicable', by: 'ann', at: BEFORE, reason: 'no code here' };
const RULED: ItemState = { kind: 'not-applicable', by: null, at: BEFORE, reason: 'nobody can review anything here' };
const WAIVED: ItemState = {
  kind: 'waived',
  by: 'ann',
  approver: 'bob',
  at: BEFORE,
  until: '2026-12-01',
  reason: 'later',
};
const NOW_VERIFIED: ItemState = { kind: 'verified', at: NOW, evidence: WHERE };

const apply = (state: ItemState, judgement: Judgement, metAt: string | null = null, where = WHERE) => {
  const verdict: Verdict = { ...judgement, evidence: [{ where, at: NOW }], isPublic: true };
  return applyVerdict(state, { verdict, metAt }, NOW);
};

const again = (reason: string): ItemState => ({ kind: 'open', at: NOW, reason });

test.each<[string, ItemState, Judgement, ItemState]>([
  ['an open item that is met is verified', OPEN, MET, NOW_VERIFIED],
  ['a person was right: done becomes verified', DONE, MET, NOW_VERIFIED],
  ['what was attested too long ago is seen to be so', STALE, MET, NOW_VERIFIED],
  ['what nobody could look at is seen again', LOST, MET, NOW_VERIFIED],
  ['a rule said that it does not apply, and it is there', RULED, MET, NOW_VERIFIED],
  ['old evidence that is wrong', STALE, UNMET, again('it counted as done, and is seen otherwise')],
  ['it applies again', RULED, UNMET, again('it applies by now')],
  ['an open item that does not apply', OPEN, NOT_APPLICABLE, { ...RULED, at: NOW }],
  ['a verified item that does not apply any more', VERIFIED, NOT_APPLICABLE, { ...RULED, at: NOW }],
])('%s', (_, state, judgement, to) => {
  expect(apply(state, judgement)).toEqual({ to, isRegression: false });
});

test.each<[string, ItemState, string]>([
  ['verified before', VERIFIED, 'verified on 2026-11-20, and now seen otherwise'],
  ['attested before', DONE, 'done by @ann on 2026-11-20, and now seen otherwise'],
  ['attested by nobody knows whom', NAMELESS, 'done on 2026-11-20, and now seen otherwise'],
  ['verified, then not to be seen for a while', LOST, 'it counted as done, and is seen otherwise'],
])('unmet and %s: a regression, open again', (_, state, reason) => {
  expect(apply(state, UNMET)).toEqual({ to: again(reason), isRegression: true });
});

test.each<[string, ItemState, Judgement]>([
  ['verified and met', VERIFIED, MET],
  ['open and unmet', OPEN, UNMET],
  ['open and unknown', OPEN, UNKNOWN],
  ['attested and unknown', DONE, UNKNOWN],
  ['out of date and unknown', STALE, UNKNOWN],
  ['unknown still', LOST, UNKNOWN],
  ['verified two days ago and unknown', VERIFIED, UNKNOWN],
  ['not applicable still', RULED, NOT_APPLICABLE],
  ['not applicable and unknown', RULED, UNKNOWN],
  ['done although it does not apply', DONE, NOT_APPLICABLE],
  ['struck by a person and met', STRUCK, MET],
  ['struck by a person and unmet', STRUCK, UNMET],
  ['struck by a person and not applicable', STRUCK, NOT_APPLICABLE],
  ['an accepted risk that is met', WAIVED, MET],
  ['an accepted risk that is unmet', WAIVED, UNMET],
  ['an accepted risk that does not apply', WAIVED, NOT_APPLICABLE],
])('%s: nothing changes', (_, state, judgement) => {
  expect(apply(state, judgement)).toBeNull();
});

test.each<[string, string | null, string, ItemState | null]>([
  ['since yesterday', BEFORE, LONG_AGO, null],
  ['for three days', LONG_AGO, LONG_AGO, { kind: 'unknown', at: NOW, reason: 'the permission is missing' }],
  [
    'for three days, by an item from before looks were kept',
    null,
    LONG_AGO,
    { kind: 'unknown', at: NOW, reason: 'the permission is missing' },
  ],
])('a verified item that nobody could look at %s', (_, metAt, since, to) => {
  const state: ItemState = { kind: 'verified', at: since };
  expect(apply(state, UNKNOWN, metAt)?.to ?? null).toEqual(to);
});

test('what was seen in a working copy is told in words: there is no address to open', () => {
  expect(apply(OPEN, MET, null, '/home/ann/quay')?.to).toMatchObject({ evidence: 'there is a CODEOWNERS file' });
});

test('with its own answer given back, nothing changes', () => {
  for (const state of [OPEN, DONE, VERIFIED, STALE, LOST, RULED]) {
    for (const judgement of [MET, UNMET, NOT_APPLICABLE, UNKNOWN]) {
      const change = apply(state, judgement);
      if (change !== null) expect(apply(change.to, judgement)).toBeNull();
    }
  }
});
