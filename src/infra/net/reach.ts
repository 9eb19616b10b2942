/** Where a request to a URL may go: its name is looked up once, every address is checked, and these addresses are connected to. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { AddressGuard } from './address-guard.js';
import { Refused, Unreachable } from './errors.js';

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** All addresses of a name. @throws Error as `dns.lookup`. */
export type Resolve = (hostname: string) => Promise<readonly Address[]>;

export const resolveByDns: Resolve = async (hostname) => {
  const found = await lookup(hostname, { all: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
};

/** Names that only mean something inside: single words, and the endings that are set aside for that. */
const INSIDE = /^(?:[^.]+|.*\.(?:localhost|local|internal|intranet|home\.arpa|lan|corp|private))\.?$/i;

/**
 * The addresses to connect to, all of them allowed; null where only the proxy knows the name. One address that is refused refuses
 * the name: a name that leads outside and inside is a trap.
 * @throws Refused for what we never ask; Unreachable for a name that nobody knows.
 */
export async function addressesOf(
  url: URL,
  options: { readonly mayReach: AddressGuard; readonly resolve: Resolve; readonly isProxied: boolean },
): Promise<readonly Address[] | null> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Refused(`${url.protocol} is not asked, only https: and http:`);
  if (url.username !== '' || url.password !== '')
    throw new Refused('an address with a user name or password in it is not asked');
  const name = url.hostname.replace(/^\[(?<inner>.*)\]$/, '$<inner>');
  const literal = isIP(name);
  const known =
    literal === 0 ? await resolved(name, options) : [{ address: name, family: literal === 6 ? 6 : 4 } as const];
  const outside = known?.filter(({ address }) => !options.mayReach(address)) ?? [];
  if (outside.length > 0) throw new Refused(`${url.hostname} leads to an address that is not on the public Internet`);
  if (known === null && INSIDE.test(name)) throw new Refused(`${url.hostname} is a name of an inner network`);
  return known;
}

async function resolved(
  name: string,
  { resolve, isProxied }: { readonly resolve: Resolve; readonly isProxied: boolean },
): Promise<readonly Address[] | null> {
  try {
    const found = await resolve(name);
    if (found.length > 0) return found;
  } catch (cause) {
    if (!isProxied) throw new Unreachable(`${name} is no name that can be found`, 'name', { cause });
  }
  if (!isProxied) throw new Unreachable(`${name} has no address`, 'name');
  // Behind a proxy names of the outside often cannot be looked up: the proxy knows, and decides.
  return null;
}
