/** Are the addresses that are not for strangers closed to them? */
import { judgeExposure } from './_exposure.js';
import { worst } from './_site.js';
import { exposure } from './_sources/exposure.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Do strangers find nothing at the administration, or at most a question who they are?',
  reads: { exposure },
  on: [],
  judge: ({ exposure }) =>
    worst((exposure ?? []).map((entry) => ({ where: entry.url, judgement: judgeExposure(entry) }))),
});
