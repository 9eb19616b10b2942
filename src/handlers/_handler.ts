/** What a webhook handler declares: which events, which permissions, whose turn it is, and what is done. */
import type { Context } from '../flows/context.js';
import type { TierId } from '../core/permissions.js';
import type { Failure } from '../flows/say-failed.js';

interface Reaction<Event> {
  /** Events as `name` or `name.action`; none for work that no webhook asks for directly. */
  readonly on: readonly string[];
  /** Permissions that `run` uses beyond `metadata: read`; they have to be in `app.yml`, or in an optional tier. */
  readonly needs: Readonly<Record<string, 'read' | 'write'>>;
  /** The optional tiers of permissions that this belongs to: where one was not chosen nothing is missing. */
  readonly tiers?: readonly Exclude<TierId, 'core'>[];
  /** True where the work is just that: an installation removed or suspended. */
  readonly evenWhenGone?: true;
  /** The few fields that `run` needs, or null when this delivery is none of its business. Plain JSON: it may be stored. */
  parse(payload: unknown): Event | null;
  /** Jobs of one subject run in order: what `run` reads and writes. */
  subject(event: Event): string;
}

/** A reaction to what happened in one installation, which it acts as. */
export interface InstallationHandler<Event = unknown> extends Reaction<Event> {
  /** Reads GitHub afresh, decides, writes what differs: running twice changes nothing. */
  run(event: Event, context: Context): Promise<void>;
  /**
   * Tells people that `run` failed, where somebody waits for it. Called after the first failure and when it is over, not for
   * GitHub's limits.
   */
  failed?(event: Event, failure: Failure, context: Context): Promise<void>;
}

/** A reaction to what is between GitHub, a person and the App, whoever installed it: nobody's token is at hand. */
export interface AppHandler<Event = unknown> extends Reaction<Event> {
  runForApp(event: Event, context: Pick<Context, 'db' | 'clock' | 'log'>): Promise<void>;
}

export type Handler = InstallationHandler | AppHandler;

/** Gives a handler its event type without the entry having to name it. */
export function defineHandler<Event>(handler: InstallationHandler<Event>): InstallationHandler<Event> {
  return handler;
}

export function defineAppHandler<Event>(handler: AppHandler<Event>): AppHandler<Event> {
  return handler;
}

export function isForApp(handler: Handler): handler is AppHandler {
  return 'runForApp' in handler;
}

/** Accepts a registry entry. @throws Error when it is none. */
export function acceptHandler(candidate: unknown): Handler {
  const handler = candidate as Partial<InstallationHandler & AppHandler> | undefined;
  const parts = [handler?.parse, handler?.subject, handler?.run ?? handler?.runForApp];
  const isHandler = parts.every((part) => typeof part === 'function');
  if (!isHandler || !Array.isArray(handler?.on)) throw new Error('no handler exported');
  return handler as Handler;
}
