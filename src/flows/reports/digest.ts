/** Sends the weekly digest, to each address once a week: late rather than never, and never twice. */
import { errorCode } from '../../core/error-code.js';
import { slackMessage, jsonDigest, type Digest } from '../../domain/reports/digest.js';
import { webhookOf } from '../../domain/reports/problems.js';
import { dueDigest } from '../../domain/reports/schedule.js';
import type { ReportsPolicy } from '../../domain/policy/index.js';
import type { Db } from '../../infra/db/database.js';
import { effectsBegun, forgetEffect, once } from '../../infra/db/effects.js';
import { Refused, Unreachable } from '../../infra/net/errors.js';
import type { GuardedFetch } from '../../infra/net/guarded-fetch.js';
import { type JobSpec, RetryAt } from '../../infra/queue/types.js';
import type { Context } from '../context.js';
import { readReporting, servicesOf } from './organisation.js';

/** What takes a digest, and what it is sent there. */
const KINDS = {
  slack: (digest: Digest): object => slackMessage(digest),
  json: (digest: Digest): object => jsonDigest(digest),
} as const;

type Kind = keyof typeof KINDS;

/** Until the next try, in milliseconds; it is tried on until the next digest is due. */
const AGAIN = 30 * 60_000;

/** An address that the policy names, and the effect by which it is known that this week's was sent there. */
interface Addressed {
  readonly kind: Kind;
  readonly name: string;
  readonly key: string;
}

function addressed(policy: ReportsPolicy, installationId: number, week: string): readonly Addressed[] {
  if (policy.digest === 'off') return [];
  const names: readonly (readonly [Kind, string | null])[] = [
    ['slack', policy.slackWebhook],
    ['json', policy.webhook],
  ];
  return names.flatMap(([kind, name]) =>
    name === null ? [] : [{ kind, name, key: `digest:${installationId}:${week}:${kind}` }],
  );
}

/** True where this week's digest was not yet sent to everybody. From the database only. */
export async function isDigestDue(
  policy: ReportsPolicy,
  installationId: number,
  { db, now }: { readonly db: Db; readonly now: Date },
): Promise<boolean> {
  const wanted = addressed(policy, installationId, dueDigest(policy, now).week).map(({ key }) => key);
  return wanted.length > 0 && (await effectsBegun(db, wanted)) < wanted.length;
}

export function digestJob(installationId: number): JobSpec {
  const line = `digest:${installationId}`;
  return { handler: 'send-digest', subject: line, key: line, installationId, data: {} };
}

export async function sendDigest(context: Context): Promise<void> {
  const { clock, job, log } = context;
  const reporting = await readReporting(context);
  if (reporting === null) return;
  const { organisation, policy } = reporting;
  const { week, day } = dueDigest(policy, clock.now());
  const wanted = addressed(policy, job.installationId, week).flatMap(({ kind, name, key }) => {
    const url = webhookOf(reporting, name);
    if (url !== undefined) return [{ kind, key, url }];
    // Told on the System page; the digest goes out late once whoever runs us has set it.
    log.warn({ kind, name }, 'the digest has no address: REPORT_WEBHOOKS does not have this name');
    return [];
  });
  if (wanted.length === 0) return;
  const digest = { organisation, day, services: await servicesOf({}, context) };
  let again = false;
  for (const { kind, key, url } of wanted) again = !(await sendOnce(key, url, KINDS[kind](digest), context)) || again;
  if (again) throw new RetryAt(new Date(clock.now().getTime() + AGAIN), { scope: 'job' });
}

/** False when it certainly did not arrive and may yet. The address is in no log: whoever knows it may write there. */
async function sendOnce(key: string, url: string, body: object, context: Context): Promise<boolean> {
  const { db, clock, web, log } = context;
  try {
    const outcome = await once<Outcome>(db, clock, key, {
      // The process ended between sending and noting it: it may have arrived, and nobody wants it twice.
      look: async () => 'perhaps',
      act: () => post(web.fetch, url, body),
    });
    if (outcome !== 'sent') log.warn({ key, outcome }, 'this week a digest did not arrive, or perhaps not');
    return true;
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
    await forgetEffect(db, key);
    log.warn({ key, because: error.message }, 'a digest could not be sent yet');
    return false;
  }
}

/** `refused`: the address takes none, and would not the next time either. */
type Outcome = 'sent' | 'perhaps' | 'refused';

/** Nothing arrived, and another try may do. */
class NotYet extends Error {
  override readonly name = 'NotYet';
}

/** Where these are why, nothing was sent. */
const BEFORE_SENDING = ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'];

/** @throws NotYet */
async function post(fetch: GuardedFetch, url: string, body: object): Promise<Outcome> {
  try {
    const { status } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      maxBytes: 10_000,
    });
    if (status >= 200 && status < 300) return 'sent';
    if (status === 408 || status === 429 || status >= 500) throw new NotYet(`status ${status}`);
    return 'refused';
  } catch (error) {
    if (error instanceof Refused) return 'refused';
    if (!(error instanceof Unreachable)) throw error;
    const wasSent =
      error.reason === 'time' ||
      error.reason === 'answer' ||
      (error.reason === 'connection' && !BEFORE_SENDING.includes(errorCode(error.cause) ?? ''));
    if (wasSent) return 'perhaps';
    throw new NotYet(error.reason, { cause: error });
  }
}
