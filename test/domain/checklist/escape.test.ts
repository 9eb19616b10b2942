/** Text from people stays text, wherever it is put. */
import fc from 'fast-check';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes } from 'mdast';
import { code, escapeInline, link, mention, render, parse, webAddress } from '../../../src/domain/checklist/index.js';
import { IDS, NOW, view } from './support/sample.js';

const tree = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

function kinds(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(kinds) : [])];
}

const shown = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(shown).join('') : '';

test.each([
  ['a mention', 'ask @octocat', 'ask @&#8203;octocat'],
  ['a team', '@org/security', '@&#8203;org/security'],
  ['an issue', 'see #12 and GH-12', 'see #&#8203;12 and GH&#8203;-12'],
  ['an issue elsewhere', 'org/repo#12', 'org/repo#&#8203;12'],
  ['an address', 'https://github.com/o/r/issues/1', 'https:&#8203;//github.com/o/r/issues/1'],
  ['an address without a scheme', 'www.example.com', 'www&#8203;.example.com'],
  ['an e-mail address', 'a@example.com', 'a@&#8203;example.com'],
  ['HTML', '<img src=x>', '&lt;img src=x&gt;'],
  ['a marker', '<!-- seaworthy:item=hsts -->', '&lt;!-- seaworthy:item=hsts --&gt;'],
  ['emphasis and code', '*a* _b_ ~~c~~ `d`', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\`'],
  ['a table cell', 'a | b', 'a \\| b'],
  ['a link', '[a](http://b)', '\\[a\\](http:&#8203;//b)'],
  ['a formula', '$x$', '&#36;x&#36;'],
  ['line breaks', 'a\r\n\n- [x] b\u2028c\td', 'a - \\[x\\] b c d'],
  ['a list at the start', '- a', '\\- a'],
  ['a number at the start', '1. a', '1\\. a'],
  ['directions', 'a\u202eb\u2066c', 'abc'],
  ['half a character', 'a\ud83d', 'a'],
  ['an emoji', '👩‍👩‍👧 ok', '👩‍👩‍👧 ok'],
  ['nothing', ' \n ', ''],
])('%s', (_name, text, expected) => {
  expect(escapeInline(text)).toBe(expected);
});

test('long text is cut by characters', () => {
  expect(escapeInline('🚢'.repeat(10_000), 5)).toBe('🚢🚢🚢🚢…');
  expect(escapeInline('a'.repeat(10_000))).toHaveLength(300);
});

test.each([
  ['https', 'https://example.com/a_(b)', 'https://example.com/a_%28b%29'],
  ['a space and a bracket', 'https://example.com/a b>c', 'https://example.com/a%20b%3Ec'],
  ['a script', 'javascript:alert(1)', undefined],
  ['credentials', 'https://u:p@example.com/', undefined],
  ['no address', 'PR 12', undefined],
  ['too long', `https://example.com/${'a'.repeat(600)}`, undefined],
])('an address: %s', (_name, url, expected) => {
  expect(webAddress(url)).toBe(expected);
});

test('names, code and links', () => {
  expect(mention('seaworthy[bot]')).toBe('@&#8203;seaworthy\\[bot\\]');
  expect(code('a`b\nc')).toBe("`a'b c`");
  expect(link('proof', 'ftp://example.com')).toBe('proof');
});

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '@',
      '#',
      '`',
      '<',
      '!--',
      '>',
      '*',
      '_',
      '~~',
      '[x]',
      '](',
      '|',
      '\\',
      '\n',
      '- ',
      '1. ',
      '&lt;',
      '$',
      '://',
      'www.',
      'GH-1',
      '<!-- seaworthy:item=csp -->',
      '</details>',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
  ),
  maxLength: 30,
});

test('any text is one paragraph of plain text, showing what was written', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const parsed = tree(`x ${escapeInline(text)} y`);
      expect(new Set(kinds(parsed))).toEqual(new Set(['root', 'paragraph', 'text']));
      expect(shown(parsed)).not.toMatch(/@[a-z0-9]|#\d|GH-\d|:\/\//i);
      expect(tree(`| a | b |\n|--|--|\n| ${escapeInline(text)} | c |`).children[0]?.type).toBe('table');
    }),
    { numRuns: 300 },
  );
});

test('reasons, names and evidence do not change what the issue says', () => {
  fc.assert(
    fc.property(hostile, hostile, (text, name) => {
      const { body } = render(
        view(
          {
            hsts: { kind: 'open', reason: text },
            csp: { kind: 'not-applicable', by: name, at: NOW, reason: text },
            sri: { kind: 'done', by: name, at: NOW, evidence: text },
            protected: { kind: 'waived', by: name, approver: name, at: NOW, until: '2027-01-01', reason: text },
            reviewed: { kind: 'unknown', at: NOW, reason: text },
          },
          { header: { champion: name, blockers: [{ text, link: { text, url: text } }] } },
        ),
      );
      const { items, notes } = parse(body);
      expect(items.map(({ id, checked, struck }) => [id, checked, struck])).toEqual(
        IDS.map((id) => [id, id === 'csp' || id === 'sri', id === 'csp']),
      );
      expect(notes).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
