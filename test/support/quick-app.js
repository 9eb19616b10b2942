/** The App of `dist/`, at the tempo of tests: what it waits for on purpose takes a tenth, and the sandbox need not be spared. */
import { DELAYS } from '../../dist/flows/delays.js';
import { backoffMs } from '../../dist/infra/queue/backoff.js';
import { serve } from '../../dist/serve.js';

const tenth = (ms) => ms / 10;
const UNLIMITED = { burst: 1e9, perSecond: 1e9 };

serve({
  delays: {
    edits: tenth(DELAYS.edits),
    decisions: tenth(DELAYS.decisions),
    pullRequestsApart: tenth(DELAYS.pullRequestsApart),
    firstPush: tenth(DELAYS.firstPush),
    verification: tenth(DELAYS.verification),
  },
  queue: { backoff: (attempt, random) => tenth(backoffMs(attempt, random)), pollMs: 100 },
  limits: { points: UNLIMITED, writes: UNLIMITED, contentPerMinute: UNLIMITED, contentPerHour: UNLIMITED },
});
