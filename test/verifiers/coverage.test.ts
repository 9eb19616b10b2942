/** How coverage is counted: per item, and per control of a standard. */
import path from 'node:path';
import { itemsOf } from '../../src/domain/checklist/index.js';
import { readChecklists } from '../../src/infra/catalogue.js';
import { controlsCovered, coverageOf, percent } from '../../src/verifiers/_coverage.js';
import { loadVerifiers } from '../../src/verifiers/_registry.js';
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

describe('the goals', () => {
  test.each(['repository', 'web-service'])('at least 60 %% of the items of %s are looked at', async (name) => {
    const { checklists } = await readChecklists(path.resolve('checklists'));
    const checklist = checklists.get(name);
    const items = itemsOf(checklist === undefined ? [] : [checklist]);
    const { items: all, verified } = coverageOf(items, new Set((await loadVerifiers()).keys()));
    expect(percent(verified, all)).toBeGreaterThanOrEqual(60);
  });

  test('at least half of the requirements of the OSPS baseline are looked at, in part at least', async () => {
    const { checklists } = await readChecklists(path.resolve('checklists'));
    const { controls, verified } = controlsCovered(
      [...checklists.values()],
      'OSPS',
      new Set((await loadVerifiers()).keys()),
    );
    // A catalogue that asked for few would make the share look good.
    expect(controls).toBeGreaterThanOrEqual(60);
    expect(percent(verified, controls)).toBeGreaterThanOrEqual(50);
  });
});
