/** Is the design described? */
import { documentedVerifier } from './_documented.js';

export default documentedVerifier({
  question: 'Is the design described, with who does what in the system?',
  what: 'description of the design',
  file: /(?:^|\/)(?:ARCHITECTURE|DESIGN|overview)(?:[-.][\w.-]+)?$/i,
  heading: /architecture|\bdesign\b|how it works|components|data flow|\bactors\b/i,
});
