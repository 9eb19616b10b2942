/** Deployments that wait for our word have to get it, whether or not we heard of them. */
import { waitingDeployments } from '../waiting-deployments.js';
import type { ReconcileStep } from './step.js';

export const deploymentsStep: ReconcileStep = async (look, context) => ({
  jobs: await waitingDeployments(look.repository, look, context),
});
