/** Every rule proves itself through the real engine with all rules loaded. */
import { createEngine } from '../../../../src/domain/scanner/engine.js';
import { findingsOf } from '../../../../src/domain/scanner/finding.js';
import { loadRules } from '../../../../src/domain/scanner/registry.js';
import type { Rule, Sample } from '../../../../src/domain/scanner/rule.js';

const KEY = Buffer.alloc(32, 7);
const rules = await loadRules();
const engine = createEngine(rules);

function found(rule: Rule, { text, path, isBytes }: Sample): string[] {
  const options = path === undefined ? {} : { path };
  const { matches } =
    isBytes === true ? engine.scanBytes(Buffer.from(text, 'latin1'), options) : engine.scanText(text, options);
  return matches.filter((match) => match.rule === rule).map(({ start, end }) => text.slice(start, end));
}

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('brings at least three samples of each kind', () => {
    expect(rule.matches().length).toBeGreaterThanOrEqual(3);
    expect(rule.ignores().length).toBeGreaterThanOrEqual(3);
  });

  test('finds its samples, and exactly the value', () => {
    const wrong = rule.matches().filter((sample) => {
      const values = found(rule, sample);
      return sample.value === undefined ? values.length === 0 : !values.includes(sample.value);
    });
    expect(wrong).toEqual([]);
  });

  test('looks no further than it says: its samples are found in the window that is made of other bytes', () => {
    const around = Buffer.from(`${'é'.repeat(5_000)}\n`);
    const blind = rule.matches().filter(({ text, path, isBytes }) => {
      // A file is told by its beginning.
      if (isBytes === true) return false;
      const bytes = Buffer.concat([around, Buffer.from(`${text}\n`), around]);
      const { matches } = engine.scanBytes(bytes, path === undefined ? {} : { path });
      return !matches.some((match) => match.rule === rule);
    });
    expect(blind).toEqual([]);
  });

  test('leaves alone what it must ignore', () => {
    expect(rule.ignores().filter((sample) => found(rule, sample).length > 0)).toEqual([]);
  });

  test('makes the same samples every time', () => {
    expect(rule.matches()).toEqual(rule.matches());
  });

  test('shows at most four characters and a quarter of a value in its preview, and only a public prefix', () => {
    for (const { text } of rule.matches()) {
      for (const { start, end, preview } of findingsOf(text, engine.scanText(text).matches, KEY)) {
        const shown = preview.replaceAll('•', '');
        expect(shown.length).toBeLessThanOrEqual(Math.min(4, (end - start) / 4));
        expect(engine.rules.some(({ keywords }) => keywords.some((word) => word.startsWith(shown.toLowerCase())))).toBe(
          true,
        );
      }
    }
  });
});

test('there are rules of a dozen providers', () => {
  expect(new Set(rules.map(({ provider }) => provider)).size).toBeGreaterThanOrEqual(12);
});
