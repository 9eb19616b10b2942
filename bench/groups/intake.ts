/**
 * The way in: how fast webhooks are taken, how soon a push has its check, and what an idle process costs. Client, GitHub and
 * App share one machine. `rss-idle-mb` is read after a restart on existing data: a first start fills the memory with what
 * setting up the embedded database needs.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { baselineIssue, checkOn, settled } from '../../src/cli/_demo/look.js';
import { DEVELOPER, ORG, setStage, type Stage } from '../../src/cli/_demo/stage.js';
import { until } from '../../src/cli/_demo/until.js';
import { clone } from '../../src/cli/_demo/working-copy.js';
import type { Repository } from '../../src/sandbox/state/model.js';
import { startPostgres } from '../../test/support/postgres.js';
import { median, percentile, type Report, timed } from '../group.js';

const DELIVERIES = 8_000;
const AT_ONCE = 50;
const PUSHES = 15;

export default async function intake(report: Report): Promise<void> {
  await onOneEngine(report, '');
  const server = await startPostgres({ durable: true });
  try {
    await onOneEngine(report, '-postgres', await server.freshUrl());
  } finally {
    await server.stop();
  }
}

async function onOneEngine(report: Report, suffix: string, databaseUrl?: string): Promise<void> {
  const stage = await setStage({
    packageFolder: path.resolve('.'),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  });
  const figure: Report = (name, value, unit) => report(`${name}${suffix}`, value, unit);
  try {
    const repository = await stage.sandbox.createRepository(ORG, { name: 'busy' });
    await until('the issue', () => baselineIssue(stage, repository));
    await settled(stage);
    figure('push-to-check-ms', await pushToCheck(stage, repository), 'ms');
    await stage.app.stop();
    await stage.restart();
    figure('start-to-ready-ms', stage.app.startMs, 'ms');
    await settled(stage);
    await sleep(2_000);
    figure('rss-idle-mb', await residentMb(stage.app.pid), 'MB');
    const jobsBefore = jobsDone(stage);
    const { ms, latencies } = await flood(stage, repository);
    figure('jobs-per-second', ((jobsDone(stage) - jobsBefore) / ms) * 1000, '1/s');
    figure('deliveries-per-second', (DELIVERIES / ms) * 1000, '1/s');
    figure('ack-p50-ms', percentile(latencies, 0.5), 'ms');
    figure('ack-p99-ms', percentile(latencies, 0.99), 'ms');
  } finally {
    await stage.close();
  }
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(?<kb>\d+) kB$/m.exec(status)?.groups?.kb) / 1024;
}

/** Jobs that ended well since the App started; those of the flood run while it goes on. */
const jobsDone = (stage: Stage): number => stage.app.log.filter((line) => line.includes('"Job done"')).length;

/** Signed edits of an issue that is nobody's baseline: each is stored with one job, and the jobs run meanwhile. */
async function flood(stage: Stage, repository: Repository): Promise<{ ms: number; latencies: number[] }> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const latencies: number[] = [];
  const installation = [...stage.sandbox.state.installations.values()][0];
  let sent = 0;
  const send = async () => {
    while (sent < DELIVERIES) {
      sent += 1;
      const body = JSON.stringify({
        action: 'edited',
        installation: { id: installation?.id },
        repository: { id: repository.id, name: repository.name, owner: { login: ORG }, private: false },
        sender: { login: DEVELOPER, type: 'User' },
        issue: { number: 100_000 + (sent % 200), body: 'after', updated_at: new Date().toISOString() },
        changes: { body: { from: 'before' } },
      });
      latencies.push(await timed(() => post(stage, agent, body)));
    }
  };
  const ms = await timed(() => Promise.all(Array.from({ length: AT_ONCE }, send)));
  agent.destroy();
  return { ms, latencies };
}

async function post(stage: Stage, agent: http.Agent, body: string): Promise<void> {
  const signature = `sha256=${createHmac('sha256', stage.sandbox.webhookSecret).update(body).digest('hex')}`;
  await new Promise<void>((resolve, reject) => {
    const request = http.request(
      stage.app.webhookUrl,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'x-github-event': 'issues',
          'x-github-delivery': randomUUID(),
          'x-hub-signature-256': signature,
        },
      },
      (response) => {
        response.resume();
        response.once('end', () =>
          response.statusCode === 202 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
        );
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}

/** From the webhook being sent to the check standing on GitHub, without the time the sandbox itself takes for the requests. */
async function pushToCheck(stage: Stage, repository: Repository): Promise<number> {
  const { sandbox } = stage;
  const repo = `${ORG}/${repository.name}`;
  sandbox.addCollaborator(repo, DEVELOPER, 'write');
  const copy = await clone(sandbox.pushUrl(repo, DEVELOPER), path.join(stage.folder, 'clone'), DEVELOPER);
  const took: number[] = [];
  for (let round = 0; round < PUSHES; round++) {
    const head = await copy.commit(`Round ${round}`, { 'round.txt': `${round}\n` });
    sandbox.webhooks.pause();
    await copy.git('push', '--quiet', 'origin', 'HEAD');
    const sandboxMs = await timed(async () => {
      const headers = { authorization: `Bearer ${sandbox.userToken(DEVELOPER)}` };
      await (await fetch(`${sandbox.url}/api/v3/repos/${repo}/commits/${head}`, { headers })).text();
    });
    const ms = await timed(async () => {
      sandbox.webhooks.resume();
      await until('the check', () => checkOn(stage, repository, head, 'seaworthy/secrets'));
    });
    took.push(ms - sandboxMs);
  }
  return median(took);
}
