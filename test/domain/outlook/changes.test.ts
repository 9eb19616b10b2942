/** What is said to have changed since a week ago. */
import { type Change, changedSince } from '../../../src/domain/outlook/changes.js';
import type { Readiness } from '../../../src/domain/outlook/readiness.js';
import { type Snapshot, snapshotOf } from '../../../src/domain/outlook/snapshot.js';
import { READINESS } from './support.js';

const BEFORE = snapshotOf(READINESS, '2026-11-15');

test.each<[string, Partial<Snapshot>, Partial<Readiness>, readonly Change[]]>([
  ['nothing', {}, {}, []],
  ['fewer blockers', { blockers: 9 }, {}, [{ kind: 'blockers', isGood: true, from: 9, to: 4 }]],
  ['more blockers', { blockers: 3 }, {}, [{ kind: 'blockers', isGood: false, from: 3, to: 4 }]],
  ['ready', {}, { blockerCount: 0, isReady: true }, [{ kind: 'ready', isGood: true }]],
  ['no longer ready', { blockers: 0 }, {}, [{ kind: 'no-longer-ready', isGood: false, blockers: 4 }]],
  ['a better grade', { score: 45 }, {}, [{ kind: 'grade', isGood: true, from: 'C-', to: 'C+' }]],
  ['a better score of the same grade', { score: 60 }, { score: 60 }, []],
  ['a worse grade', { score: 90 }, {}, [{ kind: 'grade', isGood: false, from: 'A', to: 'C+' }]],
  ['a grade for the first time', { score: null }, {}, []],
  ['another secret', { openSecrets: 0 }, {}, [{ kind: 'secrets', isGood: false, from: 0, to: 1 }]],
  ['a date', { launchOn: null }, {}, [{ kind: 'launch-moved', isGood: null, from: null, to: '2027-03-01' }]],
  [
    'a later date',
    { launchOn: '2026-12-01' },
    {},
    [{ kind: 'launch-moved', isGood: null, from: '2026-12-01', to: '2027-03-01' }],
  ],
  [
    'a launch, with everything done',
    {},
    { launchedOn: '2026-11-20', blockerCount: 0 },
    [
      { kind: 'launched', isGood: true, on: '2026-11-20' },
      { kind: 'ready', isGood: true },
    ],
  ],
  ['a launch of long ago', {}, { launchedOn: '2026-11-15' }, []],
])('%s', (_, before, now, expected) => {
  expect(changedSince({ ...BEFORE, ...before }, { ...READINESS, ...now })).toEqual(expected);
});

test('a service that was not known a week ago', () => {
  expect(changedSince(null, READINESS)).toEqual([{ kind: 'new', isGood: null }]);
});
