/** Can nobody choose where the service sends its own requests, as far as code scanning sees? */
import { weaknessVerifier } from './_weakness.js';

export default weaknessVerifier({
  question: 'Does code scanning find no request to an address that users choose?',
  what: 'request to an address that users choose',
  numbers: [918],
  languages: ['go', 'java', 'javascript', 'python', 'ruby', 'rust'],
  unseen: 'what the network lets out',
});
