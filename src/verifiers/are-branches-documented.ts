/** Is it written down which branches go to production? */
import { documentedVerifier } from './_documented.js';

export default documentedVerifier({
  question: 'Is it written down which branches go to production and what the others are for?',
  what: 'description of the branches',
  heading: /\bbranch(?:es|ing)?\b/i,
  said: /`(?:main|master|production|release\/[^`]*)`[^.\n]{0,80}\b(?:deploy|production|released?)\b|\b(?:deploy|production|released?)\w*\b[^.\n]{0,60}`(?:main|master|production|release\/[^`]*)`/i,
});
