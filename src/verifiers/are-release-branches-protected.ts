/** Are the branches that are released or deployed from protected like the default one? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { code, joined } from './_phrases.js';
import { PULL_REQUEST, RULES_CHANGED, rulesetCommand } from './_protected.js';
import { releaseBranches } from './_sources/release-branches.js';
import { defineVerifier } from './_verifier.js';

const RULES = [{ type: 'non_fast_forward' }, { type: 'deletion' }, PULL_REQUEST(1)];

export default defineVerifier({
  question: 'Are the branches that are released or deployed from protected like the default one?',
  reads: { branches: releaseBranches },
  on: RULES_CHANGED,
  judge({ branches }) {
    const { names = [], unprotected = [], last = null, isWhole = false } = branches ?? {};
    const newest = names.at(-1);
    if (unprotected.length > 0) return unmet(`no rule holds for ${quoted(unprotected)}`, fixFor(unprotected));
    if (!isWhole) return unknown('there are more than 100 branches; only the first were looked at');
    if (newest === undefined) {
      return notApplicable('no branch beside the default one has a name like `release/2.x` or `production`');
    }
    if (last === null) {
      return unknown(`a classic rule holds for \`${newest}\`; see under **Settings > Branches** what is in it`);
    }
    if (last.blocksForcePushes && last.blocksDeletion && last.takesPullRequest) {
      return met(`rules hold for ${quoted(names)}; \`${newest}\` takes changes by pull request only`);
    }
    return unmet(`\`${newest}\` can be deleted, force pushed or pushed to without a pull request`, fixFor([newest]));
  },
});

const quoted = (names: readonly string[]) => joined(names.map(code));

function fixFor([first = '']: readonly string[]): string {
  const [folder] = first.split('/');
  const include = first.includes('/') ? `refs/heads/${folder}/**` : `refs/heads/${first}`;
  return `Run ${rulesetCommand('release branches', RULES, include)}, and the same for the others.`;
}
