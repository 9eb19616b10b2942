/** Do tests run on a change before it is accepted? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { isTest, onPullRequests } from './_ci.js';
import { workflows } from './_sources/workflows.js';
import { defineVerifier } from './_verifier.js';
import { block, CUT, listed } from './_words.js';

export default defineVerifier({
  question: 'Do automated tests run on each pull request?',
  reads: { workflows },
  on: ['push'],
  judge({ workflows: seen }) {
    const all = seen?.workflows ?? [];
    const { steps, calls } = onPullRequests(all);
    const test = steps.find(isTest);
    if (test !== undefined) return met(`\`${test.workflow.path}\` runs tests on pull requests`);
    const [broken] = seen?.broken ?? [];
    if (broken !== undefined) return unknown(`\`${broken[0]}\` could not be read: ${broken[1]}`);
    if (seen?.isWhole === false) return unknown(CUT);
    if (calls.length > 0) return unknown(`${listed(calls)} may run tests, and lies elsewhere`);
    const [other] = seen?.elsewhere ?? [];
    if (other !== undefined)
      return unknown(`\`${other}\` may run tests; Seaworthy reads workflows of GitHub Actions only`);
    return unmet('no workflow runs tests on pull requests', FIX);
  },
});

const FIX = `Commit this as \`.github/workflows/test.yml\`, with the command of your tests:\n\n${block(
  'yaml',
  'name: test',
  'on: [pull_request, merge_group]',
  'permissions:',
  '  contents: read',
  'jobs:',
  '  test:',
  '    runs-on: ubuntu-latest',
  '    steps:',
  '      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0',
  '        with: { persist-credentials: false }',
  '      - run: npm ci && npm test',
)}`;
