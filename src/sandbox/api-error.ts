/** A refusal in the shape of GitHub's error bodies; thrown by whatever carries out an action, for people and Apps alike. */
export interface FieldError {
  readonly resource: string;
  readonly field: string;
  readonly code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'unprocessable' | 'custom';
  readonly message?: string;
}

export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    message: string,
    readonly errors?: readonly unknown[],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

export function notFound(): ApiError {
  return new ApiError(404, 'Not Found');
}

export function invalid(...errors: readonly FieldError[]): ApiError {
  return new ApiError(422, 'Validation Failed', errors);
}

export function forbidden(message = 'Resource not accessible by integration'): ApiError {
  return new ApiError(403, message);
}
