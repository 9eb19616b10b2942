/** What people do, what becomes of webhooks and requests, and when the App works: the steps of a round, at random. */
import fc from 'fast-check';
import { BASES, ITEMS, MODES } from './crew.js';

/** Topic branches, each with a pull request at most. */
export const TOPICS = 3;

export const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('push' as const),
      topic: fc.nat(TOPICS - 1),
      isLeak: fc.boolean(),
      isForced: fc.nat(3).map((die) => die === 0),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('push-main' as const),
      isLeak: fc.boolean(),
      isForced: fc.nat(2).map((die) => die === 0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('open' as const),
      topic: fc.nat(TOPICS - 1),
      base: fc.constantFrom(...BASES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('retarget' as const),
      topic: fc.nat(TOPICS - 1),
      base: fc.constantFrom(...BASES),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), topic: fc.nat(TOPICS - 1) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tick' as const), item: fc.nat(ITEMS - 1) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      nth: fc.nat(9),
      how: fc.constantFrom('rotated', 'false-positive'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('policy' as const), mode: fc.constantFrom(...MODES) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rerun' as const), nth: fc.nat(9) }) },
);
export type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What becomes of the next webhooks. `unseen` is not even in GitHub's log. */
const MISHAPS = ['lost', 'unseen', 'doubled', 'reordered'] as const;
const FAULTS = ['error-before', 'error-after', 'rate-limit-secondary'] as const;

export const step = fc.oneof(
  // `during`: while the App's next write is on its way.
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('act' as const), act, during: fc.nat(4).map((n) => n === 0) }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('work' as const), turn: fc.nat(99), wait: fc.nat(5_000) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('mishap' as const),
      what: fc.constantFrom(...MISHAPS),
      times: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('fault' as const),
      effect: fc.constantFrom(...FAULTS),
      times: fc.integer({ min: 1, max: 2 }),
      skip: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'hold' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'release' as const }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
