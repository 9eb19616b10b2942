/** The automaton against the plain way of looking for every keyword at every place. */
import fc from 'fast-check';
import {
  type Hits,
  type KeywordAutomaton,
  automatonTable,
  keywordAutomaton,
  newHits,
} from '../../../src/domain/scanner/keyword-automaton.js';

const KEYWORDS = ['ab', 'abcab', 'bca', 'cx', 'xxxxxxxxxxxx', 'a-1'];

function hitsOf(keywords: readonly string[], bytes: Uint8Array): string[] {
  const automaton = keywordAutomaton(automatonTable(keywords));
  const hits = newHits();
  automaton.find(bytes, 0, bytes.length, hits);
  return namesOf(automaton, hits, keywords);
}

function namesOf({ outputs }: KeywordAutomaton, hits: Hits, keywords: readonly string[] = KEYWORDS): string[] {
  const found: string[] = [];
  for (let index = 0; index < hits.count; index += 1) {
    for (const id of outputs[hits.outputs[index] ?? 0] ?? []) found.push(`${keywords[id]}@${hits.ends[index]}`);
  }
  return found.sort();
}

/** The same hit in a text with so many more characters before. */
function moved(hit: string, by: number): string {
  const [word, end] = hit.split('@');
  return `${word}@${Number(end) + by}`;
}

function plainly(keywords: readonly string[], text: string): string[] {
  const found: string[] = [];
  const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  for (const keyword of keywords) {
    for (let at = lower.indexOf(keyword); at !== -1; at = lower.indexOf(keyword, at + 1)) {
      found.push(`${keyword}@${at + keyword.length - 1}`);
    }
  }
  return found.sort();
}

test('keywords within, behind and across each other are all found', () => {
  expect(hitsOf(['she', 'his', 'hers', 'her', 'ushers'], Buffer.from('USHERS hiS'))).toEqual(
    ['her@4', 'hers@5', 'his@9', 'she@3', 'ushers@5'].sort(),
  );
});

test('any keywords in any Latin-1 text are found as the plain way finds them', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-', '1'), minLength: 1, maxLength: 5 });
  const text = fc.string({
    unit: fc.constantFrom('a', 'A', 'b', 'B', 'c', '-', '1', 'x', '\xe9', '\0'),
    maxLength: 200,
  });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, (keywords, haystack) => {
      expect(hitsOf(keywords, Buffer.from(haystack, 'latin1'))).toEqual(plainly(keywords, haystack));
    }),
  );
});

test('in a part of a text, of any length, only what lies in the part is found', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'C', 'x'), minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(text, fc.nat(300), fc.nat(300), (haystack, one, other) => {
      const [from, to] = [Math.min(one, other, haystack.length), Math.min(Math.max(one, other), haystack.length)];
      const automaton = keywordAutomaton(automatonTable(KEYWORDS));
      const hits = newHits();
      automaton.find(Buffer.from(haystack), from, to, hits);
      const ends = [...hits.ends.subarray(0, hits.count)];
      expect(ends).toEqual(ends.toSorted((a, b) => a - b));
      expect(namesOf(automaton, hits)).toEqual(
        plainly(KEYWORDS, haystack.slice(from, to))
          .map((hit) => moved(hit, from))
          .sort(),
      );
    }),
  );
});

test('a keyword across any place of a text that is larger than what is read at once is found', () => {
  const filler = 'ab'.repeat(300_000);
  const text = Array.from(filler.match(/.{1,977}/g) ?? []).join('abcabx');
  expect(hitsOf(KEYWORDS, Buffer.from(text))).toEqual(plainly(KEYWORDS, text));
});

test('keywords that need more states than there are numbers for are refused', () => {
  const keywords = Array.from(
    { length: 11_000 },
    (_, index) => `${`${index}`.padStart(6, '0').split('').toReversed().join('')}end`,
  );
  expect(() => keywordAutomaton(automatonTable(keywords))).toThrow('the limit');
});

test('more hits than there was room for are kept', () => {
  expect(hitsOf(['aaa'], Buffer.alloc(5000, 'a'))).toHaveLength(4998);
});
