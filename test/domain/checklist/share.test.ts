/** One action satisfies its mapped items everywhere: what follows from what, what does not, and what no longer does. */
import { type Item, type ItemState, type SharedState, shared } from '../../../src/domain/checklist/index.js';
import { someItem } from './support/some-item.js';

const OLD = '2026-01-10T09:00:00Z';
const NEW = '2026-03-10T09:00:00Z';
const NEWER = '2026-05-10T09:00:00Z';

/** `wide` fulfils what `narrow` does and more; `twin` the same as `wide`; `bare` maps to nothing; `guarded` wants an approver. */
const ITEMS: readonly Item[] = [
  someItem({ id: 'wide', satisfies: ['MVSP-1.1', 'OSPS-VM-01.01', 'OSPS-VM-02.01'] }),
  someItem({ id: 'narrow', satisfies: ['OSPS-VM-02.01'] }),
  someItem({ id: 'twin', satisfies: ['OSPS-VM-02.01', 'OSPS-VM-01.01', 'MVSP-1.1'] }),
  someItem({ id: 'other', satisfies: ['MVSP-4.2', 'OSPS-VM-02.01'] }),
  someItem({ id: 'bare' }),
  someItem({ id: 'guarded', satisfies: ['MVSP-1.1'], approve: 'security' }),
  someItem({ id: 'approved', satisfies: ['MVSP-1.1', 'MVSP-1.2'], approve: 'security' }),
];

const done = (at = NEW, by: string | null = 'octocat'): ItemState => ({ kind: 'done', by, at });
const verified = (at = NEW): ItemState => ({ kind: 'verified', at });

type States = Readonly<Record<string, ItemState>>;

const run = (states: States): Record<string, SharedState> =>
  Object.fromEntries(shared(new Map(Object.entries(states)), ITEMS));

/** Which item each follows from. */
const links = (states: States): Record<string, string> =>
  Object.fromEntries(Object.entries(run(states)).map(([id, state]) => [id, state.with]));

test.each<[string, States, Record<string, string>]>([
  ['nothing from nothing', {}, {}],
  ['what is wider carries what is narrower or equal', { wide: done() }, { narrow: 'wide', twin: 'wide' }],
  ['what is narrower carries nothing wider', { narrow: done() }, {}],
  ['an overlap is not enough', { other: done() }, { narrow: 'other' }],
  ['an item without controls neither gives nor gets', { bare: done() }, {}],
  [
    'a verified item carries as well, but not what wants an approver',
    { wide: verified() },
    { narrow: 'wide', twin: 'wide' },
  ],
  ['an item that wants the same approver carries', { approved: done() }, { guarded: 'approved' }],
  ['a stale item gives nothing', { wide: { kind: 'stale', at: NEW, reason: 'too old' } }, {}],
  ['a waived item gives nothing', { wide: waived() }, {}],
  ['a not-applicable item gives nothing', { wide: { kind: 'not-applicable', by: 'octocat', at: NEW } }, {}],
  ['an unknown item gives nothing', { wide: { kind: 'unknown', at: NEW, reason: 'no permission' } }, {}],
  ['a derived item gives nothing', { wide: { kind: 'done', by: 'octocat', at: NEW, with: 'gone' } }, {}],
])('%s', (_, states, expected) => {
  expect(links(states)).toEqual(expected);
});

test.each<[string, ItemState, boolean]>([
  ['open and never touched', { kind: 'open' }, true],
  ['reopened before the other was done', { kind: 'open', by: 'hubot', at: OLD }, true],
  ['reopened by somebody afterwards', { kind: 'open', by: 'hubot', at: NEWER }, false],
  ['reopened at the same instant', { kind: 'open', by: 'hubot', at: NEW }, false],
  ['stale since before', { kind: 'stale', at: OLD, reason: 'too old' }, true],
  ['stale since afterwards', { kind: 'stale', at: NEWER, reason: 'the file is gone' }, false],
  ['not applicable by a person', { kind: 'not-applicable', by: 'hubot', at: OLD }, false],
  ['not applicable by a rule', { kind: 'not-applicable', by: null, at: OLD }, false],
  ['waived', waived(OLD), false],
  ['unknown', { kind: 'unknown', at: OLD, reason: 'no permission' }, false],
  ['done by itself', done(OLD, 'hubot'), false],
  ['verified by itself', verified(OLD), false],
])('an item that is %s', (_, state, follows) => {
  expect('narrow' in run({ wide: done(), twin: done(), narrow: state })).toBe(follows);
});

test.each<[string, States, string]>([
  ['the first in reading order of equal ones', { wide: done(), twin: done() }, 'wide'],
  ['the newest', { wide: done(OLD), twin: done(NEW) }, 'twin'],
  ['the newest, written with another offset', { wide: done('2026-03-10T10:30:00+02:00'), twin: done(NEW) }, 'twin'],
  ['a verified one before a newer attested one', { wide: verified(OLD), twin: done(NEW) }, 'wide'],
])('of several sources, %s', (_, states, source) => {
  expect(links(states).narrow).toBe(source);
});

test.each<[string, ItemState, SharedState]>([
  [
    'who, when and the proof',
    { kind: 'done', by: 'octocat', at: NEW, evidence: 'https://example.com/proof' },
    { kind: 'done', by: 'octocat', at: NEW, evidence: 'https://example.com/proof', with: 'wide' },
  ],
  ['that nobody could be named', done(NEW, null), { kind: 'done', by: null, at: NEW, with: 'wide' }],
  ['that a verifier saw it', verified(), { kind: 'done', by: null, at: NEW, with: 'wide' }],
])('copied from the source: %s', (_, source, expected) => {
  expect(run({ wide: source }).narrow).toEqual(expected);
});

test('what follows is stable: applying it and asking again adds nothing', () => {
  const first = { wide: done() };
  expect(run({ ...first, ...run(first) })).toEqual({});
});

function waived(at = NEW): ItemState {
  return { kind: 'waived', by: 'octocat', approver: 'hubot', at, until: '2027-01-31', reason: 'contract' };
}
