/** What the last weeks' pace says about the day on which nothing is in the way, and when it says nothing. */
import fc from 'fast-check';
import { addDays } from '../../../src/domain/life/terms.js';
import { type Forecast, forecast } from '../../../src/domain/outlook/forecast.js';

const TODAY = '2026-11-22';

/** Blockers by how many days ago. */
const history = (blockers: Readonly<Record<number, number>>) =>
  Object.entries(blockers)
    .map(([ago, count]) => ({ day: addDays(TODAY, -Number(ago)), blockers: count }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));

const because = (text: string): Forecast => ({ kind: 'unclear', because: text });

test.each<[string, Readonly<Record<number, number>>, Forecast | null]>([
  ['nothing is known', {}, null],
  ['nothing is in the way', { 21: 9, 0: 0 }, null],
  ['the first day', { 0: 9 }, because('History begins today: a forecast takes 14 days.')],
  ['too little history', { 13: 12, 0: 9 }, because('There are 13 days of history: a forecast takes 14 days.')],
  [
    'an even pace: one a week',
    { 28: 12, 21: 11, 14: 10, 7: 9, 0: 8 },
    { kind: 'range', from: addDays(TODAY, 56), to: addDays(TODAY, 56) },
  ],
  [
    'faster lately: half of them in two weeks',
    { 28: 9, 14: 8, 0: 4 },
    { kind: 'range', from: addDays(TODAY, 14), to: addDays(TODAY, 23) },
  ],
  ['slower lately', { 28: 12, 14: 5, 0: 4 }, { kind: 'range', from: addDays(TODAY, 14), to: addDays(TODAY, 56) }],
  ['weeks without a word', { 41: 12, 0: 6 }, { kind: 'range', from: addDays(TODAY, 41), to: addDays(TODAY, 41) }],
  [
    'nothing happened',
    { 21: 9, 14: 9, 0: 9 },
    because('There is no pace to go by: 9 things were in the way 21 days ago, and as many are today.'),
  ],
  [
    'it was better two weeks ago',
    { 35: 9, 14: 1, 0: 4 },
    because('There is no pace to go by: 1 thing was in the way 14 days ago, and 4 are today.'),
  ],
  [
    'what was done before six weeks',
    { 100: 90, 43: 60, 0: 5 },
    because('History begins today: a forecast takes 14 days.'),
  ],
  [
    'a pace that leads nowhere',
    { 40: 60, 0: 58 },
    because('At the pace of the last weeks it takes more than two years.'),
  ],
])('%s', (_, blockers, expected) => {
  expect(forecast(history(blockers), TODAY)).toEqual(expected);
});

test('a range begins after today, ends after it begins, and more in the way is never sooner', () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 });
  fc.assert(
    fc.property(days, fc.array(fc.nat(60), { minLength: 41, maxLength: 41 }), (ago, counts) => {
      const known = Object.fromEntries([0, ...ago].map((day, index) => [day, counts[index] ?? 0]));
      const said = forecast(history(known), TODAY);
      const more = forecast(history({ ...known, 0: (known[0] ?? 0) + 1 }), TODAY);
      expect(said === null).toBe(known[0] === 0);
      if (said?.kind !== 'range') return;
      expect(said.from > TODAY && said.from <= said.to).toBe(true);
      if (more?.kind === 'range') expect(more.from >= said.from && more.to >= said.to).toBe(true);
    }),
  );
});
