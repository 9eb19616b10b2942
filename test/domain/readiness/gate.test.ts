/** What a gate does on a day and a branch, and what its verdicts are in GitHub's words. */
import { concludes, isGated, stanceOf, type Verdict } from '../../../src/domain/readiness/gate.js';
import type { GateMode } from '../../../src/domain/policy/index.js';

const TODAY = '2027-01-15';

test.each<[GateMode, string | null, GateMode, string | null]>([
  ['off', null, 'off', null],
  ['observe', null, 'observe', null],
  ['warn', null, 'warn', null],
  ['enforce', null, 'enforce', null],
  ['observe', '2027-01-16', 'observe', '2027-01-16'],
  ['off', '2027-01-16', 'off', '2027-01-16'],
  ['enforce', '2027-01-16', 'warn', '2027-01-16'],
  ['observe', '2027-01-15', 'enforce', null],
  ['enforce', '2026-12-01', 'enforce', null],
])('%s with enforce_from %s is %s, then enforced from %s', (mode, enforceFrom, now, rampsOn) => {
  expect(stanceOf({ mode, enforceFrom }, TODAY)).toEqual({ mode: now, rampsOn });
});

test.each<[GateMode, Verdict, 'failure' | 'neutral', string]>([
  ['off', 'pass', 'failure', 'skipped'],
  ['off', 'fail', 'failure', 'skipped'],
  ['off', 'unable', 'failure', 'skipped'],
  ['observe', 'pass', 'failure', 'success'],
  ['observe', 'fail', 'failure', 'neutral'],
  ['observe', 'unable', 'failure', 'neutral'],
  ['warn', 'pass', 'failure', 'success'],
  ['warn', 'fail', 'failure', 'neutral'],
  ['warn', 'unable', 'failure', 'neutral'],
  ['enforce', 'pass', 'failure', 'success'],
  ['enforce', 'fail', 'neutral', 'failure'],
  ['enforce', 'unable', 'failure', 'failure'],
  ['enforce', 'unable', 'neutral', 'neutral'],
])('%s, %s, unable is %s: %s', (mode, verdict, unable, conclusion) => {
  expect(concludes(verdict, { mode }, unable)).toBe(conclusion);
});

test.each<[string, readonly string[], boolean]>([
  ['main', [], true],
  ['main', ['release/*'], true],
  ['topic', [], false],
  ['release/1.2', ['release/*'], true],
  ['release/1.2/fix', ['release/*'], true],
  ['Release/1.2', ['release/*'], false],
  ['v1', ['v?'], true],
  ['v10', ['v?'], false],
])('branch %s with patterns %j is gated: %s', (branch, branches, expected) => {
  expect(isGated(branch, { branches }, 'main')).toBe(expected);
});
