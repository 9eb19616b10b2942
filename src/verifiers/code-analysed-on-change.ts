/** Does static analysis look at each change? */
import { met, unknown } from '../domain/verification/verdict.js';
import { isAnalysis, onPullRequests } from './_ci.js';
import { workflows } from './_sources/workflows.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Does static analysis run on each pull request?',
  reads: { workflows },
  on: ['push'],
  judge({ workflows: seen }) {
    const step = onPullRequests(seen?.workflows ?? []).steps.find(isAnalysis);
    return step === undefined
      ? unknown('no workflow analyses code on pull requests; the default setup of code scanning leaves no file')
      : met(`\`${step.workflow.path}\` analyses the code of pull requests`);
  },
});
