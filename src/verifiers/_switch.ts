/** Verifiers of security features that are switched on and off, and that private repositories need a licence for. */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { repository, type Security, security } from './_sources/repository.js';
import { defineVerifier, type Verifier } from './_verifier.js';

export interface Switched {
  readonly question: string;
  readonly feature: string;
  readonly key: keyof Security;
  readonly fix: string;
}

export const UNSEEN = 'GitHub shows the security settings of the repository only with `administration: read`';

export function switchVerifier({ question, feature, key, fix }: Switched): Verifier {
  return defineVerifier({
    question,
    reads: { repository, security },
    on: ['security_and_analysis', 'repository', 'public'],
    judge({ repository, security }) {
      if (security === null) return unknown(UNSEEN);
      const isOn = security[key];
      if (isOn === true) return met(`${feature} is on`);
      if (isOn === false) return unmet(`${feature} is off`, fix);
      if (repository?.isPrivate)
        return notApplicable(`GitHub offers ${feature} in private repositories with Secret Protection only`);
      return unknown(`GitHub does not say whether ${feature} is on`);
    },
  });
}
