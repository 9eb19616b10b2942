/** Everything that an organisation's policy may ask to be told, at once: each job sees for itself whether it is asked for. */
import type { JobSpec } from '../../infra/queue/types.js';
import { digestJob } from './digest.js';
import { propertiesJob } from './properties.js';
import { readinessIssueJob } from './readiness-issue.js';

export const reportJobs = (installationId: number): readonly JobSpec[] => [
  readinessIssueJob(installationId),
  propertiesJob(installationId),
  digestJob(installationId),
];
