/** Judges a waiting deployment again: the service it is of has changed. Asked for by ourselves. */
import { judgeDeployment, judgementFailed, type WaitingDeployment } from '../flows/deployments.js';
import { defineHandler } from './_handler.js';

export default defineHandler<WaitingDeployment>({
  on: [],
  tiers: ['gate'],
  needs: { deployments: 'write', actions: 'read', contents: 'read' },
  parse: () => null,
  subject: ({ repository, runId }) => `deployment:${repository.id}:${runId}`,
  run: judgeDeployment,
  failed: judgementFailed,
});
