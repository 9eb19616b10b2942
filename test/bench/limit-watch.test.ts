/** The counter that judges the pacer has to notice what goes over a limit, and nothing else. */
import { LimitWatch } from '../../bench/onboarding/limit-watch.js';

const issue = (watch: LimitWatch, at: number) => {
  watch.begin('POST', '/repos/:/issues', at);
  watch.end();
};
const read = (watch: LimitWatch, at: number) => {
  watch.begin('GET', '/repos/:', at);
  watch.end();
};
const times = (count: number, act: (index: number) => void) => Array.from({ length: count }, (_, index) => act(index));

test.each<[string, (watch: LimitWatch) => void, string | null]>([
  ['80 issues a minute', (watch) => times(80, (n) => issue(watch, n * 700)), null],
  ['81 issues a minute', (watch) => times(81, (n) => issue(watch, n * 700)), 'content a minute'],
  ['500 issues an hour', (watch) => times(500, (n) => issue(watch, n * 7_200)), null],
  ['501 issues an hour', (watch) => times(501, (n) => issue(watch, n * 7_100)), 'content an hour'],
  ['900 reads a minute', (watch) => times(900, (n) => read(watch, n)), null],
  ['901 reads a minute', (watch) => times(901, (n) => read(watch, n)), 'points a minute'],
  ['5,001 reads an hour', (watch) => times(5_001, (n) => read(watch, n * 700)), 'requests an hour'],
  ['101 at once', (watch) => times(101, () => watch.begin('GET', '/repos/:', 0)), 'requests at once'],
])('%s', (_, act, expected) => {
  const watch = new LimitWatch(20);
  act(watch);
  expect(watch.violations.map((text) => text.split(' at 19')[0]).slice(0, 1)).toEqual(
    expected === null ? [] : [expected],
  );
});

test('asking while told to wait', () => {
  const watch = new LimitWatch(20);
  watch.refused(60_000);
  read(watch, 60_000);
  expect(watch.violations).toEqual([]);
  read(watch, 59_999);
  expect(watch.violations).toEqual(['asked while told to wait at 1970-01-01T00:00:59.999Z']);
});
