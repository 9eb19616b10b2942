/** What can go wrong with GitHub; no error here carries a body, a header or a token. `classify.ts` tells them apart. */

/** The call that failed: the route is a template or a path, never with values of a query. */
export interface Call {
  readonly method: string;
  readonly route: string;
}

export interface Details {
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

/** 304: what was asked about by its ETag is as it was. */
export class NotModified extends GitHubError {}

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
