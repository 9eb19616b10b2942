/** Does a workflow that asks for nothing get a token that can only read? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { workflowToken } from './_sources/actions.js';
import { defineVerifier } from './_verifier.js';

const FIX =
  'Run `gh api -X PUT repos/{owner}/{repo}/actions/permissions/workflow -f default_workflow_permissions=read -F can_approve_pull_request_reviews=false`.';

export default defineVerifier({
  question: 'Does a workflow that asks for nothing get a token that can only read?',
  reads: { token: workflowToken },
  on: [],
  judge({ token }) {
    if (token === null) return unknown('GitHub does not show what workflows may do');
    if (token.canWrite) return unmet('workflows may write by default', FIX);
    if (token.canApprove) return unmet('workflows may approve pull requests', FIX);
    return met('the token of workflows can only read, and approves nothing');
  },
});
