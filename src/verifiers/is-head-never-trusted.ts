/** Does a workflow with secrets run code that anybody can send in? */
import { met, unmet } from '../domain/verification/verdict.js';
import { judgeWorkflows } from './_judge-workflows.js';
import { placeOf, type PlacedStep, stepsIn } from './_sources/_workflow.js';
import { workflows } from './_sources/workflows.js';
import { defineVerifier } from './_verifier.js';
import { block, listed } from './_words.js';

/** These run with the secrets and rights of the repository, whoever caused them. */
const TRUSTED = ['pull_request_target', 'workflow_run', 'issue_comment'];

/** A reference to what somebody else wrote: its commit, its branch, or the merge with it. */
const HEAD =
  /pull_request\.head|pull_request\.merge_commit_sha|github\.head_ref|workflow_run\.(?:head_|pull_requests)|refs\/pull\/|pull_request\.number|issue\.number/;
const FETCHED =
  /\bgh\s+pr\s+checkout\b|\bgit\s+(?:fetch|pull|clone)\b[^\n]*(?:pull\/|\bhead\b|head_ref|HEAD_REF|HEAD_SHA)/i;

export default defineVerifier({
  question: "Is no stranger's code run where secrets are?",
  reads: { workflows },
  on: ['push'],
  judge: ({ workflows }) =>
    judgeWorkflows(workflows, (all) => {
      const trusted = all.filter((workflow) => TRUSTED.some((event) => workflow.on.has(event)));
      const places = stepsIn(trusted).filter(takesHead).map(placed);
      return {
        fault: places.length === 0 ? null : unmet(`code of a pull request is fetched in ${listed(places)}`, FIX),
        otherwise: met(
          trusted.length === 0
            ? 'no workflow runs with the secrets of the repository on what others send in'
            : `none of ${listed(trusted.map(({ path }) => path))} fetches the code of a pull request`,
        ),
      };
    }),
});

function takesHead({ step }: PlacedStep): boolean {
  const isCheckout = step.uses !== null && /^actions\/checkout(?:@|$)/.test(step.uses);
  if (isCheckout) return HEAD.test(`${String(step.with.ref ?? '')} ${String(step.with.repository ?? '')}`);
  return step.run !== null && FETCHED.test(step.run);
}

function placed({ workflow, step }: PlacedStep): string {
  const needle =
    typeof step.with.ref === 'string'
      ? step.with.ref
      : (step.run?.split('\n').find((line) => FETCHED.test(line)) ?? '');
  return needle === '' ? workflow.path : placeOf(workflow, needle);
}

const FIX = `Build and test under \`pull_request\`, which has no secrets for forks:\n\n${block('yaml', 'on: pull_request', 'permissions:', '  contents: read')}\n\nWhat needs rights, such as a comment, goes into a second workflow on \`workflow_run\` that takes the result as plain data and checks out nothing of the pull request.`;
