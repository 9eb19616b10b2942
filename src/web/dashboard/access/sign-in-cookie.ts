/** Binds a sign-in to the browser that began it: state and PKCE verifier come from a secret that only its cookie holds. */
import { createHash, hkdfSync } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { newCookie } from './seal.js';

/** GitHub's code is good for ten minutes. */
const SECONDS = 600;
const NAME = '__Host-seaworthy-sign-in';
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;
const VALUE = /^(?<secret>[\w-]{43})\.(?<to>[\w-]*)$/;

export interface SignIn {
  readonly state: string;
  /** Of PKCE: what is sent when the code is traded. */
  readonly verifier: string;
  /** Its SHA-256, which is sent first. */
  readonly challenge: string;
  /** Where the person wanted to go; not to be trusted. */
  readonly to: string;
}

export function beginSignIn(context: Context, to: string): SignIn {
  const secret = newCookie();
  const value = `${secret}.${Buffer.from(to).toString('base64url')}`;
  setCookie(context, NAME, value, { ...ATTRIBUTES, maxAge: SECONDS });
  return signInOf(secret, to);
}

/** The sign-in that this browser began, which is over now; null when it began none. */
export function takeSignIn(context: Context): SignIn | null {
  const { secret, to } = VALUE.exec(getCookie(context, NAME) ?? '')?.groups ?? {};
  if (secret === undefined) return null;
  deleteCookie(context, NAME, ATTRIBUTES);
  return signInOf(secret, Buffer.from(to ?? '', 'base64url').toString('utf8'));
}

function signInOf(secret: string, to: string): SignIn {
  const from = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `seaworthy sign-in ${purpose} v1`, 32)).toString('base64url');
  const verifier = from('verifier');
  return { state: from('state'), verifier, challenge: createHash('sha256').update(verifier).digest('base64url'), to };
}
