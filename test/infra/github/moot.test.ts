/** Which failures end a job at once and which are tried again. */
import { Forbidden, Gone, NotFound, Transient, Unauthorized } from '../../../src/infra/github/errors.js';
import type { GitHub } from '../../../src/infra/github/gateway.js';
import { whyMoot } from '../../../src/infra/github/moot.js';

const call = { method: 'PATCH', route: '/repos/{owner}/{repo}/issues/{number}' };
const event = { repository: { id: 7, owner: 'harbour', name: 'quay' } };
const notFound = new NotFound('not found', call);
const transient = new Transient('answered 502', call, {}, false);

const answering = (answer: { id: number } | Error) =>
  ({
    repositories: { get: async () => (answer instanceof Error ? Promise.reject(answer) : answer) },
  }) as unknown as Pick<GitHub, 'repositories'>;

test.each<[string, unknown, unknown, { id: number } | Error, string | null]>([
  ['an archived repository', new Forbidden('no', call, {}, 'archived'), event, { id: 7 }, 'the repository is archived'],
  [
    'a suspended installation',
    new Forbidden('no', call, {}, 'suspended'),
    event,
    { id: 7 },
    'the installation is suspended',
  ],
  [
    'an installation that is gone',
    new Unauthorized('no', call, { status: 404 }),
    event,
    { id: 7 },
    'the installation is gone',
  ],
  ['a repository that is gone', notFound, event, notFound, 'the repository is gone'],
  ['a repository of the same name', notFound, event, { id: 8 }, 'another repository has its name'],
  ['something missing in a repository that is there', notFound, event, { id: 7 }, null],
  ['something missing, and GitHub does not answer', notFound, event, transient, null],
  ['something missing without a repository', notFound, { installation: 1 }, notFound, null],
  ['a key that GitHub does not take', new Unauthorized('no', call, { status: 401 }), event, { id: 7 }, null],
  ['a missing permission, which may be granted', new Forbidden('no', call, {}, 'permission'), event, { id: 7 }, null],
  ['something switched off, which the flow knows about', new Gone('gone', call), event, { id: 7 }, null],
  ['an outage', transient, event, { id: 7 }, null],
])('%s', async (_, error, about, answer, expected) => {
  expect(await whyMoot(error, about, answering(answer))).toBe(expected);
});
