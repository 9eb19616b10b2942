/** The two ways to addresses that people name: ours, and that of somebody on the Internet. */
import { createAddressGuard } from './address-guard.js';
import { createGuardedFetch, type GuardedFetch, type GuardedFetchOptions } from './guarded-fetch.js';

export interface WebOptions extends Pick<GuardedFetchOptions, 'proxyFor'> {
  /** Ranges that the operator allows besides public addresses. */
  readonly allowed: readonly string[];
  readonly version: string;
  /** Where those who are asked learn who asks; null for none. */
  readonly about: string | null;
}

export interface WebAccess {
  readonly fetch: GuardedFetch;
  /** Never to inner addresses, whatever the operator allows. */
  readonly fetchFromOutside: GuardedFetch;
}

/** @throws UserError naming what is no range. */
export function createWebAccess({ allowed, version, about, proxyFor }: WebOptions): WebAccess {
  const userAgent = `Seaworthy/${version}${about === null ? '' : ` (+${about})`}`;
  const through = (ranges: readonly string[]) =>
    createGuardedFetch({ mayReach: createAddressGuard(ranges), proxyFor, userAgent });
  return { fetch: through(allowed), fetchFromOutside: through([]) };
}
