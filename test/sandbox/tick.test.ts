/** Where a click on a checkbox lands. */
import { expect, test } from '@jest/globals';
import { toggle } from '../../src/sandbox/scenario/tick.js';

test.each([
  ['an open box', '- [ ] one', 'one', '- [x] one'],
  ['a ticked box', '- [X] one', 'one', '- [ ] one'],
  ['the second of two', '- [ ] one\n- [ ] two', 'two', '- [ ] one\n- [x] two'],
  ['a nested item, not the one around it', '- [ ] a\n  - [ ] b', 'b', '- [ ] a\n  - [x] b'],
  ['a numbered list', '1. [ ] one', /on./, '1. [x] one'],
  ['a marker on the next line', '- [ ] a\n  <!-- id=a -->', 'id=a', '- [x] a\n  <!-- id=a -->'],
  ['not the look-alike in code', '```\n- [ ] one\n```\n\n- [ ] one', 'one', '```\n- [ ] one\n```\n\n- [x] one'],
  ['windows line endings', '- [ ] a\r\n- [ ] b\r\n', 'b', '- [ ] a\r\n- [x] b\r\n'],
])('%s', (_name, body, item, expected) => {
  expect(toggle(body, item)).toBe(expected);
});

test('nothing to click on', () => {
  expect(() => toggle('- one', 'one')).toThrow('There is no checkbox for one');
});
