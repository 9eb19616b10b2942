/** What is worth another try before people are told that it is over. */
import {
  Conflict,
  Forbidden,
  GitFailed,
  NotFound,
  RateLimited,
  TooLarge,
  Transient,
} from '../../../src/infra/github/errors.js';
import { mayPass } from '../../../src/infra/github/passing.js';

const call = { method: 'GET', route: '/x' };

test.each<[string, unknown, boolean]>([
  ['no answer', new Transient('no answer', call, {}, false), true],
  ['a limit', new RateLimited(call, new Date(0), 'primary'), true],
  ['a commit that is not shown yet', new NotFound('not found', call), true],
  ['a conflict', new Conflict('conflict', call), true],
  ['git took too long', new GitFailed('fetch', 'time', ''), true],
  ['git was refused', new GitFailed('fetch', 'refused', ''), false],
  ['more data than allowed', new GitFailed('fetch', 'size', ''), false],
  ['a missing permission', new Forbidden('a permission is missing', call, {}, 'permission'), false],
  ['too large', new TooLarge('too large', call), false],
  ['a mistake of ours', new TypeError('undefined is not a function'), false],
])('%s', (_, error, expected) => {
  expect(mayPass(error)).toBe(expected);
});
