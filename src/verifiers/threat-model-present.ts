/** Is there a threat model? */
import { documentedVerifier } from './_documented.js';
import { block } from './_words.js';

export default documentedVerifier({
  question: 'Is there a threat model?',
  what: 'threat model',
  file: /threat[-_ ]?model/i,
  heading: /threat model|attack surface/i,
  fix: `Commit \`docs/threat-model.md\`, with a line for each way in:\n\n${block('markdown', '| Entry | Who reaches it | Threat | Answer | Open |', '|--|--|--|--|--|', '| POST /upload | any user | zip bomb | size and ratio limits | no |')}`,
});
