/** What the bytes behind a keyword tell, against the expressions themselves. */
import fc from 'fast-check';
import { openingOf, opensAt } from '../../../src/domain/scanner/opening.js';
import { loadRules } from '../../../src/domain/scanner/registry.js';
import { bytesOf } from '../../../src/domain/scanner/utf8.js';

function opens(expression: RegExp, text: string, at = 0): boolean {
  return opensAt(openingOf([expression]), bytesOf(text), at);
}

test.each([
  ['a prefix in its own case', /key_[a-z]{8}/, 'key_abcdefgh', 'KEY_abcdefgh'],
  ['a prefix in any case', /key_[a-z]{8}/i, 'KEY_abcdefgh', 'KEY-abcdefgh'],
  ['a body that is long enough', /key_[a-z]{8}/, 'key_abcdefgh', 'key_abcdefg'],
  ['one of several ways', /key(?:_|-{2,3})\d/, 'key--1', 'key+1'],
  ['what may be left out', /key ?= ?\d{2}/, 'key=12', 'key x'],
  ['an escaped sign, a class with a bracket in it', /k\.[\]\\x]/, 'k.]', 'kk]'],
  ['what is not in a class', /key[^\s"]{3}/, 'key...', 'key. .'],
])('%s', (_, expression, matching, other) => {
  expect([opens(expression, matching), opens(expression, other)]).toEqual([true, false]);
});

test('look-arounds, back-references and characters beyond ASCII are left to the expression', () => {
  expect(opens(/(?<![a-z])(?!key9)key\d(?=;)/, 'key9')).toBe(true);
  expect(opens(/key(?<quote>["'])\k<quote>=/, `key"'`)).toBe(true);
  expect(opens(/key.x/, 'key\u20acy')).toBe(true);
});

test('whatever an expression matches passes', () => {
  const piece = fc.constantFrom(
    'a',
    'B',
    '[ab]',
    '[^a]',
    '\\d',
    '.',
    '(?:a|bc)',
    '(?<n>a|)',
    'a?',
    '[ab]{2}',
    '\\w{0,3}',
    'b{1,20}',
    '$',
    '\\b',
  );
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'c', '1', '\xe9', '\u20ac'), maxLength: 30 });
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('', 'i'),
      text,
      (parts, flags, haystack) => {
        const source = parts.map((part, index) => part.replace('<n>', `<n${index}>`)).join('');
        const sticky = new RegExp(source, `${flags}y`);
        if (sticky.test(haystack)) expect(opens(new RegExp(source, flags), haystack)).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

test('every value that an expression of a rule matches passes', async () => {
  for (const { find, keywords, matches } of await loadRules()) {
    if (typeof find === 'function') continue;
    const expressions = [find].flat();
    const opening = openingOf(expressions);
    for (const { text } of matches()) {
      const bytes = bytesOf(text);
      const lower = text.toLowerCase();
      for (const keyword of keywords) {
        for (let at = lower.indexOf(keyword); at !== -1; at = lower.indexOf(keyword, at + 1)) {
          const matched = expressions.some(({ source, flags }) => {
            const sticky = new RegExp(source, `${flags}y`);
            sticky.lastIndex = at;
            return sticky.test(text);
          });
          if (matched) expect(opensAt(opening, bytes, at)).toBe(true);
        }
      }
    }
  }
});
