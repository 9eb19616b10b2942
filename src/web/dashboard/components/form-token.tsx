/** The hidden field that every form carries: without it, or with that of another form, nothing happens. */
import type { Session } from '../access/env.js';

/** The name of the field. */
export const FORM_TOKEN = 'form-token';

/** The name of the field that tells when the page was made on which a decision is taken: what changed since was not seen. */
export const SEEN_AT = 'seen-at';

/** @param path the path that the form posts to */
export function FormToken({ session, path }: { readonly session: Session; readonly path: string }) {
  return <input type="hidden" name={FORM_TOKEN} value={session.formToken(path)} />;
}
