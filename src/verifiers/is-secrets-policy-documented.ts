/** Is it written down where secrets live, who reaches them, and when they change? */
import { documentedVerifier } from './_documented.js';

export default documentedVerifier({
  question: 'Is it written down where secrets live, who reaches them and when they change?',
  what: 'rule for secrets',
  file: /(?:^|\/)(?:secrets?|credentials|key-management)(?:-\w+)?\.\w+$/i,
  heading: /\bsecrets?\b|\bcredentials?\b|key management/i,
  holds: /\b(?:rotat|replac|chang|expire|renew|revok|vault|kms|store)\w*/i,
});
