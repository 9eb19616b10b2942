/** Decides which installations hear of an event, and builds the payload each of them gets. */
import type { Installation, Repository, User } from '../state/model.js';
import { accountView, type Json, organizationView } from '../views/people.js';
import { repositoryView } from '../views/repository.js';
import { nodeId, type World } from '../world.js';
import type { Deliverer } from './deliverer.js';

export interface WebhookEvent {
  readonly name: string;
  readonly action?: string;
  readonly repository?: Repository;
  /** For events of an organisation without a repository. */
  readonly organization?: string;
  readonly sender: User;
  /** Only this App hears of it: check runs and suites are between GitHub and their App. */
  readonly onlyApp?: number;
  /** The event is about this installation and goes to nobody else, suspended or not. */
  readonly installation?: Installation;
  readonly payload: Json;
  /** Overrides in `repository`: a push shows some of its fields differently. */
  readonly repositoryFields?: Json;
}

export type EmitWebhook = (event: WebhookEvent) => void;

/**
 * The permission without which an event is not delivered, whatever the subscription says.
 * @see https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  repository: ['metadata'],
  public: ['metadata'],
  label: ['metadata'],
  issues: ['issues'],
  issue_comment: ['issues', 'pull_requests'],
  push: ['contents'],
  create: ['contents'],
  delete: ['contents'],
  pull_request: ['pull_requests'],
  merge_group: ['merge_queues'],
  check_run: ['checks'],
  check_suite: ['checks'],
  status: ['statuses'],
  member: ['members'],
  membership: ['members'],
  organization: ['members'],
  team: ['members'],
  custom_property_values: ['organization_custom_properties'],
  branch_protection_rule: ['administration'],
  repository_ruleset: ['administration'],
  security_and_analysis: ['administration'],
  deployment_protection_rule: ['deployments'],
};

function hears(installation: Installation, event: WebhookEvent): boolean {
  if (event.installation !== undefined) return event.installation.id === installation.id;
  if (installation.suspendedAt !== null) return false;
  if (event.onlyApp !== undefined && event.onlyApp !== installation.appId) return false;
  const granted = (NEEDS[event.name] ?? []).some((permission) => installation.permissions[permission] !== undefined);
  const automatic = NEEDS[event.name]?.includes('checks') === true && installation.permissions.checks === 'write';
  return granted && (automatic || installation.events.includes(event.name));
}

function candidates(world: World, event: WebhookEvent): Installation[] {
  if (event.installation !== undefined) return [event.installation];
  if (event.repository !== undefined) return world.state.installationsOn(event.repository);
  return event.organization === undefined ? [] : world.state.installationsOf(event.organization);
}

/** The whole payload for one installation, in GitHub's order of keys. */
function envelope(world: World, event: WebhookEvent, installation: Installation): Json {
  const organization = world.state.organization(event.organization ?? event.repository?.owner ?? '');
  return {
    ...(event.action !== undefined && { action: event.action }),
    ...event.payload,
    ...(event.repository && {
      repository: { ...repositoryView(world, event.repository), ...event.repositoryFields },
    }),
    ...(organization && { organization: organizationView(world, organization) }),
    sender: accountView(world, event.sender.login),
    ...(event.installation === undefined && {
      installation: { id: installation.id, node_id: nodeId('MDIz', installation.id) },
    }),
  };
}

/** Payloads are written out at once: what is delivered later shows the state of now, as on GitHub. */
export function createEmitter(world: () => World, deliverer: Deliverer): EmitWebhook {
  return (event) => {
    for (const installation of candidates(world(), event)) {
      if (!hears(installation, event)) continue;
      deliverer.send({
        appId: installation.appId,
        event: event.name,
        action: event.action ?? null,
        installationId: installation.id,
        repositoryId: event.repository?.id ?? null,
        payload: JSON.stringify(envelope(world(), event, installation)),
      });
    }
  };
}
