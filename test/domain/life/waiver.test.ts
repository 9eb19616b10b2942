/** Requests and approvals: who may accept which risk until when. */
import type { ItemState } from '../../../src/domain/checklist/index.js';
import { addDays, isDate, type WaiverTerms } from '../../../src/domain/life/terms.js';
import { DEFAULTS } from '../../../src/domain/policy/index.js';
import {
  judgeApproval,
  judgeRequest,
  type Waiver,
  waivedButPassing,
  waivedState,
} from '../../../src/domain/life/waiver.js';

const TODAY = '2026-11-22';
const OPEN: ItemState = { kind: 'open' };
const DONE: ItemState = { kind: 'done', by: 'ann', at: '2026-11-20T10:00:00Z' };
const WAIVED: ItemState = {
  kind: 'waived',
  by: 'ann',
  approver: 'bob',
  at: '2026-11-20T10:00:00Z',
  until: '2026-11-24',
  reason: 'soon',
};
const NEVER: WaiverTerms = { ...DEFAULTS.waivers, HIGH: { days: 0, approvers: 1 } };

type Request = Parameters<typeof judgeRequest>[0];
const request = (more: Partial<Request> & { risk?: Request['item']['risk'] }): Request => ({
  item: { id: 'hsts', risk: more.risk ?? 'HIGH' },
  state: OPEN,
  until: '2026-11-29',
  today: TODAY,
  terms: DEFAULTS.waivers,
  ...more,
});

test.each([
  ['today', request({ until: TODAY })],
  ['the last possible day of a HIGH item', request({})],
  ['tomorrow, of a MAXIMUM item', request({ risk: 'MAXIMUM', until: '2026-11-23' })],
  ['a quarter, of a MEDIUM item', request({ risk: 'MEDIUM', until: '2027-02-20' })],
  ['a year, of a LOW item', request({ risk: 'LOW', until: '2027-11-22' })],
  ['longer, of an item that is waived already', request({ state: WAIVED })],
  ['of a stale item', request({ state: { kind: 'stale', at: '2026-11-20T10:00:00Z', reason: 'old' } })],
])('a risk may be accepted until %s', (_, given) => {
  expect(judgeRequest(given)).toEqual({ ok: true });
});

test.each<[string, Request, string]>([
  [
    'a day more than the term',
    request({ until: '2026-11-30' }),
    'This item is HIGH: a waiver may last 7 days, so until 2026-11-29 at most. `/baseline accept-risk hsts until 2026-11-29 because …`',
  ],
  [
    'two days, of a MAXIMUM item',
    request({ risk: 'MAXIMUM', until: '2026-11-24' }),
    'a waiver may last 1 day, so until 2026-11-23 at most',
  ],
  ['yesterday', request({ until: '2026-11-21' }), '2026-11-21 is over. Until 2026-11-29 is possible'],
  ['a day that does not exist', request({ until: '2026-11-31' }), 'A date such as 2026-11-29 is needed'],
  ['of an item that is done', request({ state: DONE }), 'There is no risk to accept: `hsts` is done by @&#8203;ann.'],
  ['where the policy allows none', request({ terms: NEVER }), 'the policy lets nobody accept that risk'],
])('not accepted: %s', (_, given, why) => {
  expect(judgeRequest(given)).toEqual({ ok: false, why: expect.stringContaining(why) });
});

const waiver: Waiver = {
  requestedBy: 'ann',
  requestedAt: '2026-11-21T09:00:00Z',
  until: '2026-11-29',
  reason: 'the partner is slow',
  approvals: [],
  activatedAt: null,
};

type Approval = Parameters<typeof judgeApproval>[0];
const approval = (more: Partial<Approval> & { risk?: Request['item']['risk'] }): Approval => ({
  item: { id: 'hsts', risk: more.risk ?? 'HIGH' },
  state: OPEN,
  waiver,
  by: 'bob',
  today: TODAY,
  terms: DEFAULTS.waivers,
  others: 'Maintainers',
  ...more,
});
const untilTomorrow = { ...waiver, until: '2026-11-23' };
const byBob = { ...untilTomorrow, approvals: [{ by: 'bob', at: '2026-11-22T09:00:00Z' }] };

test.each<[string, Approval, number]>([
  ['somebody else approves a HIGH item', approval({}), 0],
  ['the first of two approves a MAXIMUM item', approval({ risk: 'MAXIMUM', waiver: untilTomorrow }), 1],
  ['the second of two approves a MAXIMUM item', approval({ risk: 'MAXIMUM', waiver: byBob, by: 'cho' }), 0],
  ['on the last day', approval({ today: '2026-11-29' }), 0],
  [
    'a policy of no approvers asks for one',
    approval({ terms: { ...DEFAULTS.waivers, HIGH: { days: 7, approvers: 0 } } }),
    0,
  ],
])('%s', (_, given, missing) => {
  expect(judgeApproval(given)).toEqual({ ok: true, missing });
});

test.each<[string, Approval, string]>([
  [
    'of the requester',
    approval({ by: 'Ann' }),
    'You asked for this waiver, so somebody else has to approve it. Maintainers can.',
  ],
  [
    'a second one of the same person',
    approval({ risk: 'MAXIMUM', waiver: byBob, by: 'BOB' }),
    'You approved it already',
  ],
  ['after the end', approval({ today: '2026-11-30' }), 'It was asked for until 2026-11-29, which is over.'],
  [
    'where the policy allows none by now',
    approval({ terms: NEVER, waiver: { ...waiver, until: TODAY } }),
    '`hsts` is HIGH: the policy lets nobody accept that risk.',
  ],
  ['of what is done meanwhile', approval({ state: DONE }), 'There is no risk to accept any more'],
])('an approval does not count: %s', (_, given, why) => {
  expect(judgeApproval(given)).toEqual({ ok: false, why: expect.stringContaining(why) });
});

test('what was asked for under a milder policy is not approved for longer than the policy allows now', () => {
  const stricter: WaiverTerms = { ...DEFAULTS.waivers, HIGH: { days: 3, approvers: 1 } };
  expect(judgeApproval({ ...approval({}), terms: stricter })).toEqual({
    ok: false,
    why: expect.stringContaining('later than the policy allows now, 2026-11-25. Somebody can ask anew'),
  });
});

test('a waived item names everybody who approved', () => {
  const two = { ...byBob, approvals: [...byBob.approvals, { by: 'cho', at: '2026-11-22T10:00:00Z' }] };
  const at = '2026-11-22T10:00:00Z';
  const common = { kind: 'waived', by: 'ann', at, until: byBob.until, reason: waiver.reason };
  expect(waivedState(byBob, at)).toEqual({ ...common, approver: 'bob' });
  expect(waivedState(two, at)).toEqual({ ...common, approver: 'cho', alsoBy: ['bob'] });
});

test('a waived item whose verifier passes is reported, others are not', () => {
  const states = new Map<string, ItemState>([
    ['hsts', WAIVED],
    ['csp', WAIVED],
    ['sri', DONE],
  ]);
  expect(waivedButPassing(states, new Set(['hsts', 'sri']))).toEqual(['hsts']);
});

test.each([
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2026-1-2', false],
  ['26-01-02', false],
  ['tomorrow', false],
  ['2026-13-01', false],
  ['0000-01-01', false],
])('%s is a date: %s', (text, expected) => {
  expect(isDate(text)).toBe(expected);
});

test('days are added across the change of the clocks and the year', () => {
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});
