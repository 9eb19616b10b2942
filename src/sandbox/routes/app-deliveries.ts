/** The delivery log of an App's webhook, and redelivery. */
import { invalid, notFound } from '../api-error.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import type { Delivery } from '../state/model.js';
import type { Json } from '../views/people.js';

/** github.com keeps three days. @see https://docs.github.com/en/webhooks/testing-and-troubleshooting-webhooks/redelivering-webhooks */
const KEPT_MS = 3 * 24 * 60 * 60 * 1000;
const CURSOR = /^v1_(?<id>\d+)$/;

/** Newest first. */
function kept(call: ApiCall): Delivery[] {
  const since = call.world.clock.now().getTime() - KEPT_MS;
  return [...call.world.state.deliveries.values()]
    .filter((delivery) => delivery.appId === call.app.id && Date.parse(delivery.deliveredAt) >= since)
    .sort((a, b) => b.id - a.id);
}

function find(call: ApiCall): Delivery {
  const delivery = kept(call).find(({ id }) => id === call.id('delivery_id'));
  if (delivery === undefined) throw notFound();
  return delivery;
}

function itemView(delivery: Delivery): Json {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: delivery.duration,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

/** `x-github-event` as `X-GitHub-Event`: how the log spells header names. */
function spelled(headers: Readonly<Record<string, string>>): Record<string, string> {
  const words = (name: string) => name.replace(/(^|-)([a-z])/g, (_all, dash, letter) => dash + letter.toUpperCase());
  const entries = Object.entries(headers).map(([name, value]) => [
    words(name).replace('Github', 'GitHub').replace('Id', 'ID'),
    value,
  ]);
  return Object.fromEntries(entries);
}

function list(call: ApiCall): Reply {
  const cursor = call.query('cursor');
  const after = cursor === null ? Number.POSITIVE_INFINITY : Number(CURSOR.exec(cursor)?.groups?.id);
  if (Number.isNaN(after)) throw invalid({ resource: 'Hook', field: 'cursor', code: 'invalid' });
  const size = Math.min(Math.max(Number(call.query('per_page') ?? 30) || 30, 1), 100);
  const status = call.query('status');
  const matching = kept(call)
    .filter(({ id }) => id < after)
    .filter((delivery) => status === null || (delivery.status === 'OK') === (status === 'success'));
  const page = matching.slice(0, size);
  const last = page.at(-1);
  if (last === undefined || matching.length <= size) return ok(page.map(itemView));
  const query = new URLSearchParams(call.request.url.searchParams);
  query.set('cursor', `v1_${last.id}`);
  const link = `<${call.world.url}/api/v3/app/hook/deliveries?${query}>; rel="next"`;
  return ok(page.map(itemView), { link });
}

function get(call: ApiCall): Reply {
  const delivery = find(call);
  return ok({
    ...itemView(delivery),
    url: call.app.webhookUrl,
    request: { headers: spelled(delivery.requestHeaders), payload: JSON.parse(delivery.payload) },
    response: { headers: spelled(delivery.responseHeaders), payload: delivery.responseBody },
  });
}

function redeliver(call: ApiCall): Reply {
  call.world.deliverer.redeliver(find(call));
  return { status: 202, json: {} };
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/app/hook/deliveries', caller: 'app', handle: list },
  { method: 'GET', path: '/app/hook/deliveries/{delivery_id}', caller: 'app', handle: get },
  { method: 'POST', path: '/app/hook/deliveries/{delivery_id}/attempts', caller: 'app', handle: redeliver },
  {
    method: 'GET',
    path: '/app/hook/config',
    caller: 'app',
    handle: (call) =>
      ok({ url: call.app.webhookUrl ?? '', content_type: 'json', insecure_ssl: '0', secret: '********' }),
  },
];

export default routes;
