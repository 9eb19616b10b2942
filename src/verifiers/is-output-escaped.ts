/** Is what is shown escaped, as far as code scanning sees? */
import { weaknessVerifier } from './_weakness.js';

export default weaknessVerifier({
  question: 'Does code scanning find nothing that is shown without being escaped?',
  what: 'text of others that is shown without being escaped',
  numbers: [79, 80, 83, 116],
  languages: ['csharp', 'go', 'java', 'javascript', 'python', 'ruby'],
  unseen: 'a template language that it does not know',
});
