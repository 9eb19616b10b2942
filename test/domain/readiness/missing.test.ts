/** What is missing of what we need, and how it is said. */
import { missingFrom, missingLines, withMissing } from '../../../src/domain/readiness/missing.js';

const needs = { permissions: { checks: 'write', issues: 'read' }, events: ['push', 'merge_group'] };
const NOTHING = { permissions: [], events: [] };

test.each<[string, Parameters<typeof missingFrom>[1], ReturnType<typeof missingFrom>]>([
  ['all is there', { permissions: { checks: 'write', issues: 'read' }, events: ['push', 'merge_group'] }, NOTHING],
  [
    'more is there',
    { permissions: { checks: 'admin', issues: 'write', x: 'read' }, events: ['push', 'merge_group', 'x'] },
    NOTHING,
  ],
  [
    'one is lower, one and an event are not there',
    { permissions: { checks: 'read' }, events: ['push'] },
    {
      permissions: [
        { name: 'checks', needs: 'write', has: 'read' },
        { name: 'issues', needs: 'read', has: null },
      ],
      events: ['merge_group'],
    },
  ],
])('%s', (_, granted, expected) => {
  expect(missingFrom(needs, granted)).toEqual(expected);
});

test('each line says what does not work without it', () => {
  const lines = missingLines(missingFrom(needs, { permissions: { checks: 'read' }, events: ['push'] }));
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^Permission `checks: write` is missing \(it has `read`\)\. \S/);
  expect(lines[2]).toContain('`merge_group`');
});

test('a check says it below the rest, and only where it fits', () => {
  const content = { conclusion: 'success' as const, title: 'x', summary: 'All is well.', annotations: [] };
  expect(withMissing(content, [])).toBe(content);
  const said = withMissing(content, ['Event `push` does not arrive.']);
  expect(said.summary).toMatch(/^All is well\.\n\n\*\*[^*]+\*\*[\s\S]*- Event `push`/);
  expect(said.conclusion).toBe('success');
  const full = { ...content, summary: 'é'.repeat(32_760) };
  expect(withMissing(full, ['x'])).toBe(full);
});
