/** Can a title, a branch name or a comment become part of a script? */
import { met, unmet } from '../domain/verification/verdict.js';
import { judgeWorkflows } from './_judge-workflows.js';
import { injectionFix, injectionsOf } from './_injection.js';
import { workflows } from './_sources/workflows.js';
import { defineVerifier } from './_verifier.js';
import { listed } from './_words.js';

/**
 * What anybody can write who opens an issue, a pull request or a discussion.
 * @see https://docs.github.com/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions#understanding-the-risk-of-script-injections
 */
const UNTRUSTED = new RegExp(
  [
    String.raw`\bgithub\.head_ref\b`,
    String.raw`\bgithub\.event\.(?:issue|pull_request|discussion)\.(?:title|body)\b`,
    String.raw`\bgithub\.event\.pull_request\.head\.(?:ref|label|repo\.(?:default_branch|description|homepage|full_name))\b`,
    String.raw`\bgithub\.event\.(?:comment|review|review_comment)\.body\b`,
    String.raw`\bgithub\.event\.(?:pages|commits)\.\*`,
    String.raw`\bgithub\.event\.head_commit\.(?:message|author|committer)\b`,
    String.raw`\bgithub\.event\.workflow_run\.(?:head_branch|head_commit|display_title|head_repository|pull_requests)\b`,
    String.raw`\btojson\(\s*github(?:\.event(?:\.(?:issue|pull_request|comment|review|discussion|head_commit|commits))?)?\s*\)`,
  ].join('|'),
  'i',
);

export default defineVerifier({
  question: "Are other people's texts kept out of scripts?",
  reads: { workflows },
  on: ['push'],
  judge: ({ workflows }) =>
    judgeWorkflows(workflows, (all) => {
      const found = injectionsOf(all, ({ plain }) => UNTRUSTED.test(plain));
      const places = found.map(({ expression, place }) => `${expression.written} (${place})`);
      return {
        fault: found[0] === undefined ? null : unmet(`part of a script: ${listed(places)}`, injectionFix(found[0])),
        otherwise: met('no script holds a text that somebody else writes'),
      };
    }),
});
