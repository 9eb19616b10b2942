/** Whether a body was signed by somebody who knows the webhook secret. */
import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'sha256=';

/**
 * Checks `X-Hub-Signature-256` against every secret in constant time. More than one secret is valid while the secret is
 * being changed.
 * @see https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
 */
export function isSigned(body: Uint8Array, signature: string, secrets: readonly string[]): boolean {
  const given = Buffer.from(signature);
  let valid = false;
  for (const secret of secrets) {
    const expected = Buffer.from(PREFIX + createHmac('sha256', secret).update(body).digest('hex'));
    // No early end: the time taken must not tell which secret fits.
    if (given.length === expected.length && timingSafeEqual(given, expected)) valid = true;
  }
  return valid;
}
