/** Whether browsers ship with the sites on their list; asked only for those that ask to be on it, as the list is public. */
import { z } from 'zod';
import { parseHsts } from '../../domain/site/judges/hsts.js';
import { isPage, valuesOf } from '../../domain/site/site.js';
import { Unreachable } from '../../infra/net/errors.js';
import type { GuardedFetch } from '../../infra/net/guarded-fetch.js';
import { defineSource, Hidden, webOf } from '../_source.js';
import { sites } from './sites.js';

export interface Preload {
  readonly target: string;
  /** Null where the header does not ask for it, and so nobody was asked. */
  readonly isListed: boolean | null;
}

/** @see https://hstspreload.org/ */
const LIST = 'https://hstspreload.org/api/v2/status?domain=';
const answer = z.object({ status: z.string() });

export const preload = defineSource<readonly Preload[]>({
  name: 'the preload list',
  async read(origin, get, signal) {
    const { fetchFromOutside } = webOf(origin);
    const found = await get(sites);
    const value = await Promise.all(
      (found.value ?? []).map(async ({ target, https }) => {
        const hsts = isPage(https) ? parseHsts(valuesOf(https, 'strict-transport-security')) : null;
        const asks = hsts?.preload === true && hsts.includesSubdomains;
        return { target, isListed: asks ? await isListed(fetchFromOutside, new URL(target).hostname, signal) : null };
      }),
    );
    return { value, where: found.where };
  },
});

/** A listed domain holds for every name below it. */
async function isListed(fetch: GuardedFetch, hostname: string, signal: AbortSignal): Promise<boolean> {
  const labels = hostname.split('.');
  const domains = labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
  for (const domain of domains.slice(-4).toReversed()) {
    try {
      const { body } = await fetch(`${LIST}${encodeURIComponent(domain)}`, { signal, maxBytes: 10_000 });
      if (answer.parse(JSON.parse(new TextDecoder().decode(body))).status === 'preloaded') return true;
    } catch (error) {
      if (error instanceof Unreachable) throw new Hidden(`the list cannot be asked: ${error.message}`);
      throw error;
    }
  }
  return false;
}
