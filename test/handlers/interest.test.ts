/** Which webhooks make jobs, which are none of our business, and what all handlers need together. */
import { defineHandler, type Handler } from '../../src/handlers/_handler.js';
import { isWanted, jobsForOf, needsOf } from '../../src/handlers/_interest.js';

const handler = (on: readonly string[], needs: Handler['needs'] = {}): Handler =>
  defineHandler<unknown>({
    on,
    needs,
    parse: (payload) => ((payload as { skip?: boolean }).skip ? null : {}),
    subject: () => 'x',
    run: async () => undefined,
  });

const handlers = new Map([
  ['scan', handler(['push'], { contents: 'read', checks: 'write' })],
  ['open', handler(['repository.created', 'installation.created'], { checks: 'read', issues: 'write' })],
]);
const installation = { id: 5 };

test.each<[string, string, string | null, object, readonly string[] | null]>([
  ['an event without action', 'push', null, { installation }, ['scan']],
  ['an action that somebody listens to', 'repository', 'created', { installation }, ['open']],
  ['another action', 'repository', 'deleted', { installation }, null],
  ['an event that nobody listens to', 'star', 'created', { installation }, null],
  ['one that its handler has no use for', 'push', null, { installation, skip: true }, []],
  ['one without an installation', 'push', null, {}, []],
])('%s', (_, event, action, payload, expected) => {
  const jobs = jobsForOf(handlers)(event, action, payload as Readonly<Record<string, unknown>>);
  expect(jobs?.map((job) => job.handler) ?? null).toEqual(expected);
  expect(isWanted(handlers, event, action)).toBe(expected !== null);
});

test('the needs are the most that any handler has; what GitHub sends unasked is no event to subscribe to', () => {
  expect(needsOf(handlers)).toEqual({
    permissions: { metadata: 'read', contents: 'read', checks: 'write', issues: 'write' },
    events: ['push', 'repository'],
  });
});
