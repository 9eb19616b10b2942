/** Badges: what they say, in which colour. */
import { expect, test } from '@jest/globals';
import { badge } from '../../../src/domain/reports/badge.js';

test.each([
  ['grade', 'A+', true, 'security baseline: A+', '#1a7f37'],
  ['grade', 'B-', true, 'security baseline: B-', '#4d7c0f'],
  ['grade', 'C', false, 'security baseline: C', '#9a6700'],
  ['grade', 'D+', false, 'security baseline: D+', '#bc4c00'],
  ['grade', 'F', false, 'security baseline: F', '#cf222e'],
  ['grade', null, true, 'security baseline: not graded', '#57606a'],
  ['readiness', 'F', true, 'launch: ready', '#1a7f37'],
  ['readiness', 'A+', false, 'launch: not ready', '#57606a'],
] as const)('%s of %s, ready %s', (kind, grade, isReady, title, colour) => {
  const svg = badge(kind, { grade, isReady });
  expect(svg).toContain(`<title>${title}</title>`);
  expect(svg).toContain(colour);
  expect(svg).not.toMatch(/<script|href=/);
});
