/** Explanations in replies: an item with its state, and how the next steps begin. */
import { explainItem, explainNext, firstStep, itemsOf, type ItemState } from '../../../src/domain/checklist/index.js';
import { readChecklists } from '../../../src/infra/catalogue.js';
import { item, STATES } from './support/sample.js';

test('an item that is open', () => {
  expect(explainItem(item('hsts'), STATES.open, { assigned: ['octocat'] })).toBe(
    [
      '**The title of hsts** `hsts` · HIGH · 10 min · assigned to @&#8203;octocat · **open**',
      '**Why.** Without hsts something bad happens.',
      '**How.**\n\nDo this:\n\n```sh\nhsts --enable\n```',
      [
        '- Level: MUST: it blocks the launch until it is done, does not apply, or its risk is accepted',
        '- Risk: HIGH. Takes 10 min',
        '- Evidence: A link to the setting.',
        '- Satisfies MVSP-2.2',
        '- More: [example.com](https://example.com/more)',
      ].join('\n'),
    ].join('\n\n'),
  );
});

test.each<[string, ItemState, string]>([
  ['done', STATES.done, 'done by @&#8203;octocat on 2026-11-20, [evidence](https://example.com/pr/1)'],
  ['done with another item', { ...STATES.done, with: 'tls' }, '- Done with `tls`'],
  ['waived', STATES.waived, 'risk accepted until 2027-01-31 by @&#8203;security-lead: contract with the partner'],
  ['not applicable', STATES.na, 'not applicable: no API (@&#8203;octocat)'],
])('an item that is %s says so', (_, state, expected) => {
  expect(explainItem(item('hsts', { satisfies: [] }), state)).toContain(expected);
});

test.each<[string, string, string]>([
  ['the first paragraph', 'Open the settings.\n\nThen close them.', 'Open the settings.'],
  ['with the snippet that it introduces', 'Do:\n\n```sh\na\n```\n\nThen rest.', 'Do:\n\n```sh\na\n```'],
  ['with the list that it introduces', 'Do:\n\n- a\n- b\n\nRest.', 'Do:\n\n- a\n- b'],
  ['the first of a list', '1. Open it.\n2. Close it.', 'Open it.'],
  ['a step of a list with its snippet', '1. Run\n\n   ```sh\n   a\n   ```\n2. Rest.', 'Run\n\n   ```sh\n   a\n   ```'],
])('the first step is %s', (_, how, expected) => {
  expect(firstStep(how)).toBe(expected);
});

test('next steps are a list whose snippets stay in their item', () => {
  const text = explainNext([item('hsts'), item('csp')], new Map([['csp', { assigned: ['octocat', 'mona'] }]]));
  expect(text.split('\n')).toEqual([
    '1. **The title of hsts** `hsts` · HIGH · 10 min',
    '',
    '   Without hsts something bad happens.',
    '',
    '   First step: Do this:',
    '',
    '   ```sh',
    '   hsts --enable',
    '   ```',
    '',
    '2. **The title of csp** `csp` · HIGH · 10 min · assigned to @&#8203;octocat, @&#8203;mona',
    '',
    '   Without csp something bad happens.',
    '',
    '   First step: Do this:',
    '',
    '   ```sh',
    '   csp --enable',
    '   ```',
  ]);
});

test('every item of the catalogue can be explained in one comment', async () => {
  const { checklists } = await readChecklists('checklists');
  const items = itemsOf([...checklists.values()]);
  expect(items.length).toBeGreaterThan(0);
  for (const one of items) {
    expect(firstStep(one.how).length).toBeGreaterThan(10);
    expect(explainItem(one, STATES.open).length).toBeLessThan(10_000);
  }
});
