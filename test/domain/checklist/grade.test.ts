/** The grade's arithmetic, its worked cases, and that the way to a better grade is the shortest one there is. */
import fc from 'fast-check';
import { RISK_LEVELS } from '../../../src/core/risk.js';
import {
  CHART,
  explainGrade,
  gradeOf,
  type Item,
  type ItemState,
  LEVELS,
  letterOf,
  type Letter,
  scoreOf,
  shortestTo,
} from '../../../src/domain/checklist/index.js';
import { item, STATES } from './support/sample.js';

type Given = readonly (readonly [Partial<Item>, ItemState])[];

function build(given: Given): { items: Item[]; states: Map<string, ItemState> } {
  const items = given.map(([more], at) => item(`item-${at}`, more));
  return { items, states: new Map(given.map(([, state], at) => [`item-${at}`, state])) };
}

const grade = (given: Given) => {
  const { items, states } = build(given);
  return gradeOf(items, states);
};

const open = (risk: Item['risk'], more: Partial<Item> = {}) => [{ risk, ...more }, STATES.open] as const;
const bonus = (state: ItemState = STATES.done) => [{ level: 'OPTIONAL', risk: 'HIGH' } as const, state] as const;

test.each<[string, Given, number, Letter]>([
  ['nothing to do', [], 100, 'A+'],
  ['-25, -20, -20, -5', [open('MAXIMUM'), open('HIGH'), open('HIGH'), open('LOW')], 30, 'D'],
  ['two bonuses on top of everything: 110', [bonus(), bonus()], 100, 'A+'],
  ['-15 drops the bonuses', [open('MEDIUM'), open('LOW'), bonus(), bonus(), bonus()], 85, 'A-'],
  ['-10 leaves 90, and bonuses count', [open('MEDIUM'), bonus(), bonus()], 100, 'A+'],
  ['-10 and one bonus', [open('MEDIUM'), bonus()], 95, 'A'],
  ['recommended items subtract like required ones', [open('HIGH', { level: 'SHOULD' })], 80, 'B+'],
  ['optional items never subtract', [bonus(STATES.open), bonus(STATES.waived)], 100, 'A+'],
  ['more penalties than points', Array.from({ length: 9 }, () => open('MAXIMUM')), 0, 'F'],
])('%s', (_name, given, score, letter) => {
  expect(grade(given)).toMatchObject({ score, letter });
});

test.each<[string, ItemState, number, string | undefined]>([
  ['open', STATES.open, -20, 'HIGH, open'],
  ['waived', STATES.waived, -20, 'HIGH, risk accepted until 2027-01-31'],
  ['stale', STATES.stale, -20, 'HIGH, out of date'],
  ['unknown', STATES.unknown, -20, 'HIGH, could not be checked'],
  ['done', STATES.done, 0, undefined],
  ['verified', STATES.verified, 0, undefined],
  ['not applicable', STATES.na, 0, undefined],
])('a required item that is %s', (_name, state, points, why) => {
  const { sum, lines } = grade([[{}, state]]);
  expect(sum).toBe(100 + points);
  expect(lines.map((line) => line.why)).toEqual(why === undefined ? [] : [why]);
});

test.each<[number, Letter]>([
  [100, 'A+'],
  [95, 'A'],
  [90, 'A'],
  [85, 'A-'],
  [80, 'B+'],
  [75, 'B'],
  [70, 'B'],
  [65, 'B-'],
  [60, 'C+'],
  [55, 'C'],
  [50, 'C'],
  [45, 'C-'],
  [40, 'D+'],
  [35, 'D'],
  [30, 'D'],
  [25, 'D-'],
  [20, 'F'],
  [0, 'F'],
])('%i points are %s', (score, letter) => {
  expect(letterOf(score)).toBe(letter);
  expect(scoreOf(letter)).toBeLessThanOrEqual(score);
});

const anyGiven = fc.array(
  fc.tuple(
    fc.record({
      level: fc.constantFrom(...LEVELS),
      risk: fc.constantFrom(...RISK_LEVELS),
      effort: fc.integer({ min: 1, max: 60 }),
    }),
    fc.constantFrom<ItemState>(STATES.open, STATES.done, STATES.na, STATES.waived, STATES.unknown, STATES.stale),
  ),
  { maxLength: 8 },
);

