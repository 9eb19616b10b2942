/** What verifiers of exposure share: what was found against what was expected. */
import { type Judgement, met, unknown, unmet, urgent } from '../domain/verification/verdict.js';
import type { Exposed } from './_sources/exposure.js';

const CLOSE =
  'Close it now: behind the VPN or an identity-aware proxy, or bound to a private address. If only the shell of a page is open, name an address that shows data.';

/** @param entry an address, and what a stranger found there */
export function judgeExposure({ found, expect }: Exposed): Judgement {
  switch (found.kind) {
    case 'unreachable':
      return met(`not reachable from here: ${found.because}`);
    case 'guarded':
      return expect === 'authentication'
        ? met(found.because)
        : unmet(`it can be reached from the Internet: ${found.because}`, 'Let only the inner network reach it.');
    case 'open':
      return urgent(`OPEN to everybody: ${found.because}`, CLOSE);
    case 'unclear':
      return unknown(found.because);
  }
}
