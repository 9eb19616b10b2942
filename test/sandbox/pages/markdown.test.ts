/** Markdown is drawn as GitHub draws it, nothing dangerous gets through, and a click flips exactly one box. */
import fc from 'fast-check';
import { renderMarkdown } from '../../../src/sandbox/pages/markdown/render.js';
import { summarizeEdit } from '../../../src/sandbox/pages/markdown/edits.js';
import { tasksOf, toggleTask } from '../../../src/sandbox/pages/markdown/tasks.js';

describe('drawing', () => {
  test.each([
    ['a line break inside a paragraph', 'a\nb', '<p>a<br>\nb</p>'],
    ['a Windows line break', 'a\r\nb', '<p>a<br>\nb</p>'],
    ['strike-through', '~~gone~~', '<p><del>gone</del></p>'],
    ['code with HTML in it', '`<b>`', '<p><code>&lt;b&gt;</code></p>'],
    ['a mention', 'by @octo-cat.', '<p>by <a class="mention" href="/octo-cat">@octo-cat</a>.</p>'],
    ['an address that is no mention', 'a@b', '<p>a@b</p>'],
    ['an entity that is no number', '&#39;', '<p>&#39;</p>'],
    [
      'a table',
      '| a |\n|--:|\n| 1 |',
      '<table><thead><tr><th align="right">a</th></tr></thead><tbody><tr><td align="right">1</td></tr></tbody></table>',
    ],
    ['a tight list', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['a loose list', '- a\n\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    [
      'a link by reference',
      '[x]\n\n[x]: https://e.com',
      '<p><a href="https://e.com" rel="nofollow noopener">x</a></p>',
    ],
    ['a comment', 'a <!-- seaworthy:item=hsts --> b', '<p>a  b</p>'],
    ['a comment between blocks', '<!-- seaworthy:baseline=1 -->\n\na', '<p>a</p>'],
    ['a comment that never ends', 'a\n\n<!-- b', '<p>a</p>'],
    [
      'details',
      '<details><summary>Why</summary>\n\n*a*\n\n</details>',
      '<details><summary>Why</summary><p><em>a</em></p></details>',
    ],
    ['small print', '<sub>a</sub>', '<p><sub>a</sub></p>'],
    [
      'details never closed inside an item',
      '- a\n  <details>\n\n- b',
      '<ul><li><p>a</p><details></details></li><li><p>b</p></li></ul>',
    ],
    ['a closing tag that was not opened here', '- a\n  </details>', '<ul><li>a</li></ul>'],
    ['a script', '<script>alert(1)</script>', 'alert(1)'],
    ['a picture with a handler', 'a <img src=x onerror=alert(1)> b', '<p>a  b</p>'],
    ['an attribute on an allowed tag', '<details onclick="x" open>a</details>', '<details>a</details>'],
    ['a script as link', '[a](javascript:alert(1))', '<p>a</p>'],
    ['a picture', '![a](https://e.com/a.png)', '<p><a href="https://e.com/a.png" rel="nofollow noopener">a</a></p>'],
    [
      'a quote in a title',
      '[a](https://e.com "\\"x")',
      '<p><a href="https://e.com" title="&quot;x" rel="nofollow noopener">a</a></p>',
    ],
  ])('%s', (_, source, html) => {
    expect(renderMarkdown(source)).toBe(html);
  });

  test('a number is linked when the repository is known', () => {
    expect(renderMarkdown('see #12', { repo: '/o/r' })).toBe('<p>see <a href="/o/r/issues/12">#12</a></p>');
  });

  test('a box submits the form it is told, or is locked', () => {
    expect(renderMarkdown('- [x] a', { form: 'tasks' })).toMatch(
      /<button form="tasks" class="box".*aria-checked="true"/,
    );
    expect(renderMarkdown('- [ ] a')).toMatch(/<button disabled class="box".*aria-checked="false"/);
  });

  test('whatever the source, no tag or attribute of its own appears', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      'script',
      'img src=x ',
      'onerror=',
      '- [ ] ',
      '\n',
      '\n\n',
      '`',
      '[',
      '](',
      ')',
      'javascript:',
      '<!--',
      '-->',
      '</',
      'details',
      '&',
      '|',
      '@a',
      'x',
    );
    const ours =
      /^<\/?(?:p|br|hr|h\d|em|strong|del|code|pre|blockquote|ul|ol|li|a|sup|sub|kbd|details|summary|button|table|thead|tbody|tr|th|td|div)(?: [a-z-]+="[^"<>]*"| disabled)*>/;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = renderMarkdown(pieces.join(''));
        const tags = html.match(/<[\s\S]{0,200}/g) ?? [];
        expect(tags.filter((tag) => !ours.test(tag))).toEqual([]);
        expect(html).not.toMatch(/href="javascript:| on\w+="/i);
      }),
    );
  });
});

