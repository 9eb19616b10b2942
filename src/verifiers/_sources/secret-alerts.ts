/** How many alerts of GitHub's own secret scanning are open: never what they found. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { askForPage } from './_github.js';
import { ensureTelling, repositoryOf } from './repository.js';

export interface SecretAlerts {
  readonly open: number;
  /** False where there are more than were looked at. */
  readonly isWhole: boolean;
}

/** Null where secret scanning is switched off. */
export const secretAlerts = defineSource<SecretAlerts>({
  name: 'secret scanning alerts',
  needs: { secret_scanning_alerts: 'read' },
  async read(origin, get) {
    const repository = await repositoryOf(get);
    ensureTelling(origin, repository);
    const where = `${repository.url}/security/secret-scanning`;
    // GitHub would refuse, and count each refusal.
    if (repository.security?.secretScanning === false) return { value: null, where };
    // Without `hide_secret` the answer would hold the secrets in clear.
    const parameters = { state: 'open', hide_secret: 'true' };
    const page = await askForPage(origin, '/repos/{owner}/{repo}/secret-scanning/alerts', z.object({}), parameters);
    return {
      value: page === null ? null : { open: page.entries.length, isWhole: page.isWhole },
      where,
    };
  },
});
