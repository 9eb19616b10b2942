/** What an App is allowed and hears of, by GitHub's words for it. */

/** Permissions as `{ issues: 'write' }`, events as in `app.yml`. */
export interface Granted {
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}
