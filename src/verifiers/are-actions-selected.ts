/** Can only actions be used that somebody chose? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { actionsUse } from './_sources/actions.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Can only actions be used that somebody chose?',
  reads: { use: actionsUse },
  on: [],
  judge({ use }) {
    if (use === null) return unknown('GitHub does not show which actions may be used');
    if (!use.isOn) return notApplicable('Actions are switched off');
    if (use.allowed === 'selected') return met('only selected actions may be used');
    if (use.allowed === 'local_only') return met("only the owner's own actions may be used");
    return unmet(
      'workflows may use any action',
      `Run \`gh api -X PUT repos/{owner}/{repo}/actions/permissions -F enabled=true -f allowed_actions=selected\`, then \`echo '{"github_owned_allowed":true,"verified_allowed":false,"patterns_allowed":[]}' | gh api -X PUT repos/{owner}/{repo}/actions/permissions/selected-actions --input -\` with what you use.`,
    );
  },
});
