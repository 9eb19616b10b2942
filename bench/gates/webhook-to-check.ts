/**
 * How soon a push has its checks while 1, 100 or 1,000 repositories are busy: each is pushed to once a minute, at moments spread
 * evenly (the single one every two seconds). `BUSY_REPOSITORIES` tries one other number.
 *
 * `-p50-`, `-p99-ms-N-repositories`: from the moment the webhook is sent to the moment both checks stand completed on the pushed head,
 * over all pushes. Every push is one commit to the default branch, made beforehand and held back, so that making it takes no part. Client, GitHub
 * and App share one machine, and ten repositories one installation.
 */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { settled } from '../../src/cli/_demo/look.js';
import { setStage, type Stage } from '../../src/cli/_demo/stage.js';
import { until } from '../../src/cli/_demo/until.js';
import { percentile, type Report, sizeOf } from '../group.js';
import { type Busy, inBatches, setOrganisations } from './_organisations.js';

const SIZES = process.env.BUSY_REPOSITORIES === undefined ? [1, 100, 1_000] : [sizeOf('BUSY_REPOSITORIES', 1)];
const MINUTE = 60_000;
/** Fewer say nothing about a percentile. */
const PUSHES = 30;
/** Completed runs that a push to the default branch gets. */
const CHECKS = 2;
const LOOK_MS = 5;

export default async function webhookToCheck(report: Report): Promise<void> {
  const stage = await setStage({ packageFolder: path.resolve('.') });
  try {
    for (const size of SIZES) {
      const busy = await setOrganisations(stage, `of-${size}`, size);
      const took = await play(stage, await pushesTo(stage, busy));
      report(`webhook-to-check-p50-ms-${size}-repositories`, percentile(took, 0.5), 'ms');
      report(`webhook-to-check-p99-ms-${size}-repositories`, percentile(took, 0.99), 'ms');
    }
  } finally {
    await stage.close();
  }
}

/** A webhook as GitHub would send it. */
interface Held {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The head that was pushed. */
  readonly sha: string;
}

/** Pushes to every repository, as often as it takes for `PUSHES`, and keeps the webhooks to itself. */
async function pushesTo({ sandbox, app }: Stage, busy: readonly Busy[]): Promise<readonly Held[]> {
  const held: Held[] = [];
  const keeper = createServer(async (request, response) => {
    const body = await text(request);
    // What our own doings are echoed by is nothing that is waited for.
    if (request.headers['x-github-event'] === 'push')
      held.push({ headers: signatureIn(request.headers), body, sha: (JSON.parse(body) as { after: string }).after });
    response.writeHead(202).end();
  });
  await new Promise<void>((listening) => keeper.listen(0, '127.0.0.1', listening));
  sandbox.setWebhookUrl(`http://127.0.0.1:${(keeper.address() as AddressInfo).port}`);
  for (let round = 0; round * busy.length < Math.max(PUSHES, busy.length); round++) {
    await inBatches(busy, async ({ name, owner }) => {
      // The name makes every commit another one: they are told apart by their sha.
      const files = { 'round.txt': `${round} ${name}\n` };
      await sandbox.as(owner).commit(name, { message: `Round ${round}`, files });
      forgetPushes(sandbox);
    });
  }
  await sandbox.webhooks.idle();
  forgetPushes(sandbox);
  sandbox.setWebhookUrl(app.webhookUrl);
  keeper.close();
  return held;
}

/** Out of GitHub's log: the App's sweep, which comes every five minutes, would take in what it was not sent yet. */
function forgetPushes({ state }: Stage['sandbox']): void {
  for (const [id, { event }] of state.deliveries) if (event === 'push') state.deliveries.delete(id);
}

/** The headers that say what it is and that it is GitHub's. */
function signatureIn(headers: IncomingHttpHeaders): Record<string, string> {
  const said = Object.entries(headers).filter(([name]) => name.startsWith('x-') || name === 'content-type');
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
}

/** Sends them within a minute; milliseconds from each to its checks. @throws NotYet when some never come */
async function play(stage: Stage, pushes: readonly Held[]): Promise<readonly number[]> {
  const sent = new Map<string, number>();
  const took = new Map<string, number>();
  const seen = new Map<string, Set<number>>();
  const look = () => {
    const now = performance.now();
    for (const { id, headSha, status } of stage.sandbox.state.checkRuns.values()) {
      const at = sent.get(headSha);
      if (at === undefined || status !== 'completed' || took.has(headSha)) continue;
      const ids = (seen.get(headSha) ?? new Set()).add(id);
      seen.set(headSha, ids);
      if (ids.size === CHECKS) took.set(headSha, now - at);
    }
  };
  const looking = setInterval(look, LOOK_MS);
  const began = performance.now();
  try {
    const sending = pushes.map(async ({ headers, body, sha }, index) => {
      // Sleeps are somewhat too long: each counts from the beginning, so that they do not add up.
      await sleep((index * MINUTE) / pushes.length - (performance.now() - began));
      sent.set(sha, performance.now());
      const { status } = await fetch(stage.app.webhookUrl, { method: 'POST', headers, body });
      if (status !== 202) throw new Error(`The App answered ${status} to a webhook`);
    });
    await Promise.all(sending);
    await until('the checks', () => took.size === pushes.length, 120);
  } finally {
    clearInterval(looking);
  }
  await settled(stage, 60);
  return [...took.values()];
}
