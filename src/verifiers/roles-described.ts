/** Are the roles in the project and their duties described? */
import { documentedVerifier } from './_documented.js';
import { block } from './_words.js';

export default documentedVerifier({
  question: 'Are the roles in the project and their duties described?',
  what: 'description of roles',
  file: /(?:^|\/)GOVERNANCE(?:[-.][\w.-]+)?$/i,
  heading: /\broles?\b|responsibilit|governance|\bduties\b/i,
  fix: `Commit this as \`GOVERNANCE.md\`, with your own roles:\n\n${block('markdown', '| Role | May | Has to | Named by |', '|--|--|--|--|', '| Contributor | open pull requests | sign off | anybody |', '| Maintainer | merge, release | review, answer reports | the maintainers together |')}`,
});