describe('boxes', () => {
  const click = (source: string, index: number): string | null =>
    toggleTask(source, tasksOf(source)[index]?.key ?? 'none');

  test.each([
    ['ticks the first', '- [ ] a\n- [ ] b', 0, '- [x] a\n- [ ] b'],
    ['ticks the second of two equal lines', '- [ ] a\n- [ ] a', 1, '- [ ] a\n- [x] a'],
    ['unticks a capital X', '* [X] a', 0, '* [ ] a'],
    ['a nested one', '- [ ] a\n  1. [ ] b', 1, '- [ ] a\n  1. [x] b'],
    ['keeps Windows line ends', '- [ ] a\r\n- [ ] b\r\n', 1, '- [ ] a\r\n- [x] b\r\n'],
    ['keeps emoji before it', '🎉\n\n- [ ] ü', 0, '🎉\n\n- [x] ü'],
    ['in a quote', '> - [ ] a', 0, '> - [x] a'],
    ['not in code', '```\n- [ ] a\n```\n- [ ] b', 0, '```\n- [ ] a\n```\n- [x] b'],
    ['not in a comment', '<!--\n- [ ] a\n-->\n- [ ] b', 0, '<!--\n- [ ] a\n-->\n- [x] b'],
  ])('%s', (_, source, index, expected) => {
    expect(click(source, index)).toBe(expected);
  });

  test('a box is found again after lines above it changed', () => {
    const key = tasksOf('- [ ] a\n- [ ] b')[1]?.key ?? '';
    expect(toggleTask('# New\n\n- [ ] a\n- [ ] b', key)).toBe('# New\n\n- [ ] a\n- [x] b');
  });

  test.each([
    ['gone', '- [ ] c'],
    ['no longer the only one', 'x\n\n- [ ] b\n- [ ] b'],
  ])('nothing is flipped when the box is %s', (_, now) => {
    expect(toggleTask(now, tasksOf('- [ ] a\n- [ ] b')[1]?.key ?? '')).toBeNull();
  });

  test('any key at all is harmless', () => {
    fc.assert(fc.property(fc.string(), (key) => toggleTask('- [ ] a', key) === null));
  });
});

describe('what an edit did', () => {
  test.each([
    ['a tick', '- [ ] **HTTPS only** `hsts`', '- [x] **HTTPS only** `hsts`', 'ticked “HTTPS only”'],
    ['an untick', '- [X] a `b`', '- [ ] a `b`', 'unticked “a b”'],
    ['one of two equal lines', '- [ ] a\n- [ ] a', '- [ ] a\n- [x] a', 'ticked “a”'],
    ['several', '- [ ] a\n- [ ] b\n- [x] c', '- [x] a\n- [x] b\n- [ ] c', 'ticked 2 boxes, unticked 1 box'],
    ['a tick with text added', '- [ ] a', 'Hello\n\n- [x] a', 'ticked “a”'],
    ['other text', '- [ ] a', '- [ ] b', 'edited the description'],
  ])('%s', (_, before, after, summary) => {
    expect(summarizeEdit(before, after)).toBe(summary);
  });
});
