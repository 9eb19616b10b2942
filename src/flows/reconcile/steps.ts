/** Everything that the reconciler looks after in a repository, in this order. To have it look after more, add a step here. */
import { baselineStep } from './baseline.js';
import { pullRequestsStep } from './pull-requests.js';
import { pushesStep } from './pushes.js';
import type { ReconcileStep } from './step.js';

/** Waivers and evidence need no look at GitHub: the chore `expire-waivers` goes by the calendar. */
export const STEPS: readonly ReconcileStep[] = [baselineStep, pushesStep, pullRequestsStep];
