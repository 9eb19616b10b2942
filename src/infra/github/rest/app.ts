/** What the App asks with its own key: who it is, where it is installed, what GitHub tried to deliver. */
import type { GitHubApp, HookDelivery, Installation } from '../app-gateway.js';
import { cursorAfter } from './links.js';
import { classify } from '../classify.js';
import { Unexpected } from '../errors.js';
import type { Clock } from '../../../core/clock.js';
import type { Octokit } from '../octokit.js';

export function createApp(octokit: Octokit, clock: Clock): GitHubApp {
  return {
    async identity() {
      const { data } = await octokit.rest.apps.getAuthenticated();
      if (data === null) throw new Unexpected('the App is unknown', { method: 'GET', route: '/app' });
      return {
        id: data.id,
        slug: data.slug ?? '',
        permissions: toPermissions(data.permissions),
        events: data.events,
      };
    },
    async *installations() {
      const pages = octokit.paginate.iterator(octokit.rest.apps.listInstallations, { per_page: 100 });
      for await (const { data } of pages) yield* data.map(toInstallation);
    },
    async deliveries(cursor) {
      const { data, headers } = await octokit.rest.apps.listWebhookDeliveries({
        per_page: 100,
        ...(cursor === null ? {} : { cursor }),
      });
      return { deliveries: data.map(toDelivery), next: cursorAfter(headers.link, 'cursor') };
    },
    async delivery(id) {
      const { data } = await octokit.rest.apps.getWebhookDelivery({ delivery_id: id });
      return { guid: data.guid, event: data.event, payload: data.request.payload };
    },
    async redeliver(id) {
      await octokit.rest.apps.redeliverWebhookDelivery({ delivery_id: id });
    },
    async refreshToken(installationId) {
      // Reaches the right host only because `createOctokitClass` gives it our base URL.
      await octokit.auth({ type: 'installation', installationId, refresh: true }).catch((error: unknown) => {
        throw classify(error, { method: 'POST', route: TOKENS }, clock.now());
      });
    },
    async gitToken(installationId, repositoryId) {
      const { data } = await octokit.rest.apps.createInstallationAccessToken({
        installation_id: installationId,
        repository_ids: [repositoryId],
        permissions: { contents: 'read' },
      });
      return data.token;
    },
  };
}

const TOKENS = '/app/installations/{installation_id}/access_tokens';

interface RawDelivery {
  readonly id: number;
  readonly guid: string;
  readonly delivered_at: string;
  readonly redelivery: boolean;
  readonly status: string;
  readonly status_code: number;
  readonly event: string;
  readonly action: string | null;
  readonly installation_id: number | null;
  readonly repository_id: number | null;
}

function toDelivery(raw: RawDelivery): HookDelivery {
  return {
    id: raw.id,
    guid: raw.guid,
    deliveredAt: new Date(raw.delivered_at),
    isRedelivery: raw.redelivery,
    // GitHub's words for the status vary (`OK`, `Accepted`); any 2xx was delivered.
    isOk: raw.status_code >= 200 && raw.status_code < 300,
    statusCode: raw.status_code,
    event: raw.event,
    action: raw.action,
    installationId: raw.installation_id,
    repositoryId: raw.repository_id,
  };
}

interface RawInstallation {
  readonly id: number;
  readonly account: {
    readonly id: number;
    readonly login?: string;
    readonly slug?: string;
    readonly type?: string;
  } | null;
  readonly suspended_at?: string | null;
  readonly repository_selection: string;
  readonly permissions: object;
  readonly events: readonly string[];
}

function toInstallation(raw: RawInstallation): Installation {
  return {
    id: raw.id,
    account: raw.account?.login ?? raw.account?.slug ?? '',
    accountId: raw.account?.id ?? 0,
    accountType: raw.account?.type ?? 'Enterprise',
    isSuspended: raw.suspended_at != null,
    selection: raw.repository_selection === 'all' ? 'all' : 'selected',
    permissions: toPermissions(raw.permissions),
    events: raw.events,
  };
}

function toPermissions(raw: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
