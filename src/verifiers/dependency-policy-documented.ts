/** Is it written down how dependencies are chosen and tracked? */
import { documentedVerifier } from './_documented.js';
import { block } from './_words.js';

export default documentedVerifier({
  question: 'Is it written down how dependencies are chosen, obtained and tracked?',
  what: 'rule for dependencies',
  file: /(?:^|\/)DEPENDENCIES(?:[-.][\w.-]+)?$/i,
  heading: /\bdependenc(?:y|ies)\b|third[- ]party/i,
  holds: /\b(?:choos|chosen|select|criteri|review|updat|renovate|dependabot|lock|pin|vet|licen[cs]e|audit|track)/i,
  fix: `Add to \`CONTRIBUTING.md\`:\n\n${block('markdown', '## Dependencies', 'Chosen: maintained, licence on our list, no smaller way. Obtained: from the registry, by the lock file.', 'Tracked: Dependabot proposes updates weekly; alerts are fixed within the times of SECURITY.md.')}`,
});
