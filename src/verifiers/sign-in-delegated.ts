/** Do people sign in somewhere else than at the service itself? */
import { met, unknown } from '../domain/verification/verdict.js';
import { exposure } from './_sources/exposure.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: "Do people sign in by the organisation's identity provider?",
  reads: { exposure },
  on: [],
  judge({ exposure }) {
    const led = exposure?.find(({ url, page, found }) => {
      if (page === null || found.kind !== 'guarded') return false;
      return new URL(page.url).host !== new URL(url).host;
    });
    if (led === undefined || led.found.kind !== 'guarded')
      return unknown('none of the addresses of `exposure:` in the policy leads a stranger to a sign-in elsewhere');
    return met(`${led.url}: ${led.found.because}`);
  },
});
