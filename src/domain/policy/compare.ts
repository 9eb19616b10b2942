/** What another policy would change for a repository: the dry run of a pull request, and who has to be written anew after it. */
import type { EffectivePolicy, GatePolicy } from './effective.js';
import { highestNames } from './names.js';

export interface Difference {
  /** Names of checklists. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Other keys whose value differs, as written in the file, such as `waivers.HIGH.days`. */
  readonly keys: readonly string[];
}

/** Null when nothing differs that counts for the repository. */
export function compare(before: EffectivePolicy, after: EffectivePolicy): Difference | null {
  const was = highestNames(before.checklists);
  const is = highestNames(after.checklists);
  const added = is.filter((name) => !was.includes(name));
  const removed = was.filter((name) => !is.includes(name));
  const values = valuesOf(before);
  const keys = [...valuesOf(after)].filter(([key, value]) => values.get(key) !== value).map(([key]) => key);
  return added.length + removed.length + keys.length === 0 ? null : { added, removed, keys };
}

/** Every value but the checklists by its key, as text that can be compared and shown. */
export function valuesOf(policy: EffectivePolicy): ReadonlyMap<string, string> {
  const { waivers } = policy;
  return new Map<string, string>([
    ['not_applicable', JSON.stringify(policy.notApplicable)],
    ['teams.security', policy.teams.security.join(', ')],
    ['risk', policy.risk ?? ''],
    ['launch', policy.launch ?? ''],
    ['champion', policy.champion ?? ''],
    ['should_counts_from', policy.shouldCountsFrom],
    ...Object.entries(waivers).flatMap(([level, { days, approvers }]): [string, string][] => [
      [`waivers.${level}.days`, String(days)],
      [`waivers.${level}.approvers`, String(approvers)],
    ]),
    ['evidence.max_age_days', String(policy.evidence.maxAgeDays)],
    ['when_closed', policy.whenClosed],
    ['scan.blocks_from', policy.scan.blocksFrom],
    ['scan.confidence', policy.scan.confidence],
    ['scan.history', policy.scan.history],
    ['scan.dismissed', JSON.stringify(policy.scan.dismissed)],
    ['gates.branches', ['the default branch', ...policy.gates.branches].join(', ')],
    ...gateValues('secrets', policy.gates.secrets),
    ...gateValues('launch', policy.gates.launch),
    ['gates.launch.when_unable', policy.gates.launch.whenUnable],
    ...gateValues('deployments', policy.gates.deployments),
    ['gates.deployments.environments', policy.gates.deployments.environments.join(', ')],
    ['gates.deployments.when_not_ready', policy.gates.deployments.whenNotReady],
    ['gates.statuses', String(policy.gates.statuses)],
    ['targets', JSON.stringify(policy.targets)],
    ['exposure', JSON.stringify(policy.exposure)],
  ]);
}

const gateValues = (name: string, { mode, enforceFrom }: GatePolicy): [string, string][] => [
  [`gates.${name}.mode`, mode],
  [`gates.${name}.enforce_from`, enforceFrom ?? ''],
];
