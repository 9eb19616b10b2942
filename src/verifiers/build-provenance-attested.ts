/** Is it recorded, in a way that others can check, how what is released was built? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { judgeWorkflows } from './_judge-workflows.js';
import { stepsIn, type PlacedStep } from './_sources/_workflow.js';
import { workflows } from './_sources/workflows.js';
import { defineVerifier } from './_verifier.js';
import { block, listed } from './_words.js';
import { isPublishing } from './_publishing.js';

const ATTESTING = /^(?:actions\/attest(?:-build-provenance)?@|slsa-framework\/slsa-github-generator\/)/;

export default defineVerifier({
  question: 'Does the build attest how it made what is released?',
  reads: { workflows },
  on: ['push'],
  judge: ({ workflows: seen }) =>
    judgeWorkflows(seen, (all) => {
      const attesting = stepsIn(all).find(attests)?.workflow ?? all.find(({ jobs }) => jobs.some(isGenerator));
      const publishing = stepsIn(all)
        .filter(isPublishing)
        .map(({ workflow }) => workflow.path);
      if (attesting !== undefined)
        return { fault: null, otherwise: met(`\`${attesting.path}\` attests what it builds`) };
      return {
        fault:
          publishing.length === 0
            ? null
            : unmet(`${listed([...new Set(publishing)])} publishes without an attestation`, FIX),
        otherwise:
          all.length === 0 ? notApplicable('there are no workflows') : unknown('no workflow publishes a release'),
      };
    }),
});

const isGenerator = ({ uses }: { readonly uses: string | null }): boolean => uses !== null && ATTESTING.test(uses);

function attests({ step }: PlacedStep): boolean {
  if (isGenerator(step)) return true;
  const isPyPi = step.uses?.startsWith('pypa/gh-action-pypi-publish@') === true;
  if (isPyPi) return step.with.attestations !== false && step.with.password === undefined;
  if (step.uses?.startsWith('docker/build-push-action@') === true)
    return /mode=max|true/.test(String(step.with.provenance ?? ''));
  return step.run !== null && /\bpublish\b[^\n]*--provenance\b/.test(step.run);
}

const FIX = `Give the job that builds these rights and this step:\n\n${block(
  'yaml',
  'permissions: { contents: read, id-token: write, attestations: write }',
  'steps:',
  '  - uses: actions/attest-build-provenance@v3 # pin it to its commit',
  '    with: { subject-path: dist/* }',
)}`;
