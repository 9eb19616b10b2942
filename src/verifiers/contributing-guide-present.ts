/** Is it explained how to contribute? */
import { met, unknown } from '../domain/verification/verdict.js';
import { judgeDocumented } from './_documented.js';
import { CONTRIBUTING, inheritedGuide } from './_sources/inherited.js';
import { texts } from './_sources/texts.js';
import { defineVerifier } from './_verifier.js';
import { block } from './_words.js';

export default defineVerifier({
  question: 'Does a guide explain how to contribute?',
  reads: { texts, inherited: inheritedGuide },
  on: ['push'],
  judge({ texts, inherited }) {
    const own = judgeDocumented(texts, {
      what: 'guide for contributors',
      file: CONTRIBUTING,
      heading: /contribut/i,
      fix: FIX,
    });
    if (own.answer !== 'unmet') return own;
    const shared = inherited?.paths.find((path) => CONTRIBUTING.test(path));
    if (shared !== undefined) return met(`the owner's repository \`.github\` has \`${shared}\` for all`);
    return inherited?.isSeen === true
      ? own
      : unknown('there is no CONTRIBUTING.md here; whether the organisation has one for all takes its API');
  },
});

const FIX = `Commit this as \`CONTRIBUTING.md\`:\n\n${block(
  'markdown',
  '# Contributing',
  '1. For anything larger than a small fix, open an issue first.',
  '2. Fork, branch, change; `npm test` passes.',
  '3. Open a pull request that says why. A maintainer answers within a week.',
  'Security problems: see SECURITY.md, not an issue.',
)}`;
