/** Whatever people do to the issue: reading it and writing it again settles, loses no tick and no note, and fits. */
import fc from 'fast-check';
import {
  BODY_LIMIT,
  boxOf,
  type ItemState,
  OPEN,
  parse,
  reconcile,
  render,
} from '../../../src/domain/checklist/index.js';
import { anyEdit, applyAll, gentleEdit, insert, tick, tidyNote } from './support/people.js';
import { ASIDES, IDS, NOW, STATES, view as bareView } from './support/sample.js';

const view = (states: Readonly<Record<string, ItemState>> = {}) => bareView(states, { asides: ASIDES });

const aState: fc.Arbitrary<ItemState> = fc.constantFrom(...Object.values(STATES));

const someStates = fc.record(
  Object.fromEntries(IDS.map((id) => [id, aState])) as Record<(typeof IDS)[number], fc.Arbitrary<ItemState>>,
  { requiredKeys: [] },
);

test('what was rendered is recovered', () => {
  fc.assert(
    fc.property(someStates, (states) => {
      const parsed = parse(render(view(states)).body);
      expect(parsed.repositoryId).toBe(4711);
      expect(parsed.notes).toEqual([]);
      expect(parsed.items.map(({ id, checked, struck }) => ({ id, checked, struck }))).toEqual(
        IDS.map((id) => ({ id, ...boxOf(states[id] ?? OPEN) })),
      );
    }),
    { numRuns: 30 },
  );
});

test('reading our own edit decides nothing', () => {
  fc.assert(
    fc.property(someStates, (states) => {
      const { body } = render(view(states));
      const decision = reconcile({ base: parse(body), current: parse(body), now: NOW, view: view(states) });
      expect(decision).toMatchObject({ attestations: [], repairs: [], notes: [], write: false });
    }),
    { numRuns: 30 },
  );
});

test('after any edits, writing once settles it', () => {
  fc.assert(
    fc.property(someStates, fc.array(anyEdit, { maxLength: 6 }), (states, edits) => {
      const base = render(view(states)).body;
      const first = reconcile({
        base: parse(base, view().checklists),
        current: parse(applyAll(base, edits), view().checklists),
        now: NOW,
        view: view(states),
      });
      const written = parse(first.rendered.body, view().checklists);
      const second = reconcile({
        base: written,
        current: written,
        now: NOW,
        view: { ...view(), states: first.states },
      });
      expect(first.rendered.body.length).toBeLessThanOrEqual(BODY_LIMIT);
      expect({ ...second, body: second.rendered.body }).toMatchObject({
        attestations: [],
        repairs: [],
        write: false,
        body: first.rendered.body,
      });
      expect(written.items.map(({ id }) => id)).toEqual([...IDS]);
    }),
    { numRuns: 30 },
  );
});

test('gentle edits lose no tick and no word', () => {
  fc.assert(
    fc.property(
      fc.subarray([...IDS]),
      fc.array(gentleEdit, { maxLength: 5 }),
      fc.integer({ min: 0, max: 200 }),
      tidyNote,
      (ticked, edits, at, note) => {
        const base = render(view()).body;
        const edited = applyAll(base, [...edits, ...ticked.map(tick), insert(at, note)]);
        const { states, rendered, attestations } = reconcile({
          base: parse(base, view().checklists),
          current: parse(edited, view().checklists),
          now: NOW,
          view: view(),
        });
        for (const id of ticked) expect(states.get(id)).toEqual({ kind: 'done', by: null, at: NOW });
        expect(new Set(attestations.map(({ via }) => via))).not.toContain('untick');
        for (const word of edited.match(/remark\d+/g) ?? []) expect(rendered.body).toContain(word);
      },
    ),
    { numRuns: 30 },
  );
});

test('a base that we have no record of is adopted as it is', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 4 }), (edits) => {
      const current = parse(applyAll(render(view()).body, edits));
      const first = reconcile({ base: null, current, now: NOW, view: view() });
      const again = parse(first.rendered.body, view().checklists);
      expect(
        reconcile({ base: again, current: again, now: NOW, view: { ...view(), states: first.states } }).write,
      ).toBe(false);
    }),
    { numRuns: 30 },
  );
});

test('any text at all is read, and written over once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const first = reconcile({ base: null, current: parse(text), now: NOW, view: view() });
      const again = parse(first.rendered.body, view().checklists);
      expect(again.items).toHaveLength(IDS.length);
      expect(reconcile({ base: again, current: again, now: NOW, view: view() }).write).toBe(false);
    }),
    { numRuns: 30 },
  );
});
