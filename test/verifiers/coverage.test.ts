/** How coverage is counted: per item, and per control of a standard. */
import { controlsCovered, coverageOf, percent } from '../../src/verifiers/_coverage.js';
import { item } from '../domain/checklist/support/sample.js';

const ITEMS = [
  item('a', { verify: 'is-a', satisfies: ['OSPS-AC-01.01', 'MVSP-1.1'] }),
  item('b', { verify: 'is-b', satisfies: ['OSPS-AC-01.01', 'OSPS-AC-02.01'] }),
  item('c', { satisfies: ['OSPS-AC-03.01'] }),
  item('old', { verify: 'is-a', satisfies: ['OSPS-AC-04.01'], retired: true }),
];
const CHECKLIST = { name: 'x', title: 'X', summary: 'X.', sections: [{ id: 's', title: 'S', items: ITEMS }] };

test('an item counts as verified when its verifier is written', () => {
  expect(coverageOf(ITEMS.slice(0, 3), new Set(['is-a']))).toEqual({ items: 3, verified: 1, named: 1 });
});

test('a control counts when one of its items is looked at; what is retired asks for nothing', () => {
  expect(controlsCovered([CHECKLIST], 'OSPS', new Set(['is-a']))).toEqual({ controls: 3, verified: 1 });
  expect(controlsCovered([CHECKLIST], 'OSPS', new Set(['is-a', 'is-b']))).toEqual({ controls: 3, verified: 2 });
});

test.each([
  [599, 1000, 59],
  [1, 1, 100],
  [0, 0, 0],
])('%i of %i is %i %%', (part, whole, share) => {
  expect(percent(part, whole)).toBe(share);
});
