/** Is the design described? */
import { documentedVerifier } from './_documented.js';
import { block } from './_words.js';

export default documentedVerifier({
  question: 'Is the design described, with who does what in the system?',
  what: 'description of the design',
  file: /(?:^|\/)(?:ARCHITECTURE|DESIGN|overview)(?:[-.][\w.-]+)?$/i,
  heading: /architecture|\bdesign\b|how it works|components|data flow|\bactors\b/i,
  fix: `Commit \`docs/architecture.md\`:\n\n${block('markdown', '# Architecture', 'Actors: user (reads and changes own data), administrator (all data).', 'Actions: sign in, upload, export, delete; for each, who may and what it touches.')}`,
});
