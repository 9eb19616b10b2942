/** What can go wrong with GitHub, told apart purely; no error here carries a body, a header or a token. */

/** The call that failed: the route is a template or a path, never with values of a query. */
export interface Call {
  readonly method: string;
  readonly route: string;
}

interface Details {
  readonly status?: number;
  /** GitHub's own name of the request, for their support. */
  readonly requestId?: string;
}

/** Base of everything that the gateway throws. */
export abstract class GitHubError extends Error {
  readonly method: string;
  readonly route: string;
  readonly status: number | undefined;
  readonly requestId: string | undefined;

  constructor(what: string, call: Call, details: Details = {}) {
    super(`GitHub: ${what} (${call.method} ${call.route})`);
    this.name = new.target.name;
    this.method = call.method;
    this.route = call.route;
    this.status = details.status;
    this.requestId = details.requestId;
  }
}

/** Nothing may be asked before `until`; whoever asked has to come back then. */
export class RateLimited extends GitHubError {
  constructor(
    call: Call,
    readonly until: Date,
    readonly limit: 'primary' | 'secondary' | 'pacing',
    details: Details = {},
  ) {
    super(`${limit} rate limit until ${until.toISOString()}`, call, details);
  }
}

/** It is not there, or this installation may not know that it is. */
export class NotFound extends GitHubError {}

/** 410: switched off, as issues are in most forks. */
export class Gone extends GitHubError {}

/** The credentials are not accepted (any more). */
export class Unauthorized extends GitHubError {}

/** 403 that is no limit; `needs` is what GitHub says would have sufficed, as `issues=write`. */
export class Forbidden extends GitHubError {
  constructor(
    what: string,
    call: Call,
    details: Details = {},
    readonly reason: 'permission' | 'suspended' | 'archived' | 'other' = 'other',
    readonly needs?: string,
  ) {
    super(what, call, details);
  }
}

/** 409: an empty repository, or somebody else was faster. */
export class Conflict extends GitHubError {}

/** 422; `fields` names what GitHub did not like, as `Issue.body:custom`, never the values. */
export class Unprocessable extends GitHubError {
  constructor(
    call: Call,
    readonly fields: readonly string[],
    details: Details = {},
  ) {
    super(`not accepted${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`, call, details);
  }
}

/** More bytes than the caller allowed. */
export class TooLarge extends GitHubError {}

/** 5xx, network or time out. `ambiguous`: a write that may have happened all the same, so look before repeating it. */
export class Transient extends GitHubError {
  constructor(
    what: string,
    call: Call,
    details: Details,
    readonly ambiguous: boolean,
  ) {
    super(what, call, details);
  }
}

/** `git` could not do it; `detail` is what it said, without token. Only `time` and `failed` are worth a repetition. */
export class GitFailed extends GitHubError {
  constructor(
    command: string,
    readonly reason: 'time' | 'size' | 'refused' | 'missing' | 'failed',
    readonly detail: string,
  ) {
    super(`git ${command}: ${GIT_REASONS[reason]}`, { method: 'git', route: command });
  }
}

const GIT_REASONS = {
  time: 'took too long',
  size: 'more data than allowed',
  refused: 'the credentials are not accepted',
  missing: 'the repository or the commit is not there',
  failed: 'failed',
} as const;

/** An answer that we know no meaning of; not worth repeating. */
export class Unexpected extends GitHubError {}

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
    case 401:
      return new Unauthorized('the credentials are not accepted', call, details);
    case 403:
      return forbidden(answer, call, details);
    case 404:
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
  for (let at = error, depth = 0; depth < 5 && at instanceof Error; at = at.cause, depth++) {
    if (at.name === 'TimeoutError') return new Transient('no answer in time', call, {}, isWrite(call));
    const { code } = at as { code?: unknown };
    if (typeof code === 'string' && WORD.test(code)) {
      return new Transient(`no answer, ${code}`, call, {}, isWrite(call) && !NEVER_SENT.has(code));
    }
  }
  return new Transient('no answer', call, {}, isWrite(call));
}

/** With these nothing reached GitHub. */
const NEVER_SENT: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

function isWrite({ method, route }: Call): boolean {
  return method !== 'GET' && method !== 'HEAD' && !route.endsWith('/graphql');
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
