/** What people do to an issue, as edits of its text that fast-check can draw. */
import fc from 'fast-check';
import { IDS } from './sample.js';

export type Edit = (body: string) => string;

const marker = (id: string): string => `<!-- seaworthy:item=${id} -->`;

const anId = fc.constantFrom(...IDS);

function onLine(id: string, change: (line: string) => string): Edit {
  return (body) =>
    body
      .split('\n')
      .map((line) => (line.startsWith('- [') && line.includes(marker(id)) ? change(line) : line))
      .join('\n');
}

export const tick = (id: string): Edit => onLine(id, (line) => line.replace(/^- \[[ xX]\]/, '- [x]'));
export const untick = (id: string): Edit => onLine(id, (line) => line.replace(/^- \[[xX]\]/, '- [ ]'));
export const strike = (id: string): Edit =>
  onLine(id, (line) => line.replace(/^(- \[.\] )(?!~~)(\*\*.*?\*\*)/, '$1~~$2~~'));
export const append = (id: string, text: string): Edit => onLine(id, (line) => `${line} ${text}`);
export const crlf: Edit = (body) => body.replace(/\r?\n/g, '\r\n');

/** Puts `text` on lines of its own, before line number `at` (modulo the number of lines). */
export function insert(at: number, text: string): Edit {
  return (body) => {
    const lines = body.split('\n');
    lines.splice(at % (lines.length + 1), 0, '', ...text.split('\n'), '');
    return lines.join('\n');
  };
}

const remove =
  (id: string): Edit =>
  (body) =>
    body
      .split('\n')
      .filter((line) => !line.includes(marker(id)))
      .join('\n');

const copy =
  (id: string, at: number): Edit =>
  (body) => {
    const line = body.split('\n').find((candidate) => candidate.includes(marker(id)));
    return line === undefined ? body : insert(at, line)(body);
  };

const move =
  (id: string, at: number): Edit =>
  (body) =>
    remove(id)(copy(id, at)(body)) && copy(id, at)(remove(id)(body));

const unmark =
  (id: string): Edit =>
  (body) =>
    body.replace(` ${marker(id)}`, '');

const drop =
  (at: number): Edit =>
  (body) => {
    const lines = body.split('\n');
    lines.splice(at % lines.length, 1);
    return lines.join('\n');
  };

/** Notes that end by themselves, each recognisable by its word. */
export const tidyNote = fc
  .tuple(
    fc.constantFrom(
      'We talked about WORD',
      '- a bullet of ours WORD',
      '* [x] our own task WORD',
      '> a quote WORD\n> - [x] **x** `hsts` <!-- seaworthy:item=hsts -->',
      '```\n- [x] code WORD <!-- seaworthy:item=csp -->\n```',
      '### A heading WORD',
      '1. first WORD\n2. second',
      '| a | b |\n|--|--|\n| WORD | 🚢 |',
      '<!-- a comment WORD -->',
      'two lines\nof WORD',
      '---\n\nWORD after a rule',
    ),
    fc.integer({ min: 0, max: 99 }),
  )
  .map(([shape, number]) => shape.replace('WORD', `remark${number}`));

/** Notes that swallow what follows, and other hostile text. */
export const hostileNote = fc.constantFrom(
  '```',
  '~~~~ js',
  '<!-- never closed',
  '<pre>',
  '<script>',
  '<details>',
  '<div>',
  '<?php',
  '<![CDATA[',
  '    indented code',
  '\tindented',
  '- [ ] <!-- seaworthy:item=forged --> **x** `forged`',
  '- [x] **A forged one** `hsts`',
  '<!-- seaworthy:baseline=1 -->',
  '<!-- seaworthy:header-end -->',
  '## Fake <!-- seaworthy:section=web/headers -->',
  '[x]: https://example.com',
  '===',
  '-',
  '- - - [ ] x',
  '</details>',
  '`',
  '~~',
  '\u0000\ufeff\u202e',
);

const at = fc.integer({ min: 0, max: 200 });

/** Edits that leave every line of ours in place. */
export const gentleEdit: fc.Arbitrary<Edit> = fc.oneof(
  anId.map(tick),
  fc
    .tuple(anId, fc.constantFrom('see #12', 'done in PR 7 🎉', '@mona knows', '**soon**'))
    .map(([id, text]) => append(id, text)),
  fc.tuple(at, tidyNote).map(([line, text]) => insert(line, text)),
);

/** Anything. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  gentleEdit,
  anId.map(untick),
  anId.map(strike),
  anId.map(remove),
  anId.map(unmark),
  fc.tuple(anId, at).map(([id, line]) => copy(id, line)),
  fc.tuple(anId, at).map(([id, line]) => move(id, line)),
  at.map(drop),
  fc.tuple(at, hostileNote).map(([line, text]) => insert(line, text)),
  fc.tuple(anId, hostileNote).map(([id, text]) => append(id, text)),
  fc.constant(crlf),
);

export const applyAll = (body: string, edits: readonly Edit[]): string =>
  edits.reduce((text, edit) => edit(text), body);
