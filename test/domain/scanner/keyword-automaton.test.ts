/** The automaton against the plain way of looking for every keyword at every place. */
import fc from 'fast-check';
import { keywordAutomaton, newHits } from '../../../src/domain/scanner/keyword-automaton.js';

function hitsOf(keywords: readonly string[], bytes: Uint8Array): string[] {
  const automaton = keywordAutomaton(keywords);
  const hits = newHits();
  automaton.find(bytes, 0, bytes.length, hits);
  const found: string[] = [];
  for (let index = 0; index < hits.count; index += 1) {
    for (const id of automaton.outputs[hits.outputs[index] ?? 0] ?? [])
      found.push(`${keywords[id]}@${hits.ends[index]}`);
  }
  return found.sort();
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

test('more hits than there was room for are kept', () => {
  expect(hitsOf(['aaa'], Buffer.alloc(5000, 'a'))).toHaveLength(4998);
});
