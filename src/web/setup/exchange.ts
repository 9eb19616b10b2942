/** Trades the code that GitHub sent back for the App's keys. */
import { z } from 'zod';
import { errorCode } from '../../core/error-code.js';
import type { GitHubSite } from '../../core/github-site.js';
import { UserError } from '../../core/user-error.js';

/** GitHub answers in well under a second; an Enterprise Server behind a VPN may take longer. */
const TIME_LIMIT_MS = 20_000;

const conversion = z.object({
  id: z.int().positive(),
  slug: z.string().min(1),
  name: z.string(),
  html_url: z.url({ protocol: /^https?$/ }),
  owner: z.object({ login: z.string(), type: z.string().optional() }),
  client_id: z.string().min(1),
  client_secret: z.string().min(1),
  webhook_secret: z.string().nullish(),
  pem: z.string().includes('PRIVATE KEY-----'),
});

/** The App as GitHub registered it. */
export type Registration = z.infer<typeof conversion>;

/** The exchange failed; with `retryable` the same code may still work. */
export class ExchangeError extends UserError {
  readonly retryable: boolean;

  constructor(message: string, options: { readonly retryable: boolean; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.retryable = options.retryable;
  }
}

/**
 * `POST /app-manifests/{code}/conversions`: needs no authentication, works once, within an hour.
 * @throws ExchangeError that says what happened and what to do.
 */
export async function exchangeCode(site: GitHubSite, code: string, fetcher: typeof fetch): Promise<Registration> {
  const response = await post(site, code, fetcher);
  if (response.status === 404 || response.status === 422) {
    throw new ExchangeError(
      `${site.url} does not accept this code: a code works once and for one hour. The App itself may exist by now: delete it under Settings → Developer settings → GitHub Apps, then start again.`,
      { retryable: false },
    );
  }
  if (response.status !== 201) {
    throw new ExchangeError(`${site.apiUrl} answered with status ${response.status}. Wait a minute and try again.`, {
      retryable: true,
    });
  }
  // A body that is no JSON is told below, like one that lacks something.
  const result = conversion.safeParse(await response.json().catch(() => undefined));
  if (result.success) return result.data;
  // The paths only: the answer holds the private key.
  const missing = result.error.issues.map((issue) => issue.path.join('.') || 'the whole answer').join(', ');
  throw new ExchangeError(
    `${site.apiUrl} answered, but not as GitHub does (${missing}). Is this the address of a GitHub server?`,
    { retryable: false },
  );
}

async function post(site: GitHubSite, code: string, fetcher: typeof fetch): Promise<Response> {
  const url = `${site.apiUrl}/app-manifests/${encodeURIComponent(code)}/conversions`;
  try {
    return await fetcher(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
      headers: {
        accept: 'application/vnd.github+json',
        'user-agent': 'seaworthy-setup',
        'x-github-api-version': '2022-11-28',
      },
    });
  } catch (cause) {
    throw new ExchangeError(
      `${site.apiUrl} cannot be reached from this machine (${reasonOf(cause)}). ${wayOut(cause)}`,
      {
        retryable: true,
        cause,
      },
    );
  }
}

/** `fetch` hides what happened in the cause of a "fetch failed". */
function reasonOf(error: unknown): string {
  const { name, message, cause } = error as { name?: string; message?: string; cause?: unknown };
  if (name === 'TimeoutError') return `no answer within ${TIME_LIMIT_MS / 1000} s`;
  return errorCode(cause) ?? message ?? 'unknown reason';
}

function wayOut(error: unknown): string {
  return /CERT|SELF_SIGNED|ISSUER/.test(reasonOf(error))
    ? 'Its certificate comes from an authority that Node.js does not know: stop, set NODE_EXTRA_CA_CERTS to its file, and start again.'
    : 'Check the connection, then try again.';
}
