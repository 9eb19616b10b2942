/** Sends webhooks: signed, in order within a repository, logged, and as unreliably as scripted. */
import { createHmac, randomUUID } from 'node:crypto';
import type { Clock } from '../../core/clock.js';
import type { App, Delivery } from '../state/model.js';
import type { State } from '../state/state.js';
import type { WebhookMatch, Webhooks } from '../types.js';
import { WebhookFaults } from './faults.js';
import { post, type PostResult } from './post.js';

/** github.com waits 10 s. @see https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks */
const TIMEOUT_MS = 10_000;
/** Larger payloads are never delivered. @see https://docs.github.com/en/webhooks/webhook-events-and-payloads */
const PAYLOAD_BYTES = 25 * 1024 * 1024;

interface Outgoing
  extends Pick<Delivery, 'appId' | 'event' | 'action' | 'installationId' | 'repositoryId' | 'payload'> {
  readonly guid: string;
  readonly redelivery: boolean;
}

export class Deliverer implements Webhooks {
  readonly #faults: WebhookFaults;
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #groups = new Map<object, Outgoing[]>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #stopping = new AbortController();
  #held: Outgoing[] = [];
  #paused = false;
  #pending = 0;
  #waiting: (() => void)[] = [];

  constructor(
    private readonly state: State,
    private readonly clock: Clock,
    random: () => number,
  ) {
    this.#faults = new WebhookFaults(random);
  }

  /** Queues a new webhook. Nothing happens when the App has no webhook address or the payload is over 25 MiB. */
  send(webhook: Omit<Outgoing, 'guid' | 'redelivery'>): void {
    this.#submit({ ...webhook, guid: randomUUID(), redelivery: false });
  }

  /** Queues another attempt of a logged delivery, with the same guid and payload. */
  redeliver(delivery: Delivery): void {
    const { appId, event, action, installationId, repositoryId, payload, guid } = delivery;
    this.#submit({ appId, event, action, installationId, repositoryId, payload, guid, redelivery: true });
  }

  lose({ logged = true, ...match }: WebhookMatch & { readonly logged?: boolean } = {}): void {
    this.#faults.add({ kind: 'lose', logged }, match);
  }

  double(match: WebhookMatch = {}): void {
    this.#faults.add({ kind: 'double' }, match);
  }

  delay(ms: number, match: WebhookMatch = {}): void {
    this.#faults.add({ kind: 'delay', ms }, match);
  }

  reorder(count: number, match: Omit<WebhookMatch, 'times'> = {}): void {
    this.#faults.add({ kind: 'reorder', group: {}, count }, { ...match, times: count });
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    const held = this.#held;
    this.#held = [];
    for (const webhook of held) this.#route(webhook);
  }

  clear(): void {
    this.#faults.clear();
    this.#releaseGroups();
  }

  async idle(): Promise<void> {
    this.#releaseGroups();
    if (this.#pending === 0) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Gives up whatever is not sent yet and cuts what is in flight. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    await Promise.all(this.#lanes.values());
    this.#pending = 0;
    this.#wake();
  }

  #submit(webhook: Outgoing): void {
    const app = this.state.apps.get(webhook.appId);
    if (app === undefined || app.webhookUrl === null) return;
    if (Buffer.byteLength(webhook.payload) > PAYLOAD_BYTES) return;
    this.#pending += 1;
    if (this.#paused) this.#held.push(webhook);
    else this.#route(webhook);
  }

  #route(webhook: Outgoing): void {
    const mishap = this.#faults.next(webhook.event, webhook.action);
    switch (mishap?.kind) {
      case undefined:
        this.#enqueue(webhook);
        break;
      case 'lose':
        if (mishap.logged) this.#logLost(webhook);
        this.#settle();
        break;
      case 'double':
        this.#pending += 1;
        this.#enqueue(webhook);
        this.#enqueue(webhook);
        break;
      case 'delay':
        this.#later(mishap.ms, webhook);
        break;
      case 'reorder': {
        const group = [...(this.#groups.get(mishap.group) ?? []), webhook];
        this.#groups.set(mishap.group, group);
        if (group.length >= mishap.count) this.#release(mishap.group);
      }
    }
  }

  #later(ms: number, webhook: Outgoing): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#enqueue(webhook);
    }, ms);
    this.#timers.add(timer);
  }

  #release(key: object): void {
    const group = this.#groups.get(key) ?? [];
    this.#groups.delete(key);
    for (const webhook of group.reverse()) this.#enqueue(webhook);
  }

  #releaseGroups(): void {
    for (const key of [...this.#groups.keys()]) this.#release(key);
  }

  /** One after the other within a repository, repositories side by side. */
  #enqueue(webhook: Outgoing): void {
    const lane = String(webhook.repositoryId ?? `installation ${webhook.installationId}`);
    const next = (this.#lanes.get(lane) ?? Promise.resolve()).then(() => this.#attempt(webhook));
    this.#lanes.set(lane, next);
    void next.then(() => {
      if (this.#lanes.get(lane) === next) this.#lanes.delete(lane);
    });
  }

  async #attempt(webhook: Outgoing): Promise<void> {
    const app = this.state.apps.get(webhook.appId);
    if (app !== undefined && app.webhookUrl !== null && !this.#stopping.signal.aborted) {
      const headers = headersOf(app, webhook);
      const started = performance.now();
      const result = await post(app.webhookUrl, headers, webhook.payload, TIMEOUT_MS, this.#stopping.signal);
      this.#log(webhook, headers, result, (performance.now() - started) / 1000);
    }
    this.#settle();
  }

  /** What a timeout leaves in the log: it was signed and sent, and nobody answered. */
  #logLost(webhook: Outgoing): void {
    const app = this.state.apps.get(webhook.appId);
    if (app === undefined) return;
    const silence = { statusCode: 504, status: 'timed out', headers: {}, body: '' };
    this.#log(webhook, headersOf(app, webhook), silence, TIMEOUT_MS / 1000);
  }

  #log(
    webhook: Outgoing,
    requestHeaders: Readonly<Record<string, string>>,
    result: PostResult,
    duration: number,
  ): void {
    const id = this.state.nextId();
    this.state.deliveries.set(id, {
      ...webhook,
      id,
      requestHeaders,
      deliveredAt: this.clock.now().toISOString(),
      duration: Math.round(duration * 100) / 100,
      status: result.status,
      statusCode: result.statusCode,
      responseHeaders: result.headers,
      responseBody: result.body,
    });
  }

  #settle(): void {
    this.#pending -= 1;
    if (this.#pending === 0) this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function headersOf(app: App, webhook: Outgoing): Record<string, string> {
  const hmac = (algorithm: string) => createHmac(algorithm, app.webhookSecret).update(webhook.payload).digest('hex');
  return {
    accept: '*/*',
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/sandbox',
    'x-github-delivery': webhook.guid,
    'x-github-event': webhook.event,
    'x-github-hook-id': String(app.id + 500_000_000),
    'x-github-hook-installation-target-id': String(app.id),
    'x-github-hook-installation-target-type': 'integration',
    'x-hub-signature': `sha1=${hmac('sha1')}`,
    'x-hub-signature-256': `sha256=${hmac('sha256')}`,
  };
}
