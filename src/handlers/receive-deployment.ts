/** A deployment waits for our word: silence would block it, so it is answered, or told what it waits for. */
import { z } from 'zod';
import { type DeploymentEvent, deploymentFailed, receiveDeployment } from '../flows/deployments.js';
import { defineHandler } from './_handler.js';
import { repository, sha } from './_payload.js';

/** GitHub's schema leaves all but the repository open. */
const payload = z.object({
  repository,
  environment: z.string().min(1),
  deployment_callback_url: z.string(),
  deployment: z.object({ id: z.number().int(), sha }),
});

export default defineHandler<DeploymentEvent>({
  on: ['deployment_protection_rule.requested'],
  tiers: ['gate'],
  needs: { deployments: 'write', actions: 'read', contents: 'read' },
  parse(raw) {
    const { repository, environment, deployment_callback_url: callback, deployment } = payload.parse(raw);
    return { repository: repository.ref, environment, callback, deploymentId: deployment.id, sha: deployment.sha };
  },
  // The run as the address names it: whether that is one of ours, `run` sees.
  subject: ({ repository, callback }) =>
    `deployment:${repository.id}:${/\/runs\/(?<id>\d{1,16})\//.exec(callback)?.groups?.id ?? 'unknown'}`,
  run: receiveDeployment,
  failed: deploymentFailed,
});
