/** One run per head and name with the fewest requests, and never one that stays unfinished. */
import type { Annotation, CheckRun, CheckRunContent, CheckRunKey, Checks } from '../../../src/infra/github/gateway.js';
import { upsertCheckRun } from '../../../src/infra/github/check-runs.js';
import { NotFound, Transient, Unprocessable } from '../../../src/infra/github/errors.js';

const repo = { owner: 'octo', name: 'harbor' };
const key: CheckRunKey = { name: 'seaworthy/secrets', headSha: 'a'.repeat(40), externalId: 'push-1' };
const done: CheckRunContent = {
  status: 'completed',
  conclusion: 'failure',
  output: { title: '1 secret committed', summary: 'what and where' },
};
const call = { method: 'PATCH', route: '/x' };
const annotations = (count: number): Annotation[] =>
  Array.from({ length: count }, (_, index) => ({
    path: 'a.txt',
    startLine: index + 1,
    endLine: index + 1,
    level: 'failure',
    title: 'secret',
    message: 'masked',
  }));

/** A small GitHub of check runs that notes the requests. */
function github(
  existing: readonly CheckRun[] = [],
  refuse: (content: CheckRunContent) => Error | undefined = () => undefined,
) {
  const runs = new Map(existing.map((run) => [run.id, run]));
  const requests: string[] = [];
  const sent: CheckRunContent[] = [];
  const store = (id: number, ofKey: CheckRunKey, content: CheckRunContent): CheckRun => {
    const conclusion = content.status === 'completed' ? content.conclusion : null;
    const run = { ...ofKey, id, status: content.status, conclusion, appId: 42, url: null };
    runs.set(id, run);
    return run;
  };
  const accept = (content: CheckRunContent) => {
    const error = refuse(content);
    if (error !== undefined) throw error;
    sent.push(content);
  };
  const checks: Checks = {
    create: async (_repo, ofKey, content) => {
      requests.push('POST');
      accept(content);
      return store(100 + runs.size, ofKey, content);
    },
    update: async (_repo, id, content) => {
      requests.push(`PATCH ${id}`);
      const run = runs.get(id);
      if (run === undefined) throw new NotFound('not found', call);
      accept(content);
      return store(id, run, content);
    },
    list: async (_repo, ref, { name, appId }) => {
      requests.push('GET');
      return [...runs.values()].filter(
        (run) => run.headSha === ref && run.name === name && (appId === undefined || run.appId === appId),
      );
    },
  };
  return { checks, runs, requests, sent };
}

const run = (id: number, change: Partial<CheckRun> = {}): CheckRun => ({
  ...key,
  id,
  status: 'queued',
  conclusion: null,
  appId: 42,
  url: null,
  ...change,
});

test.each<[string, CheckRun[], object, string[]]>([
  ['a new run', [], {}, ['POST']],
  ['a known run', [run(5)], { id: 5 }, ['PATCH 5']],
  ['after a try that worked', [run(5)], { lookFirst: true, appId: 42 }, ['GET', 'PATCH 5']],
  ['after a try that did not', [], { lookFirst: true, appId: 42 }, ['GET', 'POST']],
  ['beside the run of another App', [run(5, { appId: 1 })], { lookFirst: true, appId: 42 }, ['GET', 'POST']],
  ['beside the run of another push', [run(5, { externalId: 'push-0' })], { lookFirst: true }, ['GET', 'POST']],
  ['a known run that GitHub has dropped', [], { id: 5 }, ['PATCH 5', 'POST']],
])('%s', async (_name, existing, known, requests) => {
  const fake = github(existing);
  const result = await upsertCheckRun(fake.checks, repo, key, done, known);
  expect(fake.requests).toEqual(requests);
  expect(result).toMatchObject({ ...key, status: 'completed', conclusion: 'failure' });
});

test('120 annotations go out 50 at a time, and the run is finished by the last request', async () => {
  const fake = github();
  const output = { title: 't', summary: 's', annotations: annotations(120) };
  await upsertCheckRun(fake.checks, repo, key, { ...done, output } as CheckRunContent);
  expect(fake.requests).toEqual(['POST', 'PATCH 100', 'PATCH 100']);
  expect(fake.sent.map(({ status, output: part }) => [status, part?.annotations?.length])).toEqual([
    ['in_progress', 50],
    ['in_progress', 50],
    ['completed', 20],
  ]);
  expect(fake.sent.flatMap(({ output: part }) => part?.annotations ?? [])).toEqual(annotations(120));
});

test('texts are cut by bytes, titles by characters, and the cut is said', async () => {
  const fake = github();
  const long = '🚢'.repeat(40_000);
  const output = {
    title: 'x'.repeat(300),
    summary: long,
    text: long,
    annotations: annotations(1).map((one) => ({ ...one, title: 'x'.repeat(300), message: long })),
  };
  await upsertCheckRun(fake.checks, repo, key, { ...done, output } as CheckRunContent);
  const sent = fake.sent[0]?.output;
  expect(sent?.title).toHaveLength(255);
  for (const text of [sent?.summary, sent?.text]) {
    expect(Buffer.byteLength(text ?? '')).toBeLessThanOrEqual(65_535);
    expect(text).toMatch(/Cut here/);
  }
  expect(sent?.annotations?.[0]?.title).toHaveLength(255);
  expect(Buffer.byteLength(sent?.annotations?.[0]?.message ?? '')).toBeLessThanOrEqual(65_536);
});

test('a refused report still finishes the run, shortly', async () => {
  const fake = github([], (content) => (content.output?.text === undefined ? undefined : new Unprocessable(call, [])));
  const output = { title: 'title', summary: 'summary', text: 'refused', annotations: annotations(1) };
  const result = await upsertCheckRun(fake.checks, repo, key, { ...done, output } as CheckRunContent);
  expect(result).toMatchObject({ status: 'completed', conclusion: 'failure' });
  expect(fake.requests).toEqual(['POST', 'GET', 'POST']);
  expect(fake.sent[0]?.output).toEqual({
    title: 'title',
    summary: expect.stringMatching(/^summary\n\n_GitHub did not accept the full report/),
  });
});

test('a report refused at its second part finishes the run of the first', async () => {
  const fake = github([], (content) => {
    const paths = content.output?.annotations?.map(({ startLine }) => startLine) ?? [];
    return paths.includes(51) ? new Unprocessable(call, []) : undefined;
  });
  const output = { title: 't', summary: 's', annotations: annotations(60) };
  await upsertCheckRun(fake.checks, repo, key, { ...done, output } as CheckRunContent);
  expect(fake.requests).toEqual(['POST', 'PATCH 100', 'GET', 'PATCH 100']);
  expect([...fake.runs.values()]).toMatchObject([{ id: 100, status: 'completed' }]);
});

test.each([
  ['a short report refused as well', new Unprocessable(call, ['x'])],
  ['a broken GitHub', new Transient('answered 502', call, {}, true)],
])('%s is thrown on', async (_name, error) => {
  const fake = github([], () => error);
  await expect(upsertCheckRun(fake.checks, repo, key, done)).rejects.toBe(error);
});
