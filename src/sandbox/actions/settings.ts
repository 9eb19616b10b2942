/** Changes settings of a repository, as an administrator does, with the webhook of the security features. */
import type { Repository } from '../state/model.js';
import type { RepositorySettings } from '../state/settings.js';
import { securityView } from '../views/settings.js';
import type { Actor, World } from '../world.js';

const SECURITY: readonly (keyof RepositorySettings)[] = ['secretScanning', 'pushProtection', 'securityUpdates'];

export function changeSettings(
  world: World,
  actor: Actor,
  repo: Repository,
  change: Partial<RepositorySettings>,
): void {
  const before = repo.settings;
  repo.settings = { ...before, ...change };
  if (SECURITY.every((key) => before[key] === repo.settings[key])) return;
  world.emit({
    name: 'security_and_analysis',
    repository: repo,
    sender: actor.user,
    payload: { changes: { from: { security_and_analysis: securityView(before) } } },
  });
}
