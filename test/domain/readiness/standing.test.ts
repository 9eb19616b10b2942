/** What an open finding is to people, by severity, confidence, origin and policy. */
import { DEFAULTS, type ScanPolicy } from '../../../src/domain/policy/index.js';
import {
  dismissalsOn,
  isDismissed,
  type Standing,
  standingOf,
  type Weight,
} from '../../../src/domain/readiness/standing.js';

const weight = { severity: 'HIGH', confidence: 'high', origin: 'push' } as const;

test.each<[string, Partial<Weight>, Partial<ScanPolicy>, Standing]>([
  ['as severe and sure as the policy asks for', { severity: 'MEDIUM', confidence: 'medium' }, {}, 'blocks'],
  ['less sure', { confidence: 'low' }, {}, 'notice'],
  ['less severe', { severity: 'LOW' }, {}, 'notice'],
  ['less sure, under a stricter policy', { confidence: 'low' }, { confidence: 'low' }, 'blocks'],
  ['sure, under a policy that wants more', { confidence: 'medium' }, { confidence: 'high' }, 'notice'],
  ['severe, under a policy that wants more', { severity: 'HIGH' }, { blocksFrom: 'MAXIMUM' }, 'notice'],
  ['of the history', { origin: 'history' }, {}, 'debt'],
  ['of the history, which blocks by the policy', { origin: 'history' }, { history: 'block' }, 'blocks'],
  ['of the history and not sure', { origin: 'history', confidence: 'low' }, { history: 'block' }, 'notice'],
])('a finding that is %s', (_, over, policy, expected) => {
  expect(standingOf({ ...weight, ...over }, { ...DEFAULTS.scan, ...policy })).toBe(expected);
});

test('a dismissal holds to the end of its last day, for what it names now or by the key before', () => {
  const dismissed = [{ fingerprint: '7f3a91c2', because: 'x', by: 'ann', until: '2026-11-22' }];
  const scan = { ...DEFAULTS.scan, dismissed };
  const on = (day: string, fingerprint: string, previousFingerprint: string | null = null) =>
    isDismissed({ fingerprint, previousFingerprint }, dismissalsOn(scan, day));
  expect(on('2026-11-22', '7f3a91c2ffff')).toBe(true);
  expect(on('2026-11-23', '7f3a91c2ffff')).toBe(false);
  expect(on('2026-11-22', '00007f3a91c2')).toBe(false);
  expect(on('2026-11-22', '0000', '7f3a91c2ffff')).toBe(true);
});
