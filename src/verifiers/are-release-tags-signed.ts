/** Is the tag of the newest release signed, and can nobody move it? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { code } from './_phrases.js';
import { rulesetCommand } from './_protected.js';
import { NO_RELEASE } from './_settings.js';
import { releaseTag } from './_sources/release-tag.js';
import { unsigned } from './_tags.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Is the tag of the newest release signed, and can nobody move it?',
  reads: { tag: releaseTag },
  on: ['repository_ruleset'],
  judge({ tag }) {
    if (tag === null) return unknown(NO_RELEASE);
    if (!tag.isVerified) return unsigned(tag);
    if (tag.isHeld)
      return met(`GitHub verified the signature of ${code(tag.name)}, and rules hold tags where they are`);
    const command = rulesetCommand('release tags', [{ type: 'deletion' }, { type: 'update' }], 'refs/tags/v*', 'tag');
    return unmet(`${code(tag.name)} is signed, and whoever may write can move it`, `Run ${command}.`);
  },
});
