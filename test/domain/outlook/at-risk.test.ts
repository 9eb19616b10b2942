/** From which day on a launch is at risk. */
import { atRiskFrom } from '../../../src/domain/outlook/at-risk.js';
import type { Forecast } from '../../../src/domain/outlook/forecast.js';

const TODAY = '2026-11-22';
const SERVICE = {
  isReady: false,
  launchOn: '2027-03-01',
  launchedOn: null,
  computedAt: new Date(`${TODAY}T10:00:00Z`),
};
const until = (to: string): Forecast => ({ kind: 'range', from: '2026-12-01', to });

test.each<
  [string, Partial<typeof SERVICE> | { launchOn: null } | { launchedOn: string }, Forecast | null, string | null]
>([
  ['far away, and in time: once it is near', {}, until('2027-03-01'), '2027-01-30'],
  ['far away, and a day late: today', {}, until('2027-03-02'), TODAY],
  ['far away, and nobody can say', {}, { kind: 'unclear', because: 'Too little is known.' }, '2027-01-30'],
  ['31 days away: tomorrow', { launchOn: '2026-12-23' }, until('2026-12-01'), '2026-11-23'],
  ['30 days away: today', { launchOn: '2026-12-22' }, until('2026-12-01'), TODAY],
  ['overdue', { launchOn: '2026-11-01' }, null, '2026-10-02'],
  ['overdue, and ready', { launchOn: '2026-11-01', isReady: true }, null, null],
  ['no date', { launchOn: null }, until('2028-01-01'), null],
  ['launched', { launchedOn: '2026-11-01' }, until('2028-01-01'), null],
])('%s', (_, service, outlook, expected) => {
  expect(atRiskFrom({ ...SERVICE, ...service }, outlook)).toBe(expected);
});
