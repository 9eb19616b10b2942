/** Settings of a repository as JSON. */
import type { RepositorySettings } from '../state/settings.js';
import type { Json } from './people.js';

const status = (isOn: boolean): Json => ({ status: isOn ? 'enabled' : 'disabled' });

/** As `GET /repos/{owner}/{repo}` shows it to administrators. */
export function securityView(settings: RepositorySettings): Json {
  return {
    secret_scanning: status(settings.secretScanning),
    secret_scanning_push_protection: status(settings.pushProtection),
    dependabot_security_updates: status(settings.securityUpdates),
    secret_scanning_non_provider_patterns: status(false),
    secret_scanning_validity_checks: status(false),
  };
}

export function deployKeyView({ title, readOnly }: RepositorySettings['deployKeys'][number], id: number): Json {
  return {
    id,
    title,
    key: 'ssh-ed25519 AAAA',
    verified: true,
    read_only: readOnly,
    created_at: '2026-01-01T00:00:00Z',
  };
}

export function hookView({ url, hasSecret, insecureSsl }: RepositorySettings['hooks'][number], id: number): Json {
  const config = {
    url,
    content_type: 'json',
    insecure_ssl: insecureSsl ? '1' : '0',
    ...(hasSecret && { secret: '********' }),
  };
  return { type: 'Repository', id, name: 'web', active: true, events: ['push'], config };
}
