/** Do finders know how soon they hear back? */
import { met, unmet } from '../domain/verification/verdict.js';
import { judgePolicy } from './_security-policy.js';
import { inheritedPolicy } from './_sources/inherited.js';
import { texts } from './_sources/texts.js';
import { defineVerifier } from './_verifier.js';

const TIME =
  /\b(?:\d+|one|two|three|four|five|six|seven|ten|fourteen|thirty|sixty|ninety|a|an)(?:\s?(?:-|–|to)\s?\d+)?[\s-]+(?:(?:business|working|calendar|full)[\s-]+)?(?:hour|day|week|month)s?\b/i;

export default defineVerifier({
  question: 'Does the disclosure policy say how soon reports are answered?',
  reads: { texts, inherited: inheritedPolicy },
  on: ['push'],
  judge: ({ texts, inherited }) =>
    judgePolicy(texts, inherited, (text, path) => {
      const [time] = TIME.exec(text) ?? [];
      return time === undefined
        ? unmet(
            `\`${path}\` names no time`,
            `Add to it, with times you keep: \`We confirm within 3 working days, judge within 10, and fix within 90.\``,
          )
        : met(`\`${path}\` names times: "${time.replaceAll(/\s+/g, ' ')}"`);
    }),
});
