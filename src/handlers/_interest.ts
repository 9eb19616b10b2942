/** What all handlers together listen to and need: which jobs a webhook makes, and what the App has to be granted. */
import { z } from 'zod';
import type { Granted } from '../core/granted.js';
import { isEnough } from '../domain/readiness/missing.js';
import type { JobsFor } from '../infra/queue/accept.js';
import { type Handler, isForApp } from './_handler.js';

type Handlers = ReadonlyMap<string, Handler>;

const fromInstallation = z.object({ installation: z.object({ id: z.number().int() }) });

/** GitHub sends these to every App, subscribed or not; those of checks to every App that may write them. */
const UNASKED: ReadonlySet<string> = new Set([
  'installation',
  'installation_repositories',
  'github_app_authorization',
  'check_run',
  'check_suite',
]);

export function isWanted(handlers: Handlers, event: string, action: string | null): boolean {
  return [...handlers.values()].some((handler) => listens(handler, event, action));
}

/** Which handlers want a webhook, and whose turn each is. Without an installation only the App's own can act on it. */
export function jobsForOf(handlers: Handlers): JobsFor {
  return (event, action, payload) => {
    const listening = [...handlers].filter(([, handler]) => listens(handler, event, action));
    if (listening.length === 0) return null;
    const from = fromInstallation.safeParse(payload);
    const installationId = from.success ? from.data.installation.id : null;
    return listening.flatMap(([name, handler]) => {
      if (installationId === null && !isForApp(handler)) return [];
      const parsed = handler.parse(payload);
      return parsed === null ? [] : [{ handler: name, subject: handler.subject(parsed), installationId }];
    });
  };
}

/** The most that any handler needs of each permission, and every event that one listens to; optional tiers left out. */
export function needsOf(handlers: Handlers): Granted {
  const permissions: Record<string, string> = { metadata: 'read' };
  const events = new Set<string>();
  for (const { needs, on, tiers } of handlers.values()) {
    if (tiers !== undefined) continue;
    for (const [name, level] of Object.entries(needs)) {
      if (!isEnough(permissions[name], level)) permissions[name] = level;
    }
    for (const name of on) events.add(name.split('.')[0] ?? name);
  }
  return { permissions, events: [...events].filter((event) => !UNASKED.has(event)).sort() };
}

function listens({ on }: Handler, event: string, action: string | null): boolean {
  return on.includes(event) || (action !== null && on.includes(`${event}.${action}`));
}
