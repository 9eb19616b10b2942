/** Is it written down how dependencies are chosen and tracked? */
import { documentedVerifier } from './_documented.js';

export default documentedVerifier({
  question: 'Is it written down how dependencies are chosen, obtained and tracked?',
  what: 'rule for dependencies',
  file: /(?:^|\/)DEPENDENCIES(?:[-.][\w.-]+)?$/i,
  heading: /\bdependenc(?:y|ies)\b|third[- ]party/i,
  holds: /\b(?:choos|chosen|select|criteri|review|updat|renovate|dependabot|lock|pin|vet|licen[cs]e|audit|track)/i,
});
