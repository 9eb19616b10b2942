/** Can somebody else build the project from its source? */
import { documentedVerifier } from './_documented.js';
import { block } from './_words.js';

export default documentedVerifier({
  question: 'Do instructions say how to build the project from source?',
  what: 'instruction to build it',
  file: /(?:^|\/)(?:BUILD|BUILDING|INSTALL|DEVELOPMENT|HACKING)(?:[-.][\w.-]+)?$/i,
  heading: /\bbuild|compil|from source|develop|hacking|local setup|set ?up/i,
  holds: /```|~~~|^\s*\$ |^ {4}\S|`[^`]+`/m,
  fix: `Add to \`README.md\` or \`CONTRIBUTING.md\`, with your own tools and commands:\n\n${block('markdown', '## Build', 'Needs Node 22.', '```sh', 'npm ci', 'npm run build   # result in dist/', 'npm test', '```')}`,
});
