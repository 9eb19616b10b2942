/**
 * An outage of ours is made good: 2,000 webhooks are lost while the App is down, 200 of them tried twice by GitHub, and the App starts
 * again. One in ten is a push to the default branch of one of 100 repositories, the others are edits of issues that are nobody's
 * baseline. `LOST_DELIVERIES` makes it smaller.
 *
 * `-lost`: webhooks by their guid; `-attempts`: the lines of GitHub's list. `-seconds`: from the start of the App until the sweep is
 * over, `-settled-seconds` until all that came of it is done; `-jobs`: how many that were, the chores of a start included.
 * `-requests ROUTE`: of the sweep itself. `-missing` has to be 0: webhooks that were neither sent again nor taken in, and pushed heads
 * without both checks.
 */
import path from 'node:path';
import { settled } from '../../src/cli/_demo/look.js';
import { setStage, type Stage } from '../../src/cli/_demo/stage.js';
import { until } from '../../src/cli/_demo/until.js';
import { LAUNCH_CHECK, SECRETS_CHECK } from '../../src/domain/readiness/check-content.js';
import { type Report, sizeOf } from '../group.js';
import { type Busy, inBatches, setOrganisations } from './_organisations.js';

const REPOSITORIES = 100;
const PUSHES_OF = 1 / 10;
const DOUBLED_OF = 1 / 10;
/** Seconds. By the App's own pace, 100 redeliveries take 70 and 1,900 fetches 160. */
const PATIENCE = 600;

export default async function sweep(report: Report): Promise<void> {
  const lost = sizeOf('LOST_DELIVERIES', 2_000);
  const stage = await setStage({ packageFolder: path.resolve('.') });
  try {
    const { sandbox } = stage;
    const busy = await setOrganisations(stage, 'lost', Math.min(REPOSITORIES, Math.ceil(lost * PUSHES_OF)));
    for (const { name, owner } of busy) await sandbox.as(owner).createIssue(name, { title: 'A plan' });
    await settled(stage, PATIENCE);
    await stage.app.stop();
    const attemptsBefore = sandbox.state.deliveries.size;
    const heads = await outage(stage, busy, lost);
    report('sweep-lost', lost, 'webhooks');
    report('sweep-attempts', sandbox.state.deliveries.size - attemptsBefore, 'deliveries');

    sandbox.requests.clear();
    await stage.restart();
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;
    const { sentAgain, takenIn } = await until('the sweep', () => sweptBy(stage), PATIENCE);
    report('sweep-seconds', seconds(), 's');
    await settled(stage, PATIENCE);
    report('sweep-settled-seconds', seconds(), 's');
    report('sweep-jobs', stage.app.log.filter((line) => line.includes('"Job done"')).length, 'jobs');
    for (const [route, count] of sandbox.requests.byKind())
      if (route.includes(' /app/hook/')) report(`sweep-requests ${route}`, count, 'requests');
    report('sweep-missing', lost - sentAgain - takenIn + unjudged(stage, heads), 'webhooks');
  } finally {
    await stage.close();
  }
}

/** Everything that happens while the App is down; the heads that were pushed. */
async function outage({ sandbox }: Stage, busy: readonly Busy[], lost: number): Promise<readonly string[]> {
  sandbox.webhooks.double({ times: Math.round(lost * DOUBLED_OF) });
  const pushes = Math.round(lost * PUSHES_OF);
  const heads: string[] = [];
  const numbers = Array.from({ length: lost }, (_, number) => number);
  await inBatches(numbers, async (number) => {
    const { name, owner } = busy[number % busy.length] ?? { name: '', owner: '' };
    const person = sandbox.as(owner);
    if (number >= pushes) return person.editIssueBody(name, 1, `Version ${number}`);
    const files = { 'change.txt': `${number}\n` };
    return heads.push(await person.commit(name, { message: `Change ${number}`, files }));
  });
  await sandbox.webhooks.idle();
  return heads;
}

/** What the App's newest life says of its sweep; null while it is not over. */
function sweptBy({ app }: Stage): { readonly sentAgain: number; readonly takenIn: number } | null {
  const line = app.log.find((one) => one.includes('"webhooks that never came in were made good"'));
  return line === undefined ? null : (JSON.parse(line) as { sentAgain: number; takenIn: number });
}

function unjudged({ sandbox }: Stage, heads: readonly string[]): number {
  const runs = [...sandbox.state.checkRuns.values()].filter(({ status }) => status === 'completed');
  const judged = new Set(runs.map(({ headSha, name }) => `${name} ${headSha}`));
  return heads.filter((sha) => ![SECRETS_CHECK, LAUNCH_CHECK].every((name) => judged.has(`${name} ${sha}`))).length;
}
