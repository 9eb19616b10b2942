/** What counts as a command in a comment, and what does not. */
import { MAX_COMMANDS, newCommands, parseCommands } from '../../src/commands/_parse.js';

const names = (markdown: string | null) => parseCommands(markdown).map(({ name, args }) => `${name}(${args})`);

test.each<[string, string | null, string[]]>([
  ['a command alone', '/baseline status', ['status()']],
  ['a bare one asks for help', '/baseline', ['help()']],
  ['with arguments', '/baseline na csp because no pages', ['na(csp because no pages)']],
  ['several in one comment', '/baseline done hsts\n/baseline status', ['done(hsts)', 'status()']],
  ['between paragraphs', 'Hello\n\n/baseline status\n\nthanks', ['status()']],
  ['on a later line of a paragraph', 'please\n/baseline status', ['status()']],
  ['CRLF line ends', '/baseline done hsts\r\n/baseline status\r\n', ['done(hsts)', 'status()']],
  ['letter case does not matter', '/Baseline STATUS', ['status()']],
  [
    'an address as argument stays as typed',
    '/baseline evidence sri https://example.com/a_b_c',
    ['evidence(sri https://example.com/a_b_c)'],
  ],
  ['emphasis in a reason stays as typed', '/baseline na csp because *no* pages', ['na(csp because *no* pages)']],
  ['spaces before it', '  /baseline status', ['status()']],
  ['in the middle of a sentence', 'try /baseline status now', []],
  ['another slash command', '/baselines status', []],
  ['in inline code', '`/baseline status`', []],
  ['inside an inline code span over lines', '`a\n/baseline status\nb`', []],
  ['in a fenced block', '```\n/baseline status\n```', []],
  ['in an indented block', 'text\n\n    /baseline status', []],
  ['quoted in a reply', '> /baseline status\n\nI agree', []],
  ['in a list', '- /baseline status', []],
  ['in a heading', '# /baseline status', []],
  ['in HTML', '<div>\n/baseline status\n</div>', []],
  ['in an HTML comment', '<!--\n/baseline status\n-->', []],
  ['in a link over lines', '[a\n/baseline status](https://example.com)', []],
  ['no body', null, []],
])('%s', (_, markdown, expected) => {
  expect(names(markdown)).toEqual(expected);
});

test('more commands than anybody types are not run', () => {
  expect(parseCommands('/baseline status\n'.repeat(MAX_COMMANDS + 5))).toHaveLength(MAX_COMMANDS);
});

test.each<[string, string | null, string, string[]]>([
  ['an edit that changes nothing', '/baseline status', '/baseline status', []],
  ['an edit that adds one', '/baseline status', '/baseline status\n/baseline help', ['help']],
  ['an edit that repeats one', '/baseline status', '/baseline status\n/baseline status', ['status']],
  ['an edit that changes the argument', '/baseline done a', '/baseline done b', ['done']],
  ['an edit that moves one out of a quote', '> /baseline status', '/baseline status', ['status']],
])('%s', (_, before, after, expected) => {
  expect(newCommands(before, after).map(({ name }) => name)).toEqual(expected);
});
