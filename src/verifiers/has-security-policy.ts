/** Do people know where to report a vulnerability? */
import { met, unmet } from '../domain/verification/verdict.js';
import { judgePolicy, POLICY_FIX } from './_security-policy.js';
import { inheritedPolicy } from './_sources/inherited.js';
import { texts } from './_sources/texts.js';
import { defineVerifier } from './_verifier.js';

/** The texts of GitHub's own template, left as they were. */
const TEMPLATE = /Use this section to tell people (?:about which versions|how to report)/i;
const WAY =
  /[\w.+-]+\s?(?:@|\[at\]|\(at\))\s?[\w-]+(?:\.|\s?\[dot\]\s?)\w|report a (?:security )?vulnerability|private(?:ly)? (?:vulnerability )?report|security advisor|security\/advisories|https:\/\/\S*(?:report|security|disclos|hackerone|bugcrowd|intigriti|huntr|yeswehack|msrc)/i;

export default defineVerifier({
  question: 'Does a security policy say where to report a vulnerability?',
  reads: { texts, inherited: inheritedPolicy },
  on: ['push'],
  judge: ({ texts, inherited }) =>
    judgePolicy(texts, inherited, (text, path) => {
      if (TEMPLATE.test(text)) return unmet(`\`${path}\` is GitHub's template, not filled in`, POLICY_FIX);
      return WAY.test(text)
        ? met(`\`${path}\` names a way to report a vulnerability`)
        : unmet(`\`${path}\` names no address, form or advisory page`, POLICY_FIX);
    }),
});
