/** Does each workflow say which rights its token needs? */
import { met, unmet } from '../domain/verification/verdict.js';
import { judgeWorkflows } from './_judge-workflows.js';
import type { Workflow } from './_sources/_workflow.js';
import { workflows } from './_sources/workflows.js';
import { defineVerifier } from './_verifier.js';
import { block, listed } from './_words.js';

const ALL = 'write-all';

export default defineVerifier({
  question: 'Does every workflow state the permissions of its jobs?',
  reads: { workflows },
  on: ['push'],
  judge: ({ workflows }) =>
    judgeWorkflows(workflows, (all) => {
      const silent = all.filter((each) => !each.isAction && !isStated(each)).map(({ path }) => path);
      const greedy = all.filter(asksForAll).map(({ path }) => path);
      const because = [
        ...(silent.length > 0 ? [`no permissions are stated in ${listed(silent)}`] : []),
        ...(greedy.length > 0 ? [`\`${ALL}\` is asked for in ${listed(greedy)}`] : []),
      ].join('; ');
      return {
        fault: because === '' ? null : unmet(because, FIX),
        otherwise: met('every workflow states what its jobs may do'),
      };
    }),
});

const FIX = `Write this above \`jobs:\` and raise it in the jobs that need more:\n\n${block('yaml', 'permissions:', '  contents: read')}`;

const isStated = ({ permissions, jobs }: Workflow): boolean =>
  permissions !== undefined || jobs.every((job) => job.permissions !== undefined);

const asksForAll = ({ permissions, jobs }: Workflow): boolean =>
  permissions === ALL || jobs.some((job) => job.permissions === ALL);