test('the lines make the sum, and doing an item never lowers the score', () => {
  fc.assert(
    fc.property(anyGiven, (given) => {
      const { items, states } = build(given);
      const { lines, sum, score } = gradeOf(items, states);
      expect(lines.reduce((total, { points }) => total + points, 100)).toBe(sum);
      for (const { id } of items) {
        if (states.get(id)?.kind === 'not-applicable') continue;
        expect(gradeAfter(items, states, [{ id }]).score).toBeGreaterThanOrEqual(score);
      }
    }),
  );
});

test('no other set of items reaches a grade with fewer of them, or as many in less time', () => {
  fc.assert(
    fc.property(anyGiven, fc.constantFrom(...CHART.map(([letter]) => letter)), (given, letter) => {
      const { items, states } = build(given);
      const way = shortestTo(items, states, letter);
      expect(gradeAfter(items, states, way).score).toBeGreaterThanOrEqual(scoreOf(letter));
      expect(cost(way)).toEqual(cheapest(items, states, scoreOf(letter)));
    }),
    { numRuns: 200 },
  );
});

function gradeAfter(items: readonly Item[], states: ReadonlyMap<string, ItemState>, done: readonly Pick<Item, 'id'>[]) {
  return gradeOf(items, new Map<string, ItemState>([...states, ...done.map(({ id }) => [id, STATES.done] as const)]));
}

const cost = (way: readonly Item[]) => [way.length, way.reduce((sum, { effort }) => sum + effort, 0)];

/** Tries every set. */
function cheapest(items: readonly Item[], states: ReadonlyMap<string, ItemState>, score: number) {
  const choices = items.filter(({ id }) => !['done', 'not-applicable'].includes(states.get(id)?.kind ?? 'open'));
  const sets = Array.from({ length: 2 ** choices.length }, (_, bits) =>
    choices.filter((_item, at) => (bits >> at) & 1),
  );
  return sets
    .filter((set) => gradeAfter(items, states, set).score >= score)
    .map(cost)
    .toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)[0];
}

test('a score between two steps asks for the step above', () => {
  const { items, states } = build([open('LOW'), open('MEDIUM')]);
  expect(shortestTo(items, states, 91).map(({ id }) => id)).toEqual(['item-1']);
  expect(shortestTo(items, states, 250)).toHaveLength(2);
});

test('a baseline of 200 open items is no search', () => {
  const { items, states } = build(
    Array.from({ length: 200 }, (_, at) => open(RISK_LEVELS[at % 4] ?? 'LOW', { effort: 1 + ((at * 7) % 90) })),
  );
  expect(shortestTo(items, states, 'A+')).toHaveLength(200);
  expect(gradeAfter(items, states, shortestTo(items, states, 'B')).letter).toBe('B');
});

test('the explanation is the sum, line by line, and the ways up', () => {
  const { items, states } = build([open('MAXIMUM', { effort: 60 }), [{}, STATES.waived], open('LOW'), bonus()]);
  expect(explainGrade(items, states).split('\n').slice(0, -1)).toEqual([
    '**Grade C (50)**',
    '',
    '| item | points | because |',
    '|--|--|--|',
    '| start | 100 | |',
    '| `item-0` | -25 | MAXIMUM, open |',
    '| `item-1` | -20 | HIGH, risk accepted until 2027-01-31 |',
    '| `item-2` | -5 | LOW, open |',
    '| `item-3` | 0 | optional, done: counts from 90 points on |',
    '| **sum** | **50** | C |',
    '',
    'One more item to a C+: `item-1` (HIGH, 10 min).',
    '',
    'Two more items to an A+: `item-1` (HIGH, 10 min) · `item-0` (MAXIMUM, 1 h), 1 h 10 min in all.',
    '',
  ]);
});

test('the explanation of the best and of the worst', () => {
  expect(explainGrade([], new Map())).not.toContain('more item');
  const { items, states } = build(Array.from({ length: 15 }, () => open('MAXIMUM')));
  const text = explainGrade(items, states);
  expect(text).toContain('| **sum** | **-275** | counts as 0: F |');
  expect(text).toContain('and 5 more');
});
