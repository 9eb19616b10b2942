/** The process cannot start, and the person who started it can mend it: the message says how. Printed without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
