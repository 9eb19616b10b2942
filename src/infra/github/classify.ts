/** Turns what Octokit throws into our errors, purely, by status, headers and wording. */
import {
  type Call,
  Conflict,
  type Details,
  Forbidden,
  GitHubError,
  Gone,
  NotFound,
  NotModified,
  RateLimited,
  Transient,
  Unauthorized,
  Unexpected,
  Unprocessable,
} from './errors.js';

const SECOND = 1000;
/** GitHub: "wait for at least one minute" when a secondary limit names no time. */
const SECONDARY_WAIT = 60 * SECOND;
const MISSING_PERMISSION = /resource not accessible by|must have (admin|push|write) /i;
/** Token characters only, so that nothing a person wrote gets through. */
const WORD = /^[A-Za-z_][A-Za-z0-9_.]{0,63}$/;
const NEEDS = /^[a-z_]+=[a-z]+([,;] ?[a-z_]+=[a-z]+)*$/;

/** Turns whatever Octokit throws into one of ours; ours pass through. */
export function classify(error: unknown, call: Call, now: Date): GitHubError {
  if (error instanceof GitHubError) return error;
  const answer = readAnswer(error);
  if (answer === undefined) return networkError(error, call);
  if (answer.errorTypes.length > 0) return graphqlError(answer, call, now);
  const details = detailsOf(answer);
  const limited = rateLimit(answer, call, now);
  if (limited !== undefined) return limited;
  switch (answer.status) {
    case 304:
      return new NotModified('not modified', call, details);
    case 401:
      return new Unauthorized('the credentials are not accepted', call, details);
    case 403:
      return forbidden(answer, call, details);
    case 404:
      // Octokit fetches a token on the way to a call: then it is not what was asked for that is missing.
      if (isForToken(call)) return new Unauthorized('the installation is not there any more', call, details);
      return new NotFound('not found', call, details);
    case 409:
      return new Conflict('conflict', call, details);
    case 410:
      return new Gone('switched off or gone', call, details);
    case 422:
      return new Unprocessable(call, answer.fields, details);
    default:
      if (answer.status >= 500) {
        return new Transient(`answered ${answer.status}`, call, details, isWrite(call));
      }
      return new Unexpected(`answered ${answer.status}`, call, details);
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly message: string;
  readonly fields: readonly string[];
  /** Of GraphQL, which answers 200 to everything. */
  readonly errorTypes: readonly string[];
}

/** RequestError has `response`; GraphqlResponseError has `headers` and `errors`. Without either GitHub never answered. */
function readAnswer(error: unknown): Answer | undefined {
  const thrown = record(error);
  if (thrown.name === 'GraphqlResponseError') {
    const types = list(thrown.errors).map((entry) => String(record(entry).type ?? 'UNKNOWN'));
    return {
      status: 200,
      headers: record(thrown.headers),
      message: '',
      fields: [],
      errorTypes: types.length > 0 ? types : ['UNKNOWN'],
    };
  }
  if (typeof thrown.response !== 'object' || thrown.response === null) return undefined;
  const response = record(thrown.response);
  const data = record(response.data);
  return {
    status: Number(response.status ?? thrown.status),
    headers: record(response.headers),
    message: typeof data.message === 'string' ? data.message : '',
    fields: list(data.errors).flatMap(fieldOf),
    errorTypes: [],
  };
}

function fieldOf(entry: unknown): string[] {
  const { resource, field, code } = record(entry);
  const words = [resource, field].filter((word) => typeof word === 'string' && WORD.test(word));
  if (words.length === 0) return [];
  return [`${words.join('.')}${typeof code === 'string' && WORD.test(code) ? `:${code}` : ''}`];
}

/** 403 and 429 alike may be a limit; only the headers and the wording tell. */
function rateLimit(answer: Answer, call: Call, now: Date): RateLimited | undefined {
  if (answer.status !== 403 && answer.status !== 429) return undefined;
  const details = detailsOf(answer);
  const retryAfter = Number.parseInt(String(answer.headers['retry-after'] ?? ''), 10);
  if (Number.isFinite(retryAfter) && retryAfter >= 0) {
    return new RateLimited(call, new Date(now.getTime() + retryAfter * SECOND), 'secondary', details);
  }
  if (answer.headers['x-ratelimit-remaining'] === '0') {
    return new RateLimited(call, resetTime(answer, now), 'primary', details);
  }
  if (answer.status === 429 || /secondary rate|abuse detection/i.test(answer.message)) {
    return new RateLimited(call, new Date(now.getTime() + SECONDARY_WAIT), 'secondary', details);
  }
  return undefined;
}

/** One second later than GitHub says, whose clock is not ours; a minute when it says nothing sensible. */
function resetTime(answer: Answer, now: Date): Date {
  const reset = Number.parseInt(String(answer.headers['x-ratelimit-reset'] ?? ''), 10) * SECOND;
  return new Date(Number.isFinite(reset) && reset >= now.getTime() ? reset + SECOND : now.getTime() + SECONDARY_WAIT);
}

function forbidden(answer: Answer, call: Call, details: Details): Forbidden {
  const accepted = answer.headers['x-accepted-github-permissions'];
  const needs = typeof accepted === 'string' && NEEDS.test(accepted) ? accepted : undefined;
  if (MISSING_PERMISSION.test(answer.message)) {
    const what = needs === undefined ? 'a permission is missing' : `a permission is missing, needs ${needs}`;
    return new Forbidden(what, call, details, 'permission', needs);
  }
  if (/suspended/i.test(answer.message)) {
    return new Forbidden('the installation is suspended', call, details, 'suspended');
  }
  if (/archived/i.test(answer.message)) {
    return new Forbidden('the repository is archived', call, details, 'archived');
  }
  return new Forbidden('forbidden', call, details, 'other', needs);
}

function graphqlError(answer: Answer, call: Call, now: Date): GitHubError {
  const details = detailsOf(answer);
  if (answer.errorTypes.includes('RATE_LIMITED')) {
    return new RateLimited(call, resetTime(answer, now), 'primary', details);
  }
  if (answer.errorTypes.includes('FORBIDDEN')) return new Forbidden('forbidden', call, details, 'permission');
  if (answer.errorTypes.includes('NOT_FOUND')) return new NotFound('not found', call, details);
  return new Unexpected('the GraphQL query failed', call, details);
}

/** The code (`ECONNRESET`) is ours to show; the message may hold an address or more. */
function networkError(error: unknown, call: Call): GitHubError {
  const wasSent = isWrite(call);
  for (let at = error, depth = 0; depth < 5 && at instanceof Error; at = at.cause, depth++) {
    if (at.name === 'TimeoutError') return new Transient('no answer in time', call, {}, wasSent);
    const { code } = at as { code?: unknown };
    if (typeof code === 'string' && WORD.test(code)) {
      return new Transient(`no answer, ${code}`, call, {}, wasSent && !NEVER_SENT.has(code));
    }
  }
  return new Transient('no answer', call, {}, wasSent);
}

/** With these nothing reached GitHub. */
const NEVER_SENT: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

function isWrite({ method, route }: Call): boolean {
  return method !== 'GET' && method !== 'HEAD' && !route.endsWith('/graphql') && !isForToken({ method, route });
}

function isForToken({ route }: Call): boolean {
  return route.endsWith('/access_tokens');
}

function detailsOf(answer: Answer): Details {
  const requestId = answer.headers['x-github-request-id'];
  const known = typeof requestId === 'string' && /^[A-F0-9:]{1,64}$/i.test(requestId);
  return { status: answer.status, ...(known ? { requestId } : {}) };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
