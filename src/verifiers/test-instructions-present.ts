/** Is it written down how the tests are run? */
import { documentedVerifier } from './_documented.js';
import { block } from './_words.js';

export default documentedVerifier({
  question: 'Is it written down when and how the tests run?',
  what: 'instruction to run the tests',
  file: /(?:^|\/)TESTING(?:[-.][\w.-]+)?$/i,
  heading: /\btest/i,
  holds: /```|~~~|^\s*\$ |^ {4}\S|`[^`]+`/m,
  said: /`[^`\n]*\b(?:test|pytest|tox|check)\b[^`\n]*`/i,
  fix: `Add to \`CONTRIBUTING.md\`, with your own commands:\n\n${block('markdown', '## Tests', '`npm test` runs them all; CI runs the same on each pull request, and merging waits for it.')}`,
});
