/** From which day on a launch is at risk. */
import { isAtRisk } from '../../../src/domain/outlook/at-risk.js';
import type { Forecast } from '../../../src/domain/outlook/forecast.js';

const TODAY = '2026-11-22';
const SERVICE = {
  isReady: false,
  launchOn: '2027-03-01',
  launchedOn: null,
  computedAt: new Date(`${TODAY}T10:00:00Z`),
};
const until = (to: string): Forecast => ({ kind: 'range', from: '2026-12-01', to });

test.each<[string, Partial<typeof SERVICE> | { launchOn: null } | { launchedOn: string }, Forecast | null, boolean]>([
  ['far away, and in time', {}, until('2027-03-01'), false],
  ['far away, and a day late', {}, until('2027-03-02'), true],
  ['far away, and nobody can say', {}, { kind: 'unclear', because: 'Too little is known.' }, false],
  ['31 days away', { launchOn: '2026-12-23' }, until('2026-12-01'), false],
  ['30 days away', { launchOn: '2026-12-22' }, until('2026-12-01'), true],
  ['overdue', { launchOn: '2026-11-01' }, null, true],
  ['overdue, and ready', { launchOn: '2026-11-01', isReady: true }, null, false],
  ['no date', { launchOn: null }, until('2028-01-01'), false],
  ['launched', { launchedOn: '2026-11-01' }, until('2028-01-01'), false],
])('%s', (_, service, outlook, expected) => {
  expect(isAtRisk({ ...SERVICE, ...service }, outlook, TODAY)).toBe(expected);
});

test('what is not at risk today is by itself once the launch is near', () => {
  expect(isAtRisk(SERVICE, until('2027-02-01'), '2027-01-29')).toBe(false);
  expect(isAtRisk(SERVICE, until('2027-02-01'), '2027-01-30')).toBe(true);
});
