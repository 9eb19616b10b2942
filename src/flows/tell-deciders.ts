/** A service may show something else by now: those who decide by it, open pull requests and deployments that wait, are told. */
import type { Context } from './context.js';
import { requestDeployments } from './deployments.js';
import { requestFanOut } from './fan-out.js';

/** From the database only. */
export async function tellDeciders(repositoryId: number, context: Context): Promise<void> {
  await requestFanOut(repositoryId, context);
  await requestDeployments(repositoryId, context);
}
