/** A burst goes out at once, what is sustained stays under GitHub's documented limits, and no job waits long for its turn. */
import fc from 'fast-check';
import { kindOf, LONGEST_WAIT, Pacer, type Kind } from '../../../src/infra/github/pacing.js';

const START = Date.parse('2026-11-22T12:00:00Z');
const at = (ms: number) => new Date(START + ms);

test.each<[string, string, Kind]>([
  ['GET', '/repos/{owner}/{repo}/issues', 'read'],
  ['POST', '/graphql', 'read'],
  ['POST', '/app/installations/{installation_id}/access_tokens', 'read'],
  ['POST', '/repos/{owner}/{repo}/issues', 'content'],
  ['POST', '/repos/{owner}/{repo}/issues/{issue_number}/comments', 'content'],
  ['PATCH', '/repos/{owner}/{repo}/issues/{issue_number}', 'write'],
  ['POST', '/repos/{owner}/{repo}/check-runs', 'write'],
  ['POST', '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', 'write'],
])('%s %s is a %s', (method, route, kind) => {
  expect(kindOf(method, route)).toBe(kind);
});

test('a reaction, a reply and two checks go out at once', () => {
  const pacer = new Pacer();
  const turns = (['write', 'content', 'write', 'write'] as const).map((kind) => pacer.take(kind, at(0)));
  expect(turns).toEqual(Array(4).fill({ go: true, wait: 0 }));
});

test('past the burst turns are a second apart, then refused with the time', () => {
  const pacer = new Pacer();
  const waits = Array.from({ length: 33 }, () => pacer.take('write', at(0)));
  expect(waits.slice(29)).toEqual([
    { go: true, wait: 0 },
    { go: true, wait: 1000 },
    { go: true, wait: 2000 },
    { go: false, until: at(3000) },
  ]);
  expect(pacer.take('write', at(1000))).toEqual({ go: true, wait: 2000 });
});

test('reads go on while writes have to wait', () => {
  const pacer = new Pacer();
  for (let index = 0; index < 40; index++) pacer.take('write', at(0));
  expect(pacer.take('read', at(0))).toEqual({ go: true, wait: 0 });
});

test('after a limit nothing goes until the second it ends', () => {
  const pacer = new Pacer();
  pacer.block(at(60_000));
  pacer.block(at(10_000));
  expect(pacer.take('read', at(59_999))).toEqual({ go: false, until: at(60_000) });
  expect(pacer.take('read', at(60_000))).toEqual({ go: true, wait: 0 });
});

test('work that nobody waits for goes at once while people keep their burst, then as it comes back', () => {
  const pacer = new Pacer();
  expect([10, 11, 20, 21].map((count) => pacer.roomFor('content', count, at(0)).getTime() - START)).toEqual([
    0, 1_000, 10_000, 11_000,
  ]);
  for (let index = 0; index < 20; index++) pacer.take('content', at(index * 1_000));
  // 20 of the 80 of an hour are gone, but for what came back in 20 s, and 60 are people's: the third from now comes in 5.7 s.
  const next = pacer.roomFor('content', 3, at(20_000)).getTime() - START;
  expect(next).toBeGreaterThanOrEqual(25_714);
  expect(next).toBeLessThanOrEqual(25_716);
  expect(pacer.take('content', at(20_000))).toEqual({ go: true, wait: 0 });
});

test('asking for room takes nothing, and there is none while GitHub refuses', () => {
  const pacer = new Pacer();
  for (let index = 0; index < 100; index++) pacer.roomFor('content', 5, at(0));
  expect(pacer.roomFor('content', 10, at(0))).toEqual(at(0));
  pacer.block(at(60_000));
  expect(pacer.roomFor('content', 1, at(0))).toEqual(at(60_000));
});

test('a clock that steps back gives no extra turns', () => {
  const pacer = new Pacer();
  for (let index = 0; index < 32; index++) pacer.take('write', at(10_000));
  expect(pacer.take('write', at(0)).go).toBe(false);
  expect(pacer.take('write', at(10_000)).go).toBe(false);
});

test('however it is asked, every minute and hour stays within the documented limits', () => {
  const request = fc.record({
    gap: fc.integer({ min: 0, max: 4000 }),
    kind: fc.constantFrom<Kind>('read', 'write', 'content', 'content', 'content'),
  });
  fc.assert(
    fc.property(fc.array(request, { minLength: 500, maxLength: 1500 }), (requests) => {
      const pacer = new Pacer();
      const sent: { kind: Kind; time: number }[] = [];
      let now = 0;
      for (const { gap, kind } of requests) {
        now += gap;
        const turn = pacer.take(kind, at(now));
        if (!turn.go) continue;
        expect(turn.wait).toBeLessThanOrEqual(LONGEST_WAIT);
        sent.push({ kind, time: now + turn.wait });
      }
      const most = (span: number, cost: (kind: Kind) => number) =>
        Math.max(0, ...sent.map(({ time }) => sum(sent, time, span, cost)));
      expect(most(60_000, (kind) => (kind === 'read' ? 1 : 5))).toBeLessThanOrEqual(900);
      expect(most(60_000, (kind) => (kind === 'content' ? 1 : 0))).toBeLessThanOrEqual(80);
      expect(most(3_600_000, (kind) => (kind === 'content' ? 1 : 0))).toBeLessThanOrEqual(500);
    }),
    { numRuns: 15 },
  );
});

function sum(sent: readonly { kind: Kind; time: number }[], from: number, span: number, cost: (kind: Kind) => number) {
  return sent.reduce((total, { kind, time }) => (time >= from && time < from + span ? total + cost(kind) : total), 0);
}
