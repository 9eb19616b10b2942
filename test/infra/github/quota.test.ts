/** How far work that can wait may go into an installation's hourly limit. */
import { budgetAt, quotaIn } from '../../../src/infra/github/quota.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000);
const since = minutes(-30);

test.each<[string, Parameters<typeof budgetAt>, Date | null]>([
  ['nothing is known yet', [{ count: 999, since }, null, 20, NOW], null],
  ['a fifth of the least limit is spent', [{ count: 1_000, since }, null, 20, NOW], minutes(30)],
  ['what was spent is an hour ago', [{ count: 9_999, since: minutes(-60) }, null, 20, NOW], null],
  [
    'a larger limit allows more',
    [{ count: 2_499, since }, { limit: 12_500, remaining: 9_000, resetAt: minutes(9) }, 20, NOW],
    null,
  ],
  [
    'a larger limit ends too',
    [{ count: 2_500, since }, { limit: 12_500, remaining: 9_000, resetAt: minutes(9) }, 20, NOW],
    minutes(30),
  ],
  [
    'the last fifth is left to others',
    [{ count: 0, since }, { limit: 5_000, remaining: 1_000, resetAt: minutes(9) }, 20, NOW],
    new Date(minutes(9).getTime() + 1_000),
  ],
  [
    'one more than that is not',
    [{ count: 0, since }, { limit: 5_000, remaining: 1_001, resetAt: minutes(9) }, 20, NOW],
    null,
  ],
  [
    'what was said holds until the hour is over',
    [{ count: 0, since }, { limit: 5_000, remaining: 0, resetAt: minutes(-1) }, 20, NOW],
    null,
  ],
])('%s', (_, args, expected) => {
  expect(budgetAt(...args)).toEqual(expected);
});

const headers = { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '17', 'x-ratelimit-reset': '1795348800' };
test.each<[string, object | undefined, object | null]>([
  ['of the REST API', headers, { limit: 5_000, remaining: 17, resetAt: new Date(1_795_348_800_000) }],
  ['of another limit', { ...headers, 'x-ratelimit-resource': 'graphql' }, null],
  ['nothing', {}, null],
  ['no headers at all', undefined, null],
])('headers that tell %s', (_, given, expected) => {
  expect(quotaIn(given)).toEqual(expected);
});
