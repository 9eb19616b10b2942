/** The body fits, whatever has to go into it. */
import {
  BODY_LIMIT,
  type Checklist,
  type ItemState,
  type Note,
  parse,
  reconcile,
  render,
} from '../../../src/domain/checklist/index.js';
import { item, NOW, view } from './support/sample.js';

function big(items: number, how = 'Do it.'): readonly Checklist[] {
  const list = Array.from({ length: items }, (_, at) =>
    item(`item-${at}`, { how, title: `Title ${at} ${'of some length '.repeat(4)}` }),
  );
  return [{ name: 'big', title: 'Big', summary: 'Big.', sections: [{ id: 'all', title: 'All', items: list }] }];
}

const waived: ItemState = {
  kind: 'waived',
  by: 'a',
  approver: 'b',
  at: NOW,
  until: '2027-01-01',
  reason: '*'.repeat(10_000),
};

const allWaived = (items: number): Readonly<Record<string, ItemState>> =>
  Object.fromEntries(Array.from({ length: items }, (_, at) => [`item-${at}`, waived]));

const note = (length: number, id = 'item-0'): Note => ({ at: 'under', id, text: 'n'.repeat(length) });

test.each([
  ['a usual baseline', 54, 'Do it. '.repeat(60), {}, [], 'full'],
  ['a long one', 54, 'Do it. '.repeat(200), {}, [], 'linked'],
  ['everything waived at length', 100, 'Do it.', allWaived(100), [], 'terse'],
  ['the whole catalogue', 230, 'Do it.', allWaived(230), [], 'bare'],
  ['a long note', 54, 'Do it. '.repeat(60), {}, [note(30_000)], 'linked'],
  ['notes up to the limit', 54, 'Do it.', {}, [note(54_500)], 'bare'],
] as const)('%s', (_name, count, how, states, notes, detail) => {
  const rendered = render(view(states, { checklists: big(count, how), notes }));
  expect(rendered.detail).toBe(detail);
  expect(rendered.overflow).toEqual([]);
  expect(rendered.body.length).toBeLessThanOrEqual(BODY_LIMIT);
  expect(parse(rendered.body).items).toHaveLength(count);
});

test('where notes do not fit, the longest are handed back', () => {
  const notes = [note(10, 'item-1'), note(60_000), note(20, 'item-2')];
  const rendered = render(view({}, { checklists: big(54), notes }));
  expect(rendered.overflow).toEqual([note(60_000)]);
  expect(rendered.body.length).toBeLessThanOrEqual(BODY_LIMIT);
  expect(parse(rendered.body).notes).toHaveLength(2);
});

test('without room for explanations each line links to them', () => {
  const { body } = render(view({}, { checklists: big(54, 'Do it. '.repeat(200)) }));
  expect(body).toContain('· [why and how](https://guide.example/items#item-7) <!-- seaworthy:item=item-7 -->');
  expect(body).not.toContain('<details>');
});

test('more items than an issue can hold are refused in words', () => {
  expect(() => render(view({}, { checklists: big(700) }))).toThrow(
    'A baseline of 700 items does not fit into an issue',
  );
});

test('going from explanations to links and back is no edit of anybody', () => {
  const full = render(view({}, { checklists: big(54, 'Do it. '.repeat(60)) })).body;
  const longer = { ...view({}, { checklists: big(54, 'Do it. '.repeat(200)) }) };
  const there = reconcile({ base: parse(full), current: parse(full), now: NOW, view: longer });
  expect(there).toMatchObject({ attestations: [], repairs: [], notes: [], write: true });
  const linked = parse(there.rendered.body);
  const back = reconcile({
    base: linked,
    current: linked,
    now: NOW,
    view: view({}, { checklists: big(54, 'Do it. '.repeat(60)) }),
  });
  expect(back).toMatchObject({ attestations: [], repairs: [], notes: [], write: true });
  expect(back.rendered.body).toBe(full);
});
