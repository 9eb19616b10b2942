/** Cookies: sent over https only, out of reach of scripts where they carry a session, and not sent along by other sites. */
import { parseSetCookie } from 'set-cookie-parser';
import { type Outcome, outcome } from '../outcome.js';
import { type Page, valuesOf } from '../site.js';

type Result = Outcome<'cookies'>['result'];

/** From good to bad: the worst cookie decides. */
const ORDER: readonly Result[] = [
  'secure-with-httponly-sessions-and-samesite',
  'secure-with-httponly-sessions',
  'without-secure-flag-but-protected-by-hsts',
  'session-without-secure-flag-but-protected-by-hsts',
  'anticsrf-without-samesite-flag',
  'samesite-flag-invalid',
  'without-secure-flag',
  'session-without-httponly-flag',
  'session-without-secure-flag',
];

const SAME_SITE = new Set(['strict', 'lax', 'none']);

const WORDS: Readonly<Record<Result, string>> = {
  'not-found': 'No cookies are set',
  'secure-with-httponly-sessions-and-samesite': 'All cookies are Secure, sessions HttpOnly, and SameSite is said',
  'secure-with-httponly-sessions': 'All cookies are Secure, sessions HttpOnly; SameSite is not said everywhere',
  'without-secure-flag-but-protected-by-hsts': 'is set without Secure (HSTS protects it)',
  'session-without-secure-flag-but-protected-by-hsts': 'carries a session and is set without Secure (HSTS protects it)',
  'anticsrf-without-samesite-flag': 'protects from forged requests and is set without SameSite',
  'samesite-flag-invalid': 'has a SameSite that means nothing',
  'without-secure-flag': 'is set without Secure',
  'session-without-httponly-flag': 'carries a session and is set without HttpOnly: scripts can read it',
  'session-without-secure-flag': 'carries a session and is set without Secure: it also goes over http',
};

/** @param hasHsts whether browsers come over https only in any case */
export function judgeCookies(page: Page, hasHsts: boolean): Outcome<'cookies'> {
  const set = [...page.redirects, page].flatMap((answer) =>
    parseSetCookie([...valuesOf(answer, 'set-cookie')], { decodeValues: false }),
  );
  const judged = set.map((cookie) => ({ name: cookie.name, result: resultOf(cookie, hasHsts) }));
  const worst = judged.toSorted((a, b) => ORDER.indexOf(b.result) - ORDER.indexOf(a.result))[0];
  if (worst === undefined) return outcome('cookies', 'not-found', WORDS['not-found']);
  const { name, result } = worst;
  if (result === 'secure-with-httponly-sessions-and-samesite') return outcome('cookies', result, WORDS[result]);
  const fix = `Set-Cookie: __Host-${name.replace(/^__(?:Host|Secure)-/, '')}=...; Path=/; Secure; HttpOnly; SameSite=Lax`;
  return outcome(
    'cookies',
    result,
    result === 'secure-with-httponly-sessions' ? WORDS[result] : `The cookie ${name} ${WORDS[result]}`,
    fix,
  );
}

interface SetCookie {
  readonly name: string;
  readonly secure?: boolean;
  readonly httpOnly?: boolean;
  readonly sameSite?: string;
}

function resultOf({ name, secure = false, httpOnly = false, sameSite }: SetCookie, hasHsts: boolean): Result {
  const lower = name.toLowerCase();
  const isAntiForgery = lower.includes('csrf') || lower.includes('xsrf');
  const isSession = !isAntiForgery && /sess|login|auth|^sid$/.test(lower);
  if (!secure && isSession)
    return hasHsts ? 'session-without-secure-flag-but-protected-by-hsts' : 'session-without-secure-flag';
  if (isSession && !httpOnly) return 'session-without-httponly-flag';
  if (!secure && !hasHsts) return 'without-secure-flag';
  if (sameSite !== undefined && !SAME_SITE.has(sameSite.toLowerCase())) return 'samesite-flag-invalid';
  if (isAntiForgery && sameSite === undefined) return 'anticsrf-without-samesite-flag';
  if (!secure) return 'without-secure-flag-but-protected-by-hsts';
  return sameSite === undefined ? 'secure-with-httponly-sessions' : 'secure-with-httponly-sessions-and-samesite';
}
