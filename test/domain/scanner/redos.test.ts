/** No regular expression of the scanner can be made slow: neither those of the rules nor the ones written out in its code. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseFileSync } from '@swc/core';
import { check } from 'recheck';
import { assigned } from '../../../src/domain/scanner/rules/_assigned.js';
import { engine } from './_samples.js';

interface Expression {
  readonly source: string;
  readonly flags: string;
}

/** Every literal in the syntax tree below `node`. */
function literalsIn(node: unknown): Expression[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && node.type === 'RegExpLiteral' && 'pattern' in node && 'flags' in node) {
    return [{ source: String(node.pattern), flags: String(node.flags) }];
  }
  return Object.values(node).flatMap(literalsIn);
}

const SCANNER = path.resolve('src/domain/scanner');
const written = readdirSync(SCANNER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    literalsIn(parseFileSync(path.join(SCANNER, file), { syntax: 'typescript' })).map(
      ({ source, flags }) => [file, source, flags] as const,
    ),
  );
const ruled = engine.rules.flatMap(({ id, find }) =>
  typeof find === 'function' ? [] : [find].flat().map(({ source, flags }) => [id, source, flags] as const),
);

test('the literals are found', () => {
  expect(written.length).toBeGreaterThan(30);
});

const named = assigned('(?:aws_?secret)', '[A-Za-z0-9/+]{40}');

test.each([...ruled, ...written, ['a value given to a name', named.source, named.flags] as const])(
  '%s: %s',
  async (_, source, flags) => {
    const { status } = await check(source, flags, { checker: 'automaton', timeout: 20_000 });
    expect(status).toBe('safe');
  },
);
