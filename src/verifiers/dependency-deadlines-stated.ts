/** Is it written down which findings in dependencies are fixed, and by when? */
import { documentedVerifier } from './_documented.js';

export default documentedVerifier({
  question: 'Is it written down by when findings in dependencies are fixed?',
  what: 'deadline for findings in dependencies',
  heading:
    /(?:findings?|vulnerabilit\w+|alerts?|holes?)\b.*\b(?:dependenc|third[- ]party|component)|(?:dependenc|third[- ]party|sca\b).*\b(?:findings?|vulnerabilit|alerts?|remediation|polic|deadline)/i,
  holds: /\b\d+\s+(?:(?:working|business|calendar)\s+)?(?:hour|day|week|month)s?\b/i,
});
