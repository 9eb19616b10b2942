/** Does CI log in with tokens that end soon, or with stored keys? */
import { met, notApplicable, unmet } from '../domain/verification/verdict.js';
import { judgeWorkflows } from './_judge-workflows.js';
import { placeOf, type PlacedStep, stepsIn } from './_sources/_workflow.js';
import { workflows } from './_sources/workflows.js';
import { defineVerifier } from './_verifier.js';
import { block, listed } from './_words.js';

/** Logins that take a stored key or OpenID Connect, and the input that is the stored key. */
const LOGINS: readonly (readonly [action: RegExp, storedKey: string])[] = [
  [/^aws-actions\/configure-aws-credentials@/, 'aws-access-key-id'],
  [/^google-github-actions\/auth@/, 'credentials_json'],
  [/^azure\/login@/i, 'creds'],
  [/^pypa\/gh-action-pypi-publish@/, 'password'],
  [/^hashicorp\/vault-action@/, 'token'],
];
const STORED_VARIABLE = /\bsecrets\.(?:AWS_SECRET_ACCESS_KEY|GOOGLE_CREDENTIALS|GCP_SA_KEY|AZURE_CREDENTIALS)\b/i;

export default defineVerifier({
  question: 'Does CI log in with credentials that end soon?',
  reads: { workflows },
  on: ['push'],
  judge: ({ workflows }) =>
    judgeWorkflows(workflows, (all) => {
      const logins = stepsIn(all).flatMap((placed) => {
        const key = storedKeyOf(placed);
        return key === undefined ? [] : [{ placed, key }];
      });
      const stored = logins.flatMap(({ placed, key }) => (key === null ? [] : [placeOf(placed.workflow, key)]));
      return {
        fault: stored.length === 0 ? null : unmet(`a stored key is used in ${listed(stored)}`, FIX),
        otherwise:
          logins.length === 0
            ? notApplicable('no workflow logs in to a cloud or a registry that offers OpenID Connect')
            : met('every login takes a token of GitHub, which ends within the hour'),
      };
    }),
});

/** Undefined: no login; null: one without a stored key; else the text that shows the key. */
function storedKeyOf({ step }: PlacedStep): string | null | undefined {
  const login = LOGINS.find(([action]) => step.uses !== null && action.test(step.uses));
  if (login !== undefined) return login[1] in step.with ? `${login[1]}:` : null;
  const variable = Object.values(step.env)
    .map(String)
    .find((value) => STORED_VARIABLE.test(value));
  return variable;
}

const FIX = `Trust GitHub at the provider, give the job \`id-token: write\`, and name a role in place of the key, for AWS:\n\n${block(
  'yaml',
  'permissions: { id-token: write, contents: read }',
  'steps:',
  '  - uses: aws-actions/configure-aws-credentials@v5 # pin it to its commit',
  '    with: { role-to-assume: "arn:aws:iam::ACCOUNT:role/ROLE", aws-region: REGION }',
)}\n\nThen delete the stored key at the provider and in the settings.`;
