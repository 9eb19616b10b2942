/** The `code` that Node gives its errors (`ENOENT`, `ECONNREFUSED`). */

/**
 * The code of a thrown value, if it has one. Looks at the shape, not the class: an error from another realm
 * (a worker, a test's sandbox) is no instance of our `Error`.
 */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
