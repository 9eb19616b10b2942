/** Are the hosts that nobody outside should reach really out of reach? */
import { unknown } from '../domain/verification/verdict.js';
import { judgeExposure } from './_exposure.js';
import { worst } from './_site.js';
import { exposure } from './_sources/exposure.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is the service out of reach from the public internet?',
  reads: { exposure },
  on: [],
  judge({ exposure }) {
    const inner = (exposure ?? []).filter(({ expect }) => expect === 'unreachable');
    if (inner.length === 0)
      return unknown('no address is named that has to be `unreachable`: `exposure:` in the policy');
    return worst(inner.map((entry) => ({ where: entry.url, judgement: judgeExposure(entry) })));
  },
});
