/** Do values reach the database as parameters, as far as code scanning sees? */
import { weaknessVerifier } from './_weakness.js';

export default weaknessVerifier({
  question: 'Does code scanning find no query that is glued together from what people send?',
  what: 'query that is glued together from what people send',
  numbers: [89, 564, 943],
  languages: ['csharp', 'go', 'java', 'javascript', 'python', 'ruby', 'rust'],
  unseen: 'a library for databases that it does not know',
});
