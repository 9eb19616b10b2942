/** Is it written down what a contribution has to fulfil? */
import { documentedVerifier } from './_documented.js';
import { block } from './_words.js';

export default documentedVerifier({
  question: 'Is it written down what a contribution has to fulfil?',
  what: 'list of what a contribution has to fulfil',
  file: /(?:^|\/)CONTRIBUTING(?:\.\w+)?$/i,
  heading: /contribut|pull requests?|coding (?:style|standards?)|style guide|requirements for/i,
  holds:
    /\b(?:must|should|has to|have to|need(?:s|ed)? to|required?|make sure|ensure|please|passes|style|lint|format)\b/i,
  fix: `Add to \`CONTRIBUTING.md\`:\n\n${block('markdown', '## What a change has to fulfil', '- The checks pass: tests, linter, formatter.', '- New behaviour has a test and a line in the documentation.', '- One purpose for each pull request, with the reason in its text.')}`,
});
