/** The scanners that are compared: our engine, and secretlint with its recommended rules. */
import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { createEngine } from '../../src/domain/scanner/engine.js';
import type { Rule } from '../../src/domain/scanner/rule.js';
import type { Range, Scanner } from './case.js';

export function seaworthy(rules: readonly Rule[]): Scanner {
  const engine = createEngine(rules);
  return async (cases) => cases.map(({ text, path }) => engine.scanText(text, { path }).matches);
}

export const secretlint: Scanner = async (cases) => {
  // Its profiler looks through all marks there are at each new one, which takes quadratic time.
  secretLintProfiler.mark = () => undefined;
  const found: (readonly Range[])[] = [];
  for (const { text, path } of cases) {
    const { messages } = await lintSource({
      source: { content: text, contentType: 'text', filePath: path, ext: path.replace(/^.*(?=\.)/, '') },
      options: { config: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] } },
    });
    found.push(messages.map(({ range: [start, end] }) => ({ start, end })));
  }
  return found;
};
