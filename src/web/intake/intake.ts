/** Where webhooks come in: checked, stored together with their jobs, acknowledged. Nothing else happens in the request. */
import { Hono } from 'hono';
import { type Accept, parsePayload } from '../../infra/queue/accept.js';
import { readBody } from './read-body.js';
import { isSigned } from './verify.js';
import type { Clock } from '../../core/clock.js';
import type { Log } from '../../core/log.js';

export interface IntakeOptions {
  /** Stores a webhook and its jobs, or finds that nobody here cares. */
  readonly accept: Accept;
  /** The current secret, and the previous one while it is being changed. */
  readonly secrets: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
  /** Told about every request, for figures. */
  readonly onAnswer?: (answer: Answer, ms: number) => void;
}

export const WEBHOOK_PATH = '/api/github/webhooks';

/** Every answer there is: fixed texts, so that nothing of the request or of an error comes back. */
const ANSWERS = {
  stored: { status: 202, text: 'Accepted.' },
  ignored: { status: 202, text: 'Accepted; nothing here handles this event.' },
  seen: { status: 200, text: 'Seen before.' },
  'bad-type': { status: 415, text: 'Set the content type of the webhook to application/json.' },
  'bad-headers': { status: 400, text: 'Headers of a GitHub webhook are missing or malformed.' },
  'too-large': { status: 413, text: 'The body is over 25 MiB.' },
  'bad-signature': { status: 401, text: 'The signature does not fit.' },
  'bad-body': { status: 400, text: 'The body is not a JSON object.' },
  failed: { status: 500, text: 'Not stored. Redeliver it later.' },
} as const;

export type Answer = keyof typeof ANSWERS;

interface Seen {
  answer: Answer;
  guid?: string;
  event?: string;
  action?: string | null;
  bytes?: number;
  jobs?: number;
  /** Name of the error only: its message could repeat the payload. */
  error?: string;
}

const GUID = /^[\w-]{8,100}$/;
const EVENT = /^[a-z_]{1,64}$/;
const JSON_TYPE = /^application\/json\s*(?:;|$)/i;

/** @throws RangeError without a secret: everybody could sign then. */
export function createIntake(options: IntakeOptions): Hono {
  if (options.secrets.length === 0 || options.secrets.includes(''))
    throw new RangeError('Webhooks are not accepted without a secret');
  const app = new Hono();
  app.post(WEBHOOK_PATH, async (context) => {
    const begin = options.clock.now();
    const seen: Seen = { answer: 'failed' };
    try {
      seen.answer = await take(context.req.raw, seen, begin, options);
    } catch (error) {
      seen.error = error instanceof Error ? error.name : typeof error;
    }
    const ms = options.clock.now().getTime() - begin.getTime();
    const { status, text } = ANSWERS[seen.answer];
    options.log[status < 300 ? 'info' : status < 500 ? 'warn' : 'error']({ ...seen, status, ms }, 'Webhook');
    options.onAnswer?.(seen.answer, ms);
    return context.text(`${text}\n`, status);
  });
  return app;
}

async function take(request: Request, seen: Seen, receivedAt: Date, options: IntakeOptions): Promise<Answer> {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) return 'bad-type';
  const guid = request.headers.get('x-github-delivery') ?? '';
  const event = request.headers.get('x-github-event') ?? '';
  const signature = request.headers.get('x-hub-signature-256') ?? '';
  if (!GUID.test(guid) || !EVENT.test(event)) return 'bad-headers';
  // Only what has the shape of an id is logged: header values may hold anything.
  seen.guid = guid;
  seen.event = event;
  const body = await readBody(request);
  if (body === null) return 'too-large';
  seen.bytes = body.length;
  if (!isSigned(body, signature, options.secrets)) return 'bad-signature';
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  const payload = parsePayload(text);
  if (payload === null) return 'bad-body';
  const { received, action, jobs } = await options.accept({ guid, event, payload, text, receivedAt });
  seen.action = action;
  seen.jobs = jobs;
  return received;
}
