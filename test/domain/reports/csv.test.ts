/** CSV as spreadsheets and parsers read it. */
import { expect, test } from '@jest/globals';
import { type Cell, csvLine } from '../../../src/domain/reports/csv.js';

const cellOf = (cell: Cell): string => csvLine([cell]).slice(0, -'\r\n'.length);

test.each([
  ['plain', 'quay', 'quay'],
  ['nothing', null, ''],
  ['a number', -5, '-5'],
  ['yes', true, 'yes'],
  ['no', false, 'no'],
  ['a comma', 'a, b', '"a, b"'],
  ['quotes', 'the "quay"', '"the ""quay"""'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['a formula', '=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
  ['a formula after blanks', '  =1+1', "'  =1+1"],
  ['a formula after a mark of direction', '\u202e=1+1', "'\u202e=1+1"],
  ['a formula in full width', '＝1+1', "'＝1+1"],
  ['plus', '+49 30', "'+49 30"],
  ['minus', '-2+3', "'-2+3"],
  ['a login', '@octocat', "'@octocat"],
  ['a tab at the beginning', '\t=1', "'\t=1"],
  ['a line break at the beginning', '\r=1', `"'\r=1"`],
  ['an equals sign inside', 'a=b', 'a=b'],
  ['a NUL', 'a\0b', 'ab'],
  ['Arabic', 'ميناء', 'ميناء'],
  ['HTML', '<b>&amp;</b>', '<b>&amp;</b>'],
])('%s', (_, cell, expected) => {
  expect(cellOf(cell)).toBe(expected);
});

test('a text of 10,000 characters is kept whole', () => {
  expect(cellOf('x'.repeat(10_000))).toHaveLength(10_000);
});

test('cells stand in a line', () => {
  expect(csvLine(['quay', null, 5])).toBe('quay,,5\r\n');
});
