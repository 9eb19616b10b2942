/** Verifiers of security features that are switched on and off, and that private repositories need a licence for. */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { ofRepository } from './_settings.js';
import type { Security } from './_sources/repository.js';
import type { Verifier } from './_verifier.js';

export interface Switched {
  readonly question: string;
  readonly feature: string;
  readonly key: keyof Security;
  readonly fix: string;
}

export const UNSEEN = 'GitHub shows the security settings of the repository only with `administration: read`';

export function switchVerifier({ question, feature, key, fix }: Switched): Verifier {
  return ofRepository(question, ['security_and_analysis'], ({ security, isPrivate }) => {
    if (security === null) return unknown(UNSEEN);
    const isOn = security[key];
    if (isOn === true) return met(`${feature} is on`);
    if (isOn === false) return unmet(`${feature} is off`, fix);
    if (isPrivate) return notApplicable(`GitHub offers ${feature} in private repositories with Secret Protection only`);
    return unknown(`GitHub does not say whether ${feature} is on`);
  });
}
