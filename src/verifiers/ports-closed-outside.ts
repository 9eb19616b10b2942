/** Has somebody looked from outside what answers? We have, as far as HTTP goes. */
import { unknown } from '../domain/verification/verdict.js';
import { judgeExposure } from './_exposure.js';
import { worst } from './_site.js';
import { exposure } from './_sources/exposure.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Do only those ports answer from outside that should?',
  reads: { exposure },
  on: [],
  judge({ exposure }) {
    const judgement = worst((exposure ?? []).map((entry) => ({ where: entry.url, judgement: judgeExposure(entry) })));
    // What speaks no HTTP was not looked at, so that good news decides nothing.
    if (judgement.answer !== 'met') return judgement;
    return unknown('the addresses named are as they should be; ports that speak no HTTP were not looked at');
  },
});
