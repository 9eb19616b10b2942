/** Do webhooks go to https addresses, check certificates and carry a signature? */
import { type Judgement, met, unknown, unmet } from '../domain/verification/verdict.js';
import { joined } from './_phrases.js';
import { type Hook, hooks } from './_sources/machines.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Do webhooks go to https addresses, check certificates and carry a signature?',
  reads: { hooks },
  // Nothing tells an App of a new webhook.
  on: [],
  judge({ hooks }): Judgement {
    if (hooks === null) return unknown('GitHub does not show the webhooks');
    const lacking = hooks.entries
      .map((hook) => ({ hook, lacks: lacksOf(hook) }))
      .filter(({ lacks }) => lacks.length > 0);
    const [first] = lacking;
    if (first !== undefined) {
      return unmet(
        lacking.map(({ hook, lacks }) => `webhook ${hook.id} lacks ${joined(lacks)}`).join('; '),
        `Run \`gh api -X PATCH repos/{owner}/{repo}/hooks/${first.hook.id}/config -f secret="$(openssl rand -hex 32 | tee hook-secret)" -f insecure_ssl=0\` with an \`https://\` address (\`-f url=…\`), and give the receiver what is in \`hook-secret\`.`,
      );
    }
    if (!hooks.isWhole) return unknown('there are more than 100 webhooks; not all of them were looked at');
    return met(
      hooks.entries.length === 0 ? 'there is no webhook' : 'every webhook is signed and goes over verified TLS',
    );
  },
});

function lacksOf({ hasSecret, isEncrypted, checksCertificate }: Hook): string[] {
  return [
    ...(hasSecret ? [] : ['a secret']),
    ...(isEncrypted ? [] : ['https']),
    ...(checksCertificate ? [] : ['the check of the certificate']),
  ];
}
