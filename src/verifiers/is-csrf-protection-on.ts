/** Is protection from forged requests left on, as far as code scanning sees? */
import { weaknessVerifier } from './_weakness.js';

export default weaknessVerifier({
  question: 'Does code scanning find no protection from forged requests that is missing or switched off?',
  what: 'protection from forged requests that is missing or switched off',
  numbers: [352],
  languages: ['csharp', 'java', 'javascript', 'python', 'ruby'],
  unseen: 'a framework that it does not know',
});
