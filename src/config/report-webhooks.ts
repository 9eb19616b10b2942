/** Reads REPORT_WEBHOOKS: which organisation has an address for its reports under which name. */
import { UserError } from '../core/user-error.js';

const ENTRY = /^(?<account>[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)\/(?<name>[a-z0-9]+(?:-[a-z0-9]+)*)=(?<url>.+)$/;

/**
 * `harbour/launches=https://…` with blanks or line breaks between the entries.
 * @returns addresses by `organisation/name`, in lower case
 * @throws UserError without the addresses: they are secrets.
 */
export function parseReportWebhooks(text: string): ReadonlyMap<string, string> {
  const webhooks = new Map<string, string>();
  for (const [index, entry] of text.split(/\s+/).filter(Boolean).entries()) {
    const which = `has an entry (number ${index + 1})`;
    const { account, name, url } = ENTRY.exec(entry)?.groups ?? {};
    if (account === undefined || name === undefined || url === undefined)
      throw new UserError(`${which} that does not look like organisation/name=https://…`);
    const key = `${account}/${name}`.toLowerCase();
    if (!URL.canParse(url) || new URL(url).protocol !== 'https:')
      throw new UserError(`${which}, ${key}, whose address does not begin with https://`);
    if (webhooks.has(key)) throw new UserError(`has two entries for ${key}`);
    webhooks.set(key, url);
  }
  return webhooks;
}
