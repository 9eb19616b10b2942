/** What time does: waivers are reminded of and end, evidence ages. */
import type { ItemState } from '../../../src/domain/checklist/index.js';
import { ageStates } from '../../../src/domain/life/ageing.js';
import { courseOf, endedState, reminderText } from '../../../src/domain/life/course.js';
import { DEFAULTS } from '../../../src/domain/policy/index.js';

const until = '2026-11-29';

test.each([
  ['HIGH, two days before', 'HIGH', '2026-11-27', '2026-11-22T10:00:00Z', 'holds'],
  ['HIGH, the day before', 'HIGH', '2026-11-28', '2026-11-22T10:00:00Z', 'remind'],
  ['MEDIUM, eight days before', 'MEDIUM', '2026-11-21', '2026-11-01T10:00:00Z', 'holds'],
  ['MEDIUM, seven days before', 'MEDIUM', '2026-11-22', '2026-11-01T10:00:00Z', 'remind'],
  ['the day on which it was approved', 'MAXIMUM', '2026-11-28', '2026-11-28T10:00:00Z', 'holds'],
  ['MAXIMUM, on its last day', 'MAXIMUM', '2026-11-29', '2026-11-28T10:00:00Z', 'remind'],
  ['the last day', 'LOW', '2026-11-29', '2026-01-01T10:00:00Z', 'remind'],
  ['the day after', 'LOW', '2026-11-30', '2026-01-01T10:00:00Z', 'end'],
] as const)('a waiver: %s', (_, risk, today, activatedAt, expected) => {
  expect(courseOf({ until, activatedAt }, risk, today)).toBe(expected);
});

test('an item whose waiver is over is open and says why', () => {
  expect(endedState({ until }, '2026-11-30T00:10:00Z')).toEqual({
    kind: 'open',
    at: '2026-11-30T00:10:00Z',
    reason: 'its risk was accepted until 2026-11-29',
  });
});

test.each([
  ['2026-11-22', 'on 2026-11-29, in 7 days'],
  ['2026-11-28', 'tomorrow, 2026-11-29'],
  ['2026-11-29', 'today'],
])('the reminder of %s says %s, and what to paste', (today, expected) => {
  const text = reminderText({ id: 'hsts', title: 'Only *HTTPS*', risk: 'HIGH' }, { until }, today, DEFAULTS.waivers);
  expect(text).toContain(`The accepted risk of \`hsts\` (Only \\*HTTPS\\*) ends ${expected}.`);
  expect(text).toMatch(/`\/baseline accept-risk hsts until 2026-1\d-\d\d because …`$/);
});

test('a reminder names no longer term where the policy allows none by now', () => {
  const terms = { ...DEFAULTS.waivers, HIGH: { days: 0, approvers: 1 } };
  const text = reminderText({ id: 'hsts', title: 'Only HTTPS', risk: 'HIGH' }, { until }, '2026-11-28', terms);
  expect(text).toContain('the policy lets nobody accept this risk any longer.');
  expect(text).not.toContain('accept-risk');
});

const done = (at: string): ItemState => ({ kind: 'done', by: 'ann', at });
const NOW = '2026-11-22T10:00:00Z';

test.each<[string, ItemState, number | undefined, number | undefined, boolean]>([
  ['at its greatest age', done('2026-08-24T09:00:00Z'), 90, undefined, false],
  ['a day later', done('2026-08-23T23:59:00Z'), 90, undefined, true],
  ["by the policy's age", done('2026-08-23T09:00:00Z'), undefined, 90, true],
  ["by the policy's age, shorter than its own", done('2026-08-23T09:00:00Z'), 365, 90, true],
  ["by its own age, shorter than the policy's", done('2026-08-23T09:00:00Z'), 90, 365, true],
  ['within both ages', done('2026-08-24T09:00:00Z'), 365, 90, false],
  ['with no greatest age', done('2001-01-01T09:00:00Z'), undefined, undefined, false],
  ['verified, not attested', { kind: 'verified', at: '2001-01-01T09:00:00Z' }, 90, 90, false],
  ['open', { kind: 'open' }, 90, 90, false],
])('evidence %s', (_, state, maxAge, byPolicy, isStale) => {
  const item = { id: 'hsts', ...(maxAge === undefined ? {} : { maxAge }) };
  expect(ageStates(new Map([['hsts', state]]), [item], byPolicy, NOW).has('hsts')).toBe(isStale);
});

test('stale evidence says how old it is', () => {
  const aged = ageStates(
    new Map([['hsts', done('2025-01-02T09:00:00Z')]]),
    [{ id: 'hsts', maxAge: 365 }],
    undefined,
    NOW,
  );
  expect(aged.get('hsts')).toEqual({
    kind: 'stale',
    at: NOW,
    reason: 'last attested on 2025-01-02, more than 365 days ago',
  });
});
