/** The tables in the README: what they count, and that nothing else of the page is touched. */
import { COUNTS_END, COUNTS_START, withCounts } from '../../src/cli/docs/readme.js';
import { CHECKLISTS } from '../domain/checklist/support/sample.js';

const page = (inside: string): string => `# Title\n\n${COUNTS_START}${inside}${COUNTS_END}\n\n## End\n`;

test('counts items by level and verifier, and the controls they cover', () => {
  const text = withCounts(page('\n\nold numbers\n\n'), CHECKLISTS);
  expect(text).not.toContain('old numbers');
  expect(text).toMatch(/^# Title\n/);
  expect(text).toMatch(/\n## End\n$/);
  expect(text).toMatch(/\| `web` \| 3 \| 2 \| 1 \| 0 \| 3 \| 0 \|/);
  expect(text).toMatch(/\| \[Minimum Viable Secure Product 3\.0\].* \| 25 \| 1 \| \d \|/);
});

test('is the same when done again', () => {
  const once = withCounts(page('\n'), CHECKLISTS);
  expect(withCounts(once, CHECKLISTS)).toBe(once);
});

test.each([
  ['no markers', '# Title\n'],
  ['no end', `# Title\n${COUNTS_START}\n`],
  ['the end first', `${COUNTS_END}\n${COUNTS_START}\n`],
  ['two sections', `${page('\n')}${page('\n')}`],
])('refuses a page with %s', (_name, text) => {
  expect(() => withCounts(text, CHECKLISTS)).toThrow('once each');
});
