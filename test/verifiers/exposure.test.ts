/** Addresses that are not for strangers: out of reach, asking who is there, or open. */
import type { Page } from '../../src/domain/site/site.js';
import type { Judgement } from '../../src/domain/verification/verdict.js';
import { Unreachable } from '../../src/infra/net/errors.js';
import type { GuardedFetch } from '../../src/infra/net/guarded-fetch.js';
import adminFramingRefused from '../../src/verifiers/admin-framing-refused.js';
import adminNotPublic from '../../src/verifiers/admin-not-public.js';
import hostNotPublic from '../../src/verifiers/host-not-public.js';
import portsClosedOutside from '../../src/verifiers/ports-closed-outside.js';
import { exposure, type Exposed, foundAt } from '../../src/verifiers/_sources/exposure.js';
import { NOWHERE, type Web } from '../../src/verifiers/_source.js';
import signInDelegated from '../../src/verifiers/sign-in-delegated.js';

const NOW = new Date('2026-11-22T10:00:00Z');

const URL_ = 'https://admin.example/panel';
const page = (over: Partial<Page> = {}): Page => ({
  url: URL_,
  status: 200,
  headers: [['content-type', 'text/html']],
  body: '<h1>All customers</h1>',
  redirects: [],
  tls: null,
  ...over,
});

test.each<[string, Parameters<typeof foundAt>[1], string]>([
  ['no answer', { because: 'admin.example does not answer in time' }, 'unreachable'],
  ['401', page({ status: 401 }), 'guarded'],
  ['403', page({ status: 403 }), 'guarded'],
  ['404', page({ status: 404 }), 'guarded'],
  ['a sign-in elsewhere', page({ url: 'https://login.corp.example/authorize?x=1' }), 'guarded'],
  ['a sign-in at another path', page({ url: 'https://admin.example/users/sign_in' }), 'guarded'],
  ['a form for a password', page({ body: '<form><input type=PASSWORD name=p></form>' }), 'guarded'],
  ['a page', page(), 'open'],
  ['another page elsewhere', page({ url: 'https://www.example/catalogue' }), 'open'],
  ['data', page({ headers: [['content-type', 'application/json']], body: '[]' }), 'open'],
  ['a broken gateway', page({ status: 502 }), 'unclear'],
])('%s: %#', (_, answer, kind) => {
  expect(foundAt(URL_, answer).kind).toBe(kind);
});

const entry = (expect: Exposed['expect'], answer: Page | null): Exposed => ({
  url: URL_,
  expect,
  page: answer,
  found: foundAt(URL_, answer ?? { because: 'nobody listens' }),
});
const said = ({ answer, because }: Judgement) => `${answer}: ${because}`;
const AT_IDP = page({ url: 'https://login.corp.example/authorize' });

test.each([
  ['authentication', null, /^met: not reachable from here: nobody listens/, /^unknown: /],
  ['authentication', page({ status: 401 }), /^met: it answers 401/, /^unknown: /],
  ['authentication', page(), /^unmet: OPEN to everybody: it answers 200/, /^unknown: /],
  ['unreachable', null, /^met: /, /^met: /],
  ['unreachable', page({ status: 401 }), /^unmet: it can be reached/, /^unmet: it can be reached/],
  ['unreachable', page(), /^unmet: OPEN/, /^unmet: OPEN/],
  ['unreachable', page({ status: 503 }), /^unknown: it answers 503/, /^unknown: /],
] as const)('expected: %s (%#)', (expected, answer, admin, host) => {
  const seen = { exposure: [entry(expected, answer)] };
  expect(said(adminNotPublic.judge(seen, NOW))).toMatch(admin);
  expect(said(hostNotPublic.judge(seen, NOW))).toMatch(host);
});

test('of several addresses one that is open is named before one that only answers', () => {
  const guarded = { ...entry('unreachable', page({ status: 401 })), url: 'https://a.example/' };
  const seen = { exposure: [guarded, { ...entry('unreachable', page()), url: 'https://b.example/' }] };
  expect(adminNotPublic.judge(seen, NOW)).toMatchObject({
    because: expect.stringMatching(/^https:\/\/b\.example\/: OPEN/),
    isUrgent: true,
  });
  expect(adminNotPublic.judge({ exposure: [guarded] }, NOW)).not.toHaveProperty('isUrgent');
});

test('which address stands open is not told in public', () => {
  expect(exposure.isConfidential).toBe(true);
});

test('an open address says how to close it', () => {
  expect(adminNotPublic.judge({ exposure: [entry('authentication', page())] }, NOW)).toMatchObject({
    fix: expect.stringMatching(/^Close it now/),
  });
});

test('one open address of several decides', () => {
  const seen = {
    exposure: [entry('unreachable', null), { ...entry('unreachable', page()), url: 'https://b.example/' }],
  };
  expect(said(portsClosedOutside.judge(seen, NOW))).toMatch(/^unmet: https:\/\/b\.example\/: OPEN/);
});

test('good news about some addresses is none about all ports', () => {
  expect(said(portsClosedOutside.judge({ exposure: [entry('unreachable', null)] }, NOW))).toMatch(
    /^unknown: .*no HTTP/,
  );
});

test.each([
  ['refused', page({ headers: [['content-security-policy', "frame-ancestors 'none'"]] }), /^met: /],
  ['left to itself', page({ headers: [['content-security-policy', "frame-ancestors 'self'"]] }), /^unmet: /],
  ['not seen', null, /^unknown: /],
  ['somebody else’s page', AT_IDP, /^unknown: /],
])('framing of the panel: %s', (_, answer, expected) => {
  expect(said(adminFramingRefused.judge({ exposure: [entry('authentication', answer)] }, NOW))).toMatch(expected);
});

test.each([
  ['elsewhere', AT_IDP, /^met: .*sign-in at login\.corp\.example/],
  ['at the service', page({ status: 401 }), /^unknown: /],
])('sign-in %s', (_, answer, expected) => {
  expect(said(signInDelegated.judge({ exposure: [entry('authentication', answer)] }, NOW))).toMatch(expected);
});

describe('the look', () => {
  const asking = async (named: Web['exposure'], fetchFromOutside: GuardedFetch) => {
    const web: Web = { targets: [], exposure: named, fetch: fetchFromOutside, fetchFromOutside };
    const origin = {
      ...NOWHERE,
      permissions: {},
      web,
    };
    const never = () => Promise.reject(new Error('nothing else is read'));
    return exposure.read(origin, never, new AbortController().signal);
  };
  const NAMED = [{ url: URL_, expect: 'unreachable' }] as const;
  const silent: GuardedFetch = async (url) => {
    throw new Unreachable(`${new URL(url).host} does not answer`, 'connection');
  };

  test('an address that does not answer while the Internet does', async () => {
    const { value } = await asking(NAMED, async (url, request) => {
      if (url === URL_) return silent(url, request);
      return { ...page({ url }), body: new Uint8Array(), isCut: false, redirects: [], tls: null };
    });
    expect(value?.[0]?.found).toEqual({ kind: 'unreachable', because: 'admin.example does not answer' });
  });

  test('where nothing answers, nothing was seen', async () => {
    const { value } = await asking(NAMED, silent);
    expect(value?.[0]?.found.kind).toBe('unclear');
  });

  test('no address named', async () => {
    await expect(asking([], silent)).rejects.toThrow('no address is named: `exposure:` in the policy');
  });
});
