/** A run of verifiers: sources are read once, and whatever goes wrong is unknown and hurts nobody else. */
import { fixedClock } from '../../src/core/clock.js';
import { Forbidden, RateLimited } from '../../src/infra/github/errors.js';
import { met } from '../../src/domain/verification/verdict.js';
import { verify } from '../../src/verifiers/_run.js';
import { defineSource, type Get, Hidden, NOWHERE, type Origin, type Source } from '../../src/verifiers/_source.js';
import { defineVerifier, type Verifier } from '../../src/verifiers/_verifier.js';

const CALL = { method: 'GET', route: '/x' };
const AT = '2026-11-22T10:00:00.000Z';
const origin: Origin = {
  ...NOWHERE,
  permissions: {},
};

function sourceOf(read: (get: Get) => Promise<string | null> | string | null, needs?: Record<string, 'read'>) {
  let reads = 0;
  const source = defineSource<string>({
    name: 'a thing',
    ...(needs ? { needs } : {}),
    async read(_, get) {
      reads += 1;
      return { value: await read(get), where: 'https://example.com/thing' };
    },
  });
  return { source, reads: () => reads };
}

const judging = (source: Source<string>): Verifier =>
  defineVerifier({ question: 'Is it so?', reads: { source }, on: [], judge: (seen) => met(`saw ${seen.source}`) });

const run = (verifiers: Record<string, Verifier>, given: Partial<Origin> = {}) =>
  verify(
    new Map(Object.entries(verifiers)),
    { ...origin, ...given },
    { clock: fixedClock(new Date(AT)), signal: new AbortController().signal, sourceMs: 50 },
  );

const answerOf = async (verifier: Verifier, given?: Partial<Origin>) => {
  const verdict = (await run({ verifier }, given)).get('verifier');
  return `${verdict?.answer}: ${verdict?.because}`;
};

describe('a run of verifiers', () => {
  test('a source is read once, whoever asks, also through another source', async () => {
    const shared = sourceOf(() => 'one');
    const above = sourceOf(async (get) => `${(await get(shared.source)).value} more`);
    const verdicts = await run({ a: judging(shared.source), b: judging(shared.source), c: judging(above.source) });
    expect(shared.reads()).toBe(1);
    expect([...verdicts.values()].map(({ because }) => because)).toEqual(['saw one', 'saw one', 'saw one more']);
  });

  test('a verdict says where and when it was seen', async () => {
    const verdicts = await run({ a: judging(sourceOf(() => null).source) });
    expect(verdicts.get('a')).toEqual({
      answer: 'met',
      because: 'saw null',
      evidence: [{ where: 'https://example.com/thing', at: AT }],
      isPublic: true,
    });
  });

  test.each<[string, Verifier, Partial<Origin>, string]>([
    [
      'a permission that is missing is not even tried',
      judging(sourceOf(() => 'x', { administration: 'read' }).source),
      {},
      'unknown: reading a thing takes the permission `administration: read`, which Seaworthy was not given',
    ],
    [
      'with a personal token only trying tells',
      judging(sourceOf(() => 'x', { administration: 'read' }).source),
      { permissions: null },
      'met: saw x',
    ],
    [
      'GitHub says no',
      judging(
        sourceOf(() => {
          throw new Forbidden('no', CALL);
        }).source,
      ),
      {},
      'unknown: GitHub does not let Seaworthy look at it',
    ],
    [
      'hidden for a reason of its own',
      judging(
        sourceOf(() => {
          throw new Hidden('it is dark');
        }).source,
      ),
      {},
      'unknown: it is dark',
    ],
    [
      'a source that throws',
      judging(
        sourceOf(() => {
          throw new TypeError('boom');
        }).source,
      ),
      {},
      'unknown: it could not be looked at; the next run tries again',
    ],
    [
      'a source that never ends',
      judging(sourceOf(() => new Promise(() => undefined)).source),
      {},
      'unknown: reading a thing took too long',
    ],
    [
      'a judge that throws',
      {
        ...judging(sourceOf(() => 'x').source),
        judge: () => {
          throw new TypeError('boom');
        },
      },
      {},
      'unknown: it could not be looked at; the next run tries again',
    ],
  ])('%s', async (_, verifier, given, answer) => {
    await expect(answerOf(verifier, given)).resolves.toBe(answer);
  });

  test('what fails hurts nobody else, and is reported', async () => {
    const reported: string[] = [];
    const broken = sourceOf(() => {
      throw new TypeError('boom');
    });
    const verifiers = new Map([
      ['broken', judging(broken.source)],
      ['fine', judging(sourceOf(() => 'x').source)],
    ]);
    const options = {
      clock: fixedClock(new Date(AT)),
      signal: new AbortController().signal,
      onError: (_: unknown, name: string) => reported.push(name),
    };
    const verdicts = await verify(verifiers, origin, options);
    expect([verdicts.get('broken')?.answer, verdicts.get('fine')?.answer, reported]).toEqual([
      'unknown',
      'met',
      ['broken'],
    ]);
  });

  test('a run that is ended half way says nothing, rather than that nothing could be seen', async () => {
    const ending = new AbortController();
    const endless = defineSource<string>({
      name: 'a thing',
      read: (_, __, signal) =>
        new Promise((___, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true })),
    });
    const options = { clock: fixedClock(new Date(AT)), signal: ending.signal };
    const running = verify(new Map([['endless', judging(endless)]]), origin, options);
    ending.abort(new Error('the App stops'));
    await expect(running).rejects.toThrow('the App stops');
  });

  test('a rate limit ends the run: the job comes back', async () => {
    const limited = sourceOf(() => {
      throw new RateLimited(CALL, new Date(AT), 'primary');
    });
    await expect(run({ a: judging(limited.source) })).rejects.toThrow(RateLimited);
  });
});
