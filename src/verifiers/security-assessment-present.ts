/** Has the team written down what is most likely to go wrong? */
import { documentedVerifier } from './_documented.js';

export default documentedVerifier({
  question: 'Is there an assessment of what is most likely to go wrong?',
  what: 'security assessment',
  file: /(?:security|risk)[-_ ]?(?:self-?)?assessment/i,
  heading: /(?:security|risk)\s+(?:self-?)?assessment|what (?:could|can) (?:go wrong|happen)/i,
});
