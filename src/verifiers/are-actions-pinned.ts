/** Can nobody change the code of an action under the workflows that use it? */
import { met, unmet } from '../domain/verification/verdict.js';
import { judgeWorkflows } from './_judge-workflows.js';
import { placeOf, type Workflow } from './_sources/_workflow.js';
import { workflows } from './_sources/workflows.js';
import { defineVerifier } from './_verifier.js';
import { block, listed } from './_words.js';

/** @see https://docs.github.com/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions */
const PINNED = /@[0-9a-f]{40}$/i;
const DIGEST = /@sha256:[0-9a-f]{64}$/i;

interface Use {
  readonly uses: string;
  readonly place: string;
}

export default defineVerifier({
  question: 'Is every action pinned to a full commit hash?',
  reads: { workflows },
  on: ['push'],
  judge: ({ workflows }) =>
    judgeWorkflows(workflows, (all) => {
      const loose = all.flatMap(usesOf).filter(({ uses }) => !isPinned(uses));
      return {
        fault: loose.length === 0 ? null : unmet(`not pinned: ${listed(loose.map(shown))}`, fixOf(loose)),
        otherwise: met('every action is pinned to a full commit hash'),
      };
    }),
});

const shown = ({ uses, place }: Use): string => `${uses} (${place})`;

function usesOf(workflow: Workflow): readonly Use[] {
  const used = workflow.jobs.flatMap(({ uses, steps }) => [uses, ...steps.map((step) => step.uses)]);
  return [...new Set(used)].filter((uses) => uses !== null).map((uses) => ({ uses, place: placeOf(workflow, uses) }));
}

/** What lies in the same commit is as pinned as the workflow itself. */
function isPinned(uses: string): boolean {
  if (uses.startsWith('./')) return true;
  return uses.startsWith('docker://') ? DIGEST.test(uses) : PINNED.test(uses);
}

function fixOf(loose: readonly Use[]): string {
  const uses = [...new Set(loose.map((use) => use.uses))].slice(0, 5);
  const commands = uses.map((each) => {
    const image = /^docker:\/\/(?<image>[\w./:@-]+)$/.exec(each)?.groups?.image;
    if (image !== undefined) return `docker buildx imagetools inspect ${image} --format '{{.Manifest.Digest}}'`;
    const { repository, ref } =
      /^(?<repository>[\w.-]+\/[\w.-]+)(?:\/[^@]*)?@(?<ref>[\w./-]+)$/.exec(each)?.groups ?? {};
    return repository === undefined
      ? `# ${each}: name the version and pin it`
      : `echo "uses: ${each.replace(/@.*$/, '')}@$(gh api repos/${repository}/commits/${ref} --jq .sha) # ${ref}"`;
  });
  return `Replace each line by what these print:\n\n${block('sh', ...commands)}`;
}
