/** The reader as it goes over the wire: ETags sent and believed, pages followed, errors told apart. */
import { fixedClock } from '../../../src/core/clock.js';
import { Forbidden, NotFound, RateLimited } from '../../../src/infra/github/errors.js';
import { KeptAnswers } from '../../../src/infra/github/kept-answers.js';
import { createOctokitClass } from '../../../src/infra/github/octokit.js';
import { createReader } from '../../../src/infra/github/rest/reader.js';

const API = 'https://api.github.com';
const clock = fixedClock(new Date('2026-11-22T12:00:00Z'));
const repo = { owner: 'octo', repo: 'harbor' };

interface Asked {
  readonly url: string;
  readonly etag: string | null;
  readonly authorization: string | null;
}

type Answer = { readonly status?: number; readonly body?: unknown; readonly headers?: Record<string, string> };

/** A reader whose requests are answered one after the other, and what was asked. */
function reading(...answers: readonly Answer[]) {
  const asked: Asked[] = [];
  const send = async (url: string, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    asked.push({
      url: url.replace(API, ''),
      etag: headers.get('if-none-match'),
      authorization: headers.get('authorization'),
    });
    const { status = 200, body, headers: more = {} } = answers[asked.length - 1] ?? { status: 500 };
    const text = body === undefined ? null : JSON.stringify(body);
    return new Response(text, { status, headers: { 'content-type': 'application/json', ...more } });
  };
  const log = { warn: () => undefined };
  const Octokit = createOctokitClass({ clock, log, send });
  const octokit = new Octokit({ auth: { token: 'a-token' } });
  return { asked, reader: createReader(octokit, clock, new KeptAnswers().of(3)) };
}

const REPOSITORY = '/repos/{owner}/{repo}';

test('what did not change is answered from before, and asked about by its ETag', async () => {
  const { reader, asked } = reading(
    { body: { id: 7 }, headers: { etag: 'W/"one"' } },
    { status: 304 },
    { body: { id: 8 }, headers: { etag: 'W/"two"' } },
    { status: 304 },
  );
  const answers = [];
  for (let at = 0; at < 4; at += 1) answers.push(await reader.get(REPOSITORY, repo));
  expect(answers).toEqual([
    { value: { id: 7 }, isUnchanged: false },
    { value: { id: 7 }, isUnchanged: true },
    { value: { id: 8 }, isUnchanged: false },
    { value: { id: 8 }, isUnchanged: true },
  ]);
  expect(asked.map(({ etag }) => etag)).toEqual([null, 'W/"one"', 'W/"one"', 'W/"two"']);
  expect(asked[0]).toEqual({ url: '/repos/octo/harbor', etag: null, authorization: 'token a-token' });
});

test('what is not there is null, a yes without a body is not', async () => {
  const { reader } = reading({ status: 404, body: { message: 'Not Found' } }, { status: 204 });
  expect(await reader.get(`${REPOSITORY}/vulnerability-alerts`, repo)).toEqual({ value: null, isUnchanged: false });
  expect(await reader.get(`${REPOSITORY}/vulnerability-alerts`, repo)).toEqual({ value: {}, isUnchanged: false });
});

test('a list is read page by page, also when GitHub says no more than "not modified"', async () => {
  const next = `<${API}/repositories/7/rules?page=2>; rel="next", <${API}/repositories/7/rules?page=2>; rel="last"`;
  const { reader, asked } = reading(
    { body: [1, 2], headers: { etag: '"a"', link: next } },
    { body: [3], headers: { etag: '"b"' } },
    { status: 304 },
    { status: 304 },
  );
  expect(await reader.list(`${REPOSITORY}/rules`, repo)).toEqual({ values: [1, 2, 3], isWhole: true });
  expect(await reader.list(`${REPOSITORY}/rules`, repo)).toEqual({ values: [1, 2, 3], isWhole: true });
  expect(asked.map(({ url, etag }) => [url, etag])).toEqual([
    ['/repos/octo/harbor/rules?per_page=100', null],
    ['/repositories/7/rules?page=2', null],
    ['/repos/octo/harbor/rules?per_page=100', '"a"'],
    ['/repositories/7/rules?page=2', '"b"'],
  ]);
});

test('a list in an object, and one that is cut off', async () => {
  const next = `<${API}/more>; rel="next"`;
  const { reader } = reading({ body: { total_count: 300, workflows: [1] }, headers: { link: next } });
  expect(await reader.list(`${REPOSITORY}/actions/workflows`, repo, 1)).toEqual({ values: [1], isWhole: false });
});

test.each<[string, Answer, unknown]>([
  ['a permission is missing', { status: 403, body: { message: 'Resource not accessible by integration' } }, Forbidden],
  ['a limit', { status: 403, headers: { 'x-ratelimit-remaining': '0' }, body: { message: 'limit' } }, RateLimited],
])('%s', async (_, answer, error) => {
  await expect(reading(answer).reader.get(REPOSITORY, repo)).rejects.toBeInstanceOf(error);
});

test('GraphQL: its answer, and its errors by their kind', async () => {
  const { reader, asked } = reading(
    { body: { data: { viewer: 1 } } },
    { body: { data: null, errors: [{ type: 'NOT_FOUND', message: 'gone' }] } },
  );
  expect(await reader.graphql('query { viewer }', {})).toEqual({ viewer: 1 });
  await expect(reader.graphql('query { viewer }', {})).rejects.toBeInstanceOf(NotFound);
  expect(asked[0]?.url).toBe('/graphql');
});

test('what is kept stays within its bounds: the longest unused goes first', () => {
  const kept = new KeptAnswers(400);
  const answers = kept.of(1);
  const noise = (seed: number) => Array.from({ length: 60 }, (_, at) => (seed * 7919 + at * at * 104_729) % 99_991);
  const keep = (url: string, seed: number) => answers.keep(url, { etag: url, value: noise(seed), next: null });
  keep('a', 1);
  keep('b', 2);
  expect(answers.find('a')?.value).toEqual(noise(1));
  keep('c', 3);
  expect(['a', 'b', 'c'].filter((url) => answers.find(url) !== null)).toEqual(['a', 'c']);
  expect(kept.of(2).find('a')).toBeNull();
});
