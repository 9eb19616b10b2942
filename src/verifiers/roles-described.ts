/** Are the roles in the project and their duties described? */
import { documentedVerifier } from './_documented.js';

export default documentedVerifier({
  question: 'Are the roles in the project and their duties described?',
  what: 'description of roles',
  file: /(?:^|\/)GOVERNANCE(?:[-.][\w.-]+)?$/i,
  heading: /\broles?\b|responsibilit|governance|\bduties\b/i,
});
