/** Is it written down which findings in dependencies are fixed, and by when? */
import { documentedVerifier } from './_documented.js';
import { block } from './_words.js';

export default documentedVerifier({
  question: 'Is it written down by when findings in dependencies are fixed?',
  what: 'deadline for findings in dependencies',
  heading:
    /(?:findings?|vulnerabilit\w+|alerts?|holes?)\b.*\b(?:dependenc|third[- ]party|component)|(?:dependenc|third[- ]party|sca\b).*\b(?:findings?|vulnerabilit|alerts?|remediation|polic|deadline)/i,
  holds: /\b\d+\s+(?:(?:working|business|calendar)\s+)?(?:hour|day|week|month)s?\b/i,
  fix: `Add to \`SECURITY.md\`:\n\n${block('markdown', '## Findings in dependencies (vulnerabilities and licences)', 'Known to be exploited, or CRITICAL: 2 days. HIGH: 7 days. MEDIUM: 30 days. LOW: next release.', 'Exceptions: a maintainer other than the author decides, in an issue with reason and end date.')}`,
});
