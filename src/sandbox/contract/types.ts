/** The words of the contract between our App and GitHub's REST API: a request, a refusal, and a violation on record. */

/** Permission key (`issues`) to level, as an installation token carries them. */
export type Permissions = Readonly<Record<string, string>>;

export interface ContractRequest {
  readonly method: string;
  /** Without the `/api/v3` prefix and without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** The parsed JSON body, or undefined when none was sent. */
  readonly body: unknown;
  /** What the installation token grants; null for every other caller (App JWT, user, nobody). */
  readonly permissions: Permissions | null;
  /** Lower-case names. Only conditional headers are looked at. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** One entry of GitHub's `errors` array. */
export interface FieldError {
  readonly resource: string;
  readonly field: string;
  readonly code: 'missing_field' | 'invalid' | 'custom';
  readonly message: string;
}

/** An answer in GitHub's own shape, to be sent instead of doing what was asked. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 422;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: {
    readonly message: string;
    readonly documentation_url: string;
    readonly status: string;
    readonly errors?: readonly FieldError[];
  };
}

/** A request of ours that GitHub would not have taken, kept so that tests and the demo can show there was none. */
export interface Violation {
  readonly method: string;
  readonly path: string;
  readonly operation: string | null;
  readonly status: Refusal['status'];
  readonly reasons: readonly string[];
}

export interface Contract {
  /** Null: go on. Otherwise answer this; it is also added to `violations`. */
  validate(request: ContractRequest): Refusal | null;
  readonly violations: readonly Violation[];
}
