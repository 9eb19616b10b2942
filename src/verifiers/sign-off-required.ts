/** Do contributors state that they may contribute what they send? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { documents, shownText } from './_sources/_documents.js';
import { stepsIn } from './_sources/_workflow.js';
import { texts } from './_sources/texts.js';
import { workflows } from './_sources/workflows.js';
import { defineVerifier } from './_verifier.js';
import { block, CUT } from './_words.js';

const CONFIGURATION = /^(?:\.github\/(?:dco|cla)\.ya?ml|\.clabot|\.cla-assistant\.ya?ml)$/i;
const ACTION = /(?:^|[/-])dco(?:[-@/]|$)|contributor-assistant\/|cla-assistant|\bcla-action/i;
const STATED =
  /developer'?s? certificate of origin|developercertificate\.org|signed-off-by|\bgit commit -s\b|contributor licen[cs]e agreement|\bCLA\b|\bDCO\b/i;

export default defineVerifier({
  question: 'Do contributors state with each commit that they may contribute it?',
  reads: { texts, workflows },
  on: ['push'],
  judge({ texts, workflows }) {
    const configuration = texts?.entries.find(({ path }) => CONFIGURATION.test(path))?.path;
    if (configuration !== undefined) return met(`\`${configuration}\` sets up the check`);
    const checking = stepsIn(workflows?.workflows ?? []).find(({ step }) => ACTION.test(step.uses ?? ''));
    if (checking !== undefined) return met(`\`${checking.workflow.path}\` checks it`);
    const stated =
      texts === null ? undefined : [...documents(texts, /./)].find(([, text]) => STATED.test(shownText(text)));
    if (stated !== undefined) {
      return unknown(
        `\`${stated[0]}\` asks for it; the App that checks it leaves no file, so whether one does takes a person to see`,
      );
    }
    return texts?.isWhole === false
      ? unknown(CUT)
      : unmet('nothing asks contributors for a sign-off or an agreement', FIX);
  },
});

const FIX = `Install the DCO App (\`https://github.com/apps/dco\`), commit this as \`.github/dco.yml\`:\n\n${block('yaml', 'require:', '  members: true')}\n\nand add to \`CONTRIBUTING.md\`:\n\n${block('markdown', 'Sign off each commit (`git commit -s`): with it you state the Developer Certificate of Origin 1.1, https://developercertificate.org/')}`;
