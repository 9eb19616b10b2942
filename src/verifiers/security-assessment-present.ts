/** Has the team written down what is most likely to go wrong? */
import { documentedVerifier } from './_documented.js';
import { block } from './_words.js';

export default documentedVerifier({
  question: 'Is there an assessment of what is most likely to go wrong?',
  what: 'security assessment',
  file: /(?:security|risk)[-_ ]?(?:self-?)?assessment/i,
  heading: /(?:security|risk)\s+(?:self-?)?assessment|what (?:could|can) (?:go wrong|happen)/i,
  fix: `Commit \`docs/security-assessment.md\`, and look at it at each major release:\n\n${block('markdown', '| What could happen | How likely | How bad | What we do |', '|--|--|--|--|', "| A maintainer's account is taken over | LOW | MAXIMUM | second factor, signed releases from CI only |")}`,
});
