/** Is there a threat model? */
import { documentedVerifier } from './_documented.js';

export default documentedVerifier({
  question: 'Is there a threat model?',
  what: 'threat model',
  file: /threat[-_ ]?model/i,
  heading: /threat model|attack surface/i,
});
