/** Is it explained how to report a bug? */
import { met, unknown } from '../domain/verification/verdict.js';
import { judgeDocumented } from './_documented.js';
import { inheritedTemplate, ISSUE_TEMPLATE } from './_sources/inherited.js';
import { texts } from './_sources/texts.js';
import { defineVerifier } from './_verifier.js';
import { block } from './_words.js';

export default defineVerifier({
  question: 'Does a template or a guide explain how to report a bug?',
  reads: { texts, inherited: inheritedTemplate },
  on: ['push'],
  judge({ texts, inherited }) {
    const own = texts?.entries.find(({ path, size }) => ISSUE_TEMPLATE.test(path) && size > 0)?.path;
    if (own !== undefined) return met(`\`${own}\` asks for what a report needs`);
    const shared = inherited?.paths.find((path) => ISSUE_TEMPLATE.test(path));
    if (shared !== undefined) return met(`the owner's repository \`.github\` has \`${shared}\` for all`);
    const guide = judgeDocumented(texts, {
      what: 'template for bug reports',
      heading: /(?:report|file|submit)\w*\s+(?:a\s+|an\s+)?(?:bug|issue|problem|defect)|bug reports?|^issues$/i,
      fix: FIX,
    });
    if (guide.answer !== 'unmet' || inherited?.isSeen === true) return guide;
    return unknown('there is no template here; whether the organisation has one for all takes its API');
  },
});

const FIX = `Commit this as \`.github/ISSUE_TEMPLATE/bug.yml\`:\n\n${block(
  'yaml',
  'name: Bug',
  'description: Something does not work. Security problems go to the Security tab instead.',
  'body:',
  '  - type: input',
  '    attributes: { label: Version }',
  '    validations: { required: true }',
  '  - type: textarea',
  '    attributes: { label: "What did you do, what happened, what did you expect?" }',
  '    validations: { required: true }',
)}`;
