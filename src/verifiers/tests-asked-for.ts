/** Is it the rule that larger changes come with tests? */
import { documentedVerifier } from './_documented.js';
import { block } from './_words.js';

export default documentedVerifier({
  question: 'Does the guide for contributors ask for tests with changes?',
  what: 'rule that changes come with tests',
  said: /\b(?:(?:add|include|write|update|with|need|require|cover|provide|accompan)\w*\b[^.\n]{0,60}\btests?\b|\btests?\b[^.\n]{0,60}\b(?:required|expected|included|must|should|needed|for (?:new|each|every|all)))/i,
  fix: `Add to \`CONTRIBUTING.md\`:\n\n${block('markdown', 'New behaviour and fixed bugs come with a test that fails without the change.')}`,
});
