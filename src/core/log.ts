/** What our parts need from a logger; pino fits as it is. Messages are constant text, data goes into fields. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Says nothing; for tests and one-off commands. */
export const silentLog: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

function quiet(): void {
  return;
}
