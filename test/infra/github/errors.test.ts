/** Every way GitHub says no, told apart; and nothing of a body, header or token in what is thrown. */
import { inspect } from 'node:util';
import { classify } from '../../../src/infra/github/classify.js';
import { RateLimited, Transient, Forbidden, Unprocessable } from '../../../src/infra/github/errors.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const READ = { method: 'GET', route: '/repos/{owner}/{repo}' };
const WRITE = { method: 'POST', route: '/repos/{owner}/{repo}/issues' };
const TOKEN = ['ghs', '1234', 'abc.def-ghi'].join('_');

function answer(status: number, message = '', headers: Record<string, string> = {}, errors?: unknown) {
  return Object.assign(new Error(`${message} ${TOKEN}`), {
    name: 'HttpError',
    status,
    request: {
      body: `body with ${TOKEN}`,
      headers: { authorization: `token ${TOKEN}` },
      url: `https://x/?token=${TOKEN}`,
    },
    response: { status, headers, data: { message, errors } },
  });
}

const RESET = String(NOW.getTime() / 1000 + 600);

test.each([
  [
    'primary limit with 403',
    answer(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': RESET }),
    'primary',
    601,
  ],
  [
    'primary limit with 429',
    answer(429, '', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': RESET }),
    'primary',
    601,
  ],
  ['reset in the past', answer(403, '', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }), 'primary', 60],
  ['reset missing', answer(403, '', { 'x-ratelimit-remaining': '0' }), 'primary', 60],
  ['secondary limit with a time', answer(403, 'secondary rate limit', { 'retry-after': '17' }), 'secondary', 17],
  ['secondary limit with 429 and a time', answer(429, '', { 'retry-after': '5' }), 'secondary', 5],
  ['secondary limit without a time', answer(403, 'You have exceeded a secondary rate limit'), 'secondary', 60],
  ['retry-after that is a date', answer(429, '', { 'retry-after': 'Sun, 22 Nov 2026 12:00:30 GMT' }), 'secondary', 60],
  ['429 that says nothing', answer(429), 'secondary', 60],
  [
    'GraphQL limit',
    Object.assign(new Error('x'), {
      name: 'GraphqlResponseError',
      headers: { 'x-ratelimit-reset': RESET },
      errors: [{ type: 'RATE_LIMITED' }],
    }),
    'primary',
    601,
  ],
])('%s waits as long as GitHub wants', (_name, thrown, limit, seconds) => {
  const error = classify(thrown, READ, NOW);
  expect(error).toBeInstanceOf(RateLimited);
  expect(error).toMatchObject({ limit, until: new Date(NOW.getTime() + seconds * 1000) });
});

test.each([
  ['not found', answer(404), READ, 'NotFound', {}],
  ['issues switched off', answer(410, 'Issues are disabled for this repo'), WRITE, 'Gone', {}],
  ['bad credentials', answer(401), READ, 'Unauthorized', {}],
  ['empty repository', answer(409, 'Git Repository is empty.'), READ, 'Conflict', {}],
  [
    'permission missing',
    answer(403, 'Resource not accessible by integration', { 'x-accepted-github-permissions': 'issues=write' }),
    WRITE,
    'Forbidden',
    { reason: 'permission', needs: 'issues=write' },
  ],
  ['suspended', answer(403, 'This installation has been suspended'), READ, 'Forbidden', { reason: 'suspended' }],
  ['archived', answer(403, 'Repository was archived so is read-only.'), WRITE, 'Forbidden', { reason: 'archived' }],
  [
    'permission header full of other things',
    answer(403, 'no', { 'x-accepted-github-permissions': '<script>' }),
    READ,
    'Forbidden',
    { reason: 'other', needs: undefined },
  ],
  ['read answered 502', answer(502), READ, 'Transient', { ambiguous: false, status: 502 }],
  ['write answered 502', answer(502), WRITE, 'Transient', { ambiguous: true }],
  ['read without an answer', new Error('socket hang up'), READ, 'Transient', { ambiguous: false }],
  [
    'write without an answer',
    Object.assign(new Error('x'), { cause: Object.assign(new Error('y'), { code: 'ECONNRESET' }) }),
    WRITE,
    'Transient',
    { ambiguous: true },
  ],
  [
    'write that never left',
    Object.assign(new Error('x'), { cause: Object.assign(new Error('y'), { code: 'ECONNREFUSED' }) }),
    WRITE,
    'Transient',
    { ambiguous: false },
  ],
  [
    'time out',
    new Error('x', { cause: new DOMException('late', 'TimeoutError') }),
    WRITE,
    'Transient',
    { ambiguous: true },
  ],
  ['thrown nonsense', 'boom', READ, 'Transient', { ambiguous: false }],
  ['teapot', answer(418), READ, 'Unexpected', { status: 418 }],
  [
    'GraphQL permission',
    Object.assign(new Error('x'), { name: 'GraphqlResponseError', errors: [{ type: 'FORBIDDEN' }] }),
    READ,
    'Forbidden',
    {},
  ],
  [
    'GraphQL unknown node',
    Object.assign(new Error('x'), { name: 'GraphqlResponseError', errors: [{ type: 'NOT_FOUND' }] }),
    READ,
    'NotFound',
    {},
  ],
  [
    'GraphQL without types',
    Object.assign(new Error('x'), { name: 'GraphqlResponseError', errors: [] }),
    READ,
    'Unexpected',
    {},
  ],
])('%s', (_name, thrown, call, name, fields) => {
  const error = classify(thrown, call, NOW);
  expect(error.name).toBe(name);
  expect(error).toMatchObject(fields);
});

test('what was not accepted is named by field, never by value', () => {
  const error = classify(
    answer(422, `Validation failed for ${TOKEN}`, { 'x-github-request-id': 'AB12:34' }, [
      { resource: 'Issue', field: 'body', code: 'custom', message: `is ${TOKEN}`, value: TOKEN },
      { resource: `evil ${TOKEN}`, field: 'title', code: TOKEN.repeat(9) },
      TOKEN,
    ]),
    WRITE,
    NOW,
  );
  expect(error).toBeInstanceOf(Unprocessable);
  expect(error).toMatchObject({ fields: ['Issue.body:custom', 'title'], requestId: 'AB12:34' });
});

test.each([
  ['limit', answer(403, TOKEN, { 'retry-after': '1' })],
  ['forbidden', answer(403, `Resource not accessible by integration ${TOKEN}`)],
  ['not accepted', answer(422, TOKEN, {}, [{ field: 'a b', code: TOKEN }])],
  ['broken', answer(500, TOKEN)],
  ['network', Object.assign(new Error(TOKEN), { code: `E ${TOKEN}` })],
])('an error about "%s" carries no token anywhere', (_name, thrown) => {
  const error = classify(thrown, WRITE, NOW);
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(TOKEN);
  expect(error.cause).toBeUndefined();
});

test('our own errors pass through untouched', () => {
  const own = new Forbidden('x', READ);
  expect(classify(own, WRITE, NOW)).toBe(own);
  expect(classify(new Transient('x', READ, {}, true), WRITE, NOW)).toMatchObject({ ambiguous: true });
});
