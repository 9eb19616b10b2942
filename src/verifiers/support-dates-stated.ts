/** Is it known until when each version gets security fixes? */
import { documentedVerifier } from './_documented.js';
import { block } from './_words.js';

export default documentedVerifier({
  question: 'Is it stated which versions are supported, and until when?',
  what: 'statement of which versions are supported until when',
  file: /(?:^|\/)SUPPORT(?:[-.][\w.-]+)?$/i,
  heading: /support(?:ed)?\b|versions?\b|end[- ]of[- ]life|\beol\b|maintenance|life ?cycle|security (?:fixes|updates)/i,
  holds:
    /\b20\d\d\b|\b(?:\d+|one|two|three|six|twelve|a|an)[\s-]+(?:day|week|month|year)s?\b|\b(?:only|just) the (?:latest|newest|most recent|last)\b|\blatest (?:release|version|minor|major)\b[^.\n]{0,40}\b(?:only|support)|\buntil\b|end(?:s|ed)?[ -]of[ -]life/i,
  fix: `Add to \`SECURITY.md\`, with your own versions and dates:\n\n${block('markdown', '## Supported versions', '| Version | Gets | Until |', '|--|--|--|', '| 2.x | features and fixes | at least six months after 3.0 |', '| 1.x | security fixes only | 2027-12-31 |')}`,
});
