/** Problems of YAML files name the line that a person has to look at. */
import { z } from 'zod';
import { pathText, readYaml } from '../../src/core/yaml.js';

const schema = z.strictObject({
  name: z.string(),
  items: z.array(z.strictObject({ id: z.string(), n: z.int().exactOptional() })),
});

test.each([
  ['broken YAML', 'name: a\n  b: [', [{ line: 2, path: '', message: expect.stringContaining('not valid YAML') }]],
  ['a key given twice', 'name: a\nname: b\n', [{ line: 2, path: '', message: expect.stringContaining('duplicated') }]],
  ['an empty file', '', [{ path: '', message: expect.stringContaining('not valid YAML') }]],
  [
    'a wrong type',
    'name: a\nitems:\n  - id: x\n  - id: y\n    n: many\n',
    [{ line: 5, path: 'items[1].n', message: expect.stringContaining('expected number') }],
  ],
  [
    'an unknown key',
    'name: a\nitems:\n  - id: x\n    risc: HIGH\n',
    [{ line: 4, path: 'items[0].risc', message: 'Unknown key "risc"' }],
  ],
  [
    'a missing key: the line of what lacks it',
    'name: a\nitems:\n  - id: x\n  - n: 1\n',
    [{ line: 4, path: 'items[1].id', message: expect.stringContaining('expected string') }],
  ],
  [
    'several at once',
    'nam: a\nitems: 1\n',
    [
      { line: 1, path: 'name', message: expect.any(String) },
      { line: 2, path: 'items', message: expect.any(String) },
      { line: 1, path: 'nam', message: 'Unknown key "nam"' },
    ],
  ],
  ['a text where a mapping is expected', 'hello\n', [{ line: 1, path: '', message: expect.any(String) }]],
])('%s', (_name, text, problems) => {
  expect(readYaml(text, schema)).toEqual({ ok: false, problems });
});

test('a good file gives its value, and lines for what is found later', () => {
  const read = readYaml('# comment\nname: a\nitems:\n  - { id: x }\n  - id: |\n      y\n', schema);
  expect(read).toMatchObject({ ok: true, value: { name: 'a', items: [{ id: 'x' }, { id: 'y\n' }] } });
  expect(read.ok && read.problemAt(['items', 1, 'id'], 'taken')).toEqual({
    line: 5,
    path: 'items[1].id',
    message: 'taken',
  });
});

test('paths are written as people write them', () => {
  expect(pathText(['a', 0, 'b', 'c', 2])).toBe('a[0].b.c[2]');
});
