/** What happened to the branches of a repository: pushes, merges, forced, made and deleted ones. */
import { invalid } from '../api-error.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import { pageRequest } from '../http/paging.js';
import type { Activity } from '../state/model.js';
import { accountView, type Json } from '../views/people.js';
import { nodeId } from '../world.js';

const PERIOD_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

function view(call: ApiCall, entry: Activity): Json {
  return {
    id: entry.id,
    node_id: nodeId('PSH', entry.id),
    before: entry.before,
    after: entry.after,
    ref: entry.ref,
    timestamp: entry.timestamp,
    activity_type: entry.type,
    actor: accountView(call.world, entry.actor),
  };
}

/** What matches the filters, newest first unless asked otherwise. */
function matching(call: ApiCall): Activity[] {
  const { world, repo } = call;
  const ref = call.query('ref');
  const fullRef = ref === null || ref.startsWith('refs/') ? ref : `refs/heads/${ref}`;
  const type = call.query('activity_type');
  const actor = call.query('actor')?.toLowerCase();
  const period = call.query('time_period');
  const days = period === null ? Number.POSITIVE_INFINITY : PERIOD_DAYS[period];
  if (days === undefined) throw invalid({ resource: 'Activity', field: 'time_period', code: 'invalid' });
  const since = world.clock.now().getTime() - days * 86_400_000;
  return [...world.state.activities.values()]
    .filter((entry) => entry.repositoryId === repo.id && Date.parse(entry.timestamp) >= since)
    .filter((entry) => fullRef === null || entry.ref === fullRef)
    .filter((entry) => type === null || entry.type === type)
    .filter((entry) => actor === undefined || entry.actor.toLowerCase() === actor)
    .sort((a, b) => (call.query('direction') === 'asc' ? a.id - b.id : b.id - a.id));
}

function cursorOf(entry: Activity): string {
  return Buffer.from(`activity:${entry.id}`).toString('base64url');
}

/** Where in the list the cursor of the query points, null without one. @throws ApiError 422 for one we never gave out. */
function positionOf(call: ApiCall, name: 'before' | 'after', entries: readonly Activity[]): number | null {
  const cursor = call.query(name);
  if (cursor === null) return null;
  const id = Number(/^activity:(?<id>\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.groups?.id);
  if (Number.isNaN(id)) throw invalid({ resource: 'Activity', field: name, code: 'invalid' });
  const ascending = call.query('direction') === 'asc';
  const at = entries.findIndex((entry) => entry.id === id);
  if (at >= 0) return at;
  const next = entries.findIndex((entry) => (ascending ? entry.id > id : entry.id < id));
  return next < 0 ? entries.length : next - (name === 'after' ? 1 : 0);
}

/** Paged by cursors (`before`, `after`), never by numbers. */
function list(call: ApiCall): Reply {
  const { url } = call.request;
  const { size } = pageRequest(url.searchParams);
  const entries = matching(call);
  const after = positionOf(call, 'after', entries);
  const before = after === null ? positionOf(call, 'before', entries) : null;
  const start = after !== null ? after + 1 : Math.max(0, (before ?? 0) - size);
  const page = entries.slice(start, before ?? start + size);
  const [first, last] = [page[0], page.at(-1)];
  const link = (rel: 'next' | 'prev', name: 'before' | 'after', entry: Activity) => {
    const query = new URLSearchParams(url.searchParams);
    for (const cursor of ['before', 'after', 'page']) query.delete(cursor);
    query.set(name, cursorOf(entry));
    return `<${call.world.url}/api/v3${url.pathname}?${query}>; rel="${rel}"`;
  };
  const links = [
    ...(last !== undefined && start + page.length < entries.length ? [link('next', 'after', last)] : []),
    ...(first !== undefined && start > 0 ? [link('prev', 'before', first)] : []),
  ];
  const views = page.map((entry) => view(call, entry));
  return ok(views, links.length === 0 ? {} : { link: links.join(', ') });
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/activity', caller: 'any', handle: list },
];

export default routes;
