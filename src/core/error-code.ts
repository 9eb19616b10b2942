/** The `code` that Node and the database put on their errors (`ENOENT`, `23505`); undefined where there is none. */
export function errorCode(error: unknown): unknown {
  // By shape: under Jest, Node's own errors are instances of another realm's Error.
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
