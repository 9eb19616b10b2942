/** What every answer of the dashboard says to browsers: nothing runs, loads, frames or remembers it but what we serve. */
import type { MiddlewareHandler } from 'hono';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not `no-referrer`: then browsers send `Origin: null` with our own forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  // What one person saw is nobody else's, and not theirs any more once they are signed out.
  'cache-control': 'no-store',
};

/** A year. */
const HSTS = 'max-age=31536000';

/** A route that sets one of them itself knows better: what is public may be kept, a badge may be shown elsewhere. */
export function securityHeaders(publicUrl: string | null): MiddlewareHandler {
  const isHttps = publicUrl?.startsWith('https://') === true;
  const all = Object.entries({ ...HEADERS, ...(isHttps ? { 'strict-transport-security': HSTS } : {}) });
  return async (context, next) => {
    await next();
    for (const [name, value] of all) if (!context.res.headers.has(name)) context.header(name, value);
  };
}
