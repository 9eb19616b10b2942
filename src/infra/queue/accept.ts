/** Takes a genuine webhook in, whichever way it came: which jobs it makes is asked, and both are stored together. */
import type { Received, Receiver } from './receiver.js';
import type { JobSpec } from './types.js';

/** Any JSON object; handlers read the few fields they need. */
export type WebhookPayload = Readonly<Record<string, unknown>>;

export interface Webhook {
  readonly guid: string;
  readonly event: string;
  readonly payload: WebhookPayload;
  /** The payload as it was signed. */
  readonly text: string;
  readonly receivedAt: Date;
}

export interface Accepted {
  /** `ignored`: nobody here listens to this event, so nothing is stored. */
  readonly received: Received | 'ignored';
  readonly action: string | null;
  readonly jobs: number;
}

/** Resolves after commit. @throws whatever a handler's `parse` throws: nothing is stored then. */
export type Accept = (webhook: Webhook) => Promise<Accepted>;

/** The jobs that a webhook makes; null when nobody listens to such events. */
export type JobsFor = (event: string, action: string | null, payload: WebhookPayload) => readonly JobSpec[] | null;

const ACTION = /^[a-z_]{1,64}$/;

/** One that we listen to and that makes no job is noted without its payload, so that nobody takes it for lost. */
export function createAccept(receiver: Receiver, jobsFor: JobsFor): Accept {
  return async ({ guid, event, payload, text, receivedAt }) => {
    const action = typeof payload.action === 'string' && ACTION.test(payload.action) ? payload.action : null;
    const jobs = jobsFor(event, action, payload);
    if (jobs === null) return { received: 'ignored', action, jobs: 0 };
    const ids = { installationId: idOf(payload.installation), repositoryId: idOf(payload.repository) };
    const kept = jobs.length === 0 ? null : text;
    const received = await receiver.receive({ guid, event, action, ...ids, receivedAt, payload: kept }, jobs);
    return { received, action, jobs: jobs.length };
  };
}

/** Null when the text is no JSON object. */
export function parsePayload(text: string): WebhookPayload | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as WebhookPayload) : null;
  } catch {
    // Signed, but not JSON: the caller says so in its answer.
    return null;
  }
}

function idOf(value: unknown): number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'number' && Number.isSafeInteger(id) ? id : null;
}
