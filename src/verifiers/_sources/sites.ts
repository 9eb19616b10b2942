/** Every site that the policy names, looked at once a run. */
import type { Site } from '../../domain/site/site.js';
import { defineSource, Hidden, type Origin, webOf } from '../_source.js';
import { lookAtSite } from './look-at-site.js';

export const sites = defineSource<readonly Site[]>({
  name: 'the sites',
  async read(origin, _, signal) {
    const targets = targetsOf(origin);
    const { fetch } = webOf(origin);
    const value = await Promise.all(targets.map((target) => lookAtSite(fetch, target, signal)));
    return { value, where: targets.join(' ') };
  },
});

/** @throws Hidden when the policy names none. */
export function targetsOf(origin: Origin): readonly string[] {
  const { targets } = webOf(origin);
  if (targets.length === 0) throw new Hidden('no address is named: `targets:` in the policy');
  return targets;
}
