/** What the sandbox's tests share: a receiver of webhooks, the App's own client, and a git at work. */
import { execFile } from 'node:child_process';
import { createHmac, createSign, timingSafeEqual } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { createContract } from '../../src/sandbox/contract/contract.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.js';

export type Json = Record<string, unknown>;

export interface Received {
  readonly event: string;
  readonly action: string | undefined;
  readonly guid: string;
  readonly genuine: boolean;
  readonly payload: Json;
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** What it answers; 202 unless told. */
  status: number;
  /** Those of one event, `push` or `issues.edited`. */
  of(event: string): Received[];
  stop(): Promise<void>;
}

export const WEBHOOK_SECRET = 'a secret for tests';

function isGenuine(body: string, signature: string): boolean {
  const expected = `sha256=${createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex')}`;
  return signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
}

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const payload: Json = JSON.parse(body);
      received.push({
        event: String(request.headers['x-github-event']),
        action: typeof payload.action === 'string' ? payload.action : undefined,
        guid: String(request.headers['x-github-delivery']),
        genuine: isGenuine(body, String(request.headers['x-hub-signature-256'])),
        payload,
      });
      response.statusCode = receiver.status;
      response.end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    status: 202,
    of: (event) => received.filter((hook) => hook.event === event || `${hook.event}.${hook.action ?? ''}` === event),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

export const APP: SandboxOptions['app'] = {
  id: 4711,
  slug: 'seaworthy',
  permissions: {
    metadata: 'read',
    issues: 'write',
    contents: 'read',
    pull_requests: 'read',
    checks: 'write',
    statuses: 'write',
    merge_queues: 'read',
    members: 'read',
    organization_custom_properties: 'read',
    administration: 'read',
    actions: 'read',
    deployments: 'write',
  },
  events: [
    'repository',
    'public',
    'issues',
    'issue_comment',
    'push',
    'pull_request',
    'create',
    'delete',
    'label',
    'custom_property_values',
    'merge_group',
    'branch_protection_rule',
    'repository_ruleset',
    'deployment_protection_rule',
  ],
};

export interface Scene {
  readonly sandbox: Sandbox;
  readonly hooks: Receiver;
  readonly installationId: number;
  stop(): Promise<void>;
}

/** Generated once a test file: making a key is the slowest part of a start. */
let privateKeyPem: string | undefined;

/** An organisation `acme` with the member `ada` (write), the App installed, and one repository `acme/shop`. */
export async function startScene(options: Partial<SandboxOptions> = {}): Promise<Scene> {
  const hooks = await startReceiver();
  const sandbox = await startSandbox({
    webhookUrl: hooks.url,
    webhookSecret: WEBHOOK_SECRET,
    app: APP,
    validate: createContract().validate,
    ...(privateKeyPem !== undefined && { privateKeyPem }),
    ...options,
  });
  privateKeyPem = sandbox.privateKeyPem;
  sandbox.createOrganization('acme', { owner: 'olive' });
  sandbox.createUser('ada', { name: 'Ada', email: 'ada@example.com' });
  const { id } = sandbox.installApp('acme');
  await sandbox.createRepository('acme', { name: 'shop', private: true });
  sandbox.addCollaborator('acme/shop', 'ada', 'write');
  await sandbox.webhooks.idle();
  return {
    sandbox,
    hooks,
    installationId: id,
    stop: async () => {
      await sandbox.stop();
      await hooks.stop();
    },
  };
}

/** A JWT as Octokit makes it, with `change` applied to its claims. */
export function appJwt(sandbox: Sandbox, change: Json = {}): string {
  const now = Math.floor(sandbox.clock.now().getTime() / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iat: now - 30, exp: now + 570, iss: sandbox.appId, ...change };
  const unsigned = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  const signature = createSign('RSA-SHA256').update(unsigned).sign(sandbox.privateKeyPem).toString('base64url');
  return `${unsigned}.${signature}`;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Json;
  readonly text: string;
}

/** One request; nothing is followed, retried or thrown. */
export async function call(
  sandbox: Sandbox,
  token: string | null,
  route: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const [method = 'GET', target = ''] = route.split(' ');
  const response = await fetch(target.startsWith('http') ? target : `${sandbox.url}/api/v3${target}`, {
    method,
    redirect: 'manual',
    headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = (response.headers.get('content-type') ?? '').includes('application/json') ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, json, text };
}

export async function installationToken({ sandbox, installationId }: Scene, scope: Json = {}): Promise<string> {
  const answer = await call(sandbox, appJwt(sandbox), `POST /app/installations/${installationId}/access_tokens`, scope);
  return String(answer.json.token);
}

const run = promisify(execFile);

export interface Clone {
  readonly folder: string;
  git(...args: string[]): Promise<string>;
  /** Writes the files, commits them, returns the sha. */
  commit(message: string, files: Record<string, string | Uint8Array>): Promise<string>;
  remove(): Promise<void>;
}

/** A working copy that pushes to `url`, made by the real git with nobody's configuration. */
export async function clone(url: string): Promise<Clone> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sandbox-clone-'));
  const env = {
    PATH: process.env.PATH,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.com',
  };
  const git = async (...args: string[]) => (await run('git', args, { cwd: folder, env })).stdout.trim();
  await git('clone', '--quiet', url, '.');
  return {
    folder,
    git,
    commit: async (message, files) => {
      for (const [file, content] of Object.entries(files)) await writeFile(path.join(folder, file), content);
      await git('add', '--all');
      await git('commit', '--quiet', '-m', message);
      return git('rev-parse', 'HEAD');
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
