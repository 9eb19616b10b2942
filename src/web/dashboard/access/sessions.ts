/** Sessions in the browser: begun at sign-in, found by their cookie, ended by time, by the person, or by GitHub. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Clock } from '../../../core/clock.js';
import type { Db } from '../../../infra/db/database.js';
import {
  endSession,
  endSessionsOf,
  findSession,
  keepMessage,
  saveSession,
  touchSession,
} from '../../../infra/db/sessions.js';
import { saveViewer, type Viewer } from '../../../infra/db/viewers.js';
import type { PersonToken } from '../../../infra/github/people.js';
import type { Message, Session } from './env.js';
import { newCookie, type Seal, sealOf } from './seal.js';

const MINUTE = 60_000;

/** Milliseconds that a session lasts at most; a working day. */
export const LONGEST_MS = 8 * 60 * MINUTE;
/** Milliseconds that it lasts unused. */
export const IDLE_MS = 60 * MINUTE;
/** A page a second need not write a row a second. */
const TOUCH_MS = MINUTE;

/** Browsers take a cookie of this name from this very host only, over https (or from this machine), for all of its paths. */
export const COOKIE = '__Host-seaworthy';
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

/** A session with what only the middleware needs. */
export interface OpenSession extends Session {
  /** The person's token of GitHub. */
  readonly token: string;
  /** What the form came to whose answer leads to this address; null on every other page. */
  messageAt(url: string): Message | null;
  /** Keeps what a form came to; answers `path` with what shows it there. */
  tell(message: Message, path: string): Promise<string>;
  end(): Promise<void>;
  endEverywhere(): Promise<void>;
}

export interface Sessions {
  /** Sets the cookie; whatever session the browser had before is over. */
  begin(context: Context, viewer: Viewer, token: PersonToken): Promise<void>;
  /** Null for whoever is not signed in (any more). */
  find(context: Context): Promise<OpenSession | null>;
  forget(context: Context): void;
}

/** Names the message in the address that shows it. */
const SAID = 'said';

export function createSessions({ db, clock }: { readonly db: Db; readonly clock: Clock }): Sessions {
  const idleSince = (now: Date) => new Date(now.getTime() - IDLE_MS);
  return {
    async begin(context, viewer, { token, endsAt }) {
      const before = sealOf(getCookie(context, COOKIE) ?? '');
      if (before !== null) await endSession(db, before.id);
      const [cookie, now] = [newCookie(), clock.now()];
      const seal = sealOf(cookie);
      if (seal === null) throw new Error('A cookie of ours is none');
      const longest = new Date(now.getTime() + LONGEST_MS);
      // Who signs in again expects to see what they were given since.
      await saveViewer(db, viewer, now);
      await saveSession(db, {
        id: seal.id,
        userId: viewer.userId,
        sealedToken: seal.seal(token),
        createdAt: now,
        endsAt: endsAt !== null && endsAt < longest ? endsAt : longest,
      });
      // Without an age the browser forgets it when it is closed.
      setCookie(context, COOKIE, cookie, ATTRIBUTES);
    },
    async find(context) {
      const seal = sealOf(getCookie(context, COOKIE) ?? '');
      if (seal === null) return null;
      const now = clock.now();
      const stored = await findSession(db, seal.id, { now, idleSince: idleSince(now) });
      const token = stored === null ? null : seal.open(stored.sealedToken);
      if (stored === null || token === null) return null;
      if (now.getTime() - stored.seenAt.getTime() >= TOUCH_MS) await touchSession(db, seal.id, now);
      return openSession(db, seal, stored.viewer, token, stored.sealedMessage);
    },
    forget: (context) => void deleteCookie(context, COOKIE, ATTRIBUTES),
  };
}

function openSession(db: Db, seal: Seal, viewer: Viewer, token: string, sealedMessage: string | null): OpenSession {
  return {
    viewer,
    token,
    formToken: (path) => seal.formToken(path),
    messageAt(url) {
      const said = new URL(url).searchParams.get(SAID);
      const kept = said === null || sealedMessage === null ? null : seal.open(sealedMessage);
      if (kept === null) return null;
      const { id, isOk, text } = JSON.parse(kept) as Message & { readonly id: string };
      return id === said ? { isOk, text } : null;
    },
    async tell(message, path) {
      const id = newCookie().slice(0, 8);
      await keepMessage(db, seal.id, seal.seal(JSON.stringify({ id, ...message })));
      return `${path}?${SAID}=${id}`;
    },
    end: () => endSession(db, seal.id),
    endEverywhere: () => endSessionsOf(db, viewer.userId),
  };
}
