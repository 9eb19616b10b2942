/** The judges of sites: met, unmet, not applicable and unknown, from answers as servers send them. */
import type { Page, Site } from '../../src/domain/site/site.js';
import type { Verifier } from '../../src/verifiers/_verifier.js';
import apiContentTyped from '../../src/verifiers/api-content-typed.js';
import cookiesFlagged from '../../src/verifiers/cookies-flagged.js';
import cspApiLocked from '../../src/verifiers/csp-api-locked.js';
import cspReported from '../../src/verifiers/csp-reported.js';
import cspSet from '../../src/verifiers/csp-set.js';
import framingRefused from '../../src/verifiers/framing-refused.js';
import hstsPreloaded from '../../src/verifiers/hsts-preloaded.js';
import hstsSet from '../../src/verifiers/hsts-set.js';
import httpsRedirect from '../../src/verifiers/https-redirect.js';
import linksNoopener from '../../src/verifiers/links-noopener.js';
import nosniffSet from '../../src/verifiers/nosniff-set.js';
import observatoryGrade from '../../src/verifiers/observatory-grade.js';
import openapiPublished from '../../src/verifiers/openapi-published.js';
import privateAnswersUncached from '../../src/verifiers/private-answers-uncached.js';
import hasSecurityTxt from '../../src/verifiers/has-security-txt.js';
import siteHttpsOnly from '../../src/verifiers/site-https-only.js';
import siteSecurityHeadersSet from '../../src/verifiers/site-security-headers-set.js';
import sriUsed from '../../src/verifiers/sri-used.js';
import tlsIntermediate from '../../src/verifiers/tls-intermediate.js';

const NOW = new Date('2026-11-22T10:00:00Z');

const TLS = {
  protocol: 'TLSv1.3',
  cipher: 'TLS_AES_128_GCM_SHA256',
  isTrusted: true,
  problem: null,
  validTo: new Date('2027-06-01'),
};
const HTML: [string, string] = ['content-type', 'text/html'];
const JSON_TYPE: [string, string] = ['content-type', 'application/json'];

const page = (over: Partial<Page> = {}): Page => ({
  url: 'https://pay.example/',
  status: 200,
  headers: [HTML],
  body: '<!doctype html>',
  redirects: [],
  tls: TLS,
  ...over,
});
const TO_HTTPS = page({ redirects: [{ url: 'http://pay.example/', status: 301, headers: [] }] });
const site = (https: Site['https'], over: Partial<Site> = {}): Site => ({
  target: 'https://pay.example/',
  https,
  http: TO_HTTPS,
  speaksOldTls: false,
  ...over,
});
const sending = (...headers: [string, string][]) => site(page({ headers: [HTML, ...headers] }));
const api = (...headers: [string, string][]) =>
  site(page({ headers, body: '{}' }), { target: 'https://pay.example/api/status' });
const tls = (over: Partial<typeof TLS>, more: Partial<Site> = {}) => site(page({ tls: { ...TLS, ...over } }), more);
const DOWN = site({ because: 'pay.example does not answer' }, { http: { because: 'nobody listens' } });
const CSP: [string, string] = ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"];
const HSTS: [string, string] = ['strict-transport-security', 'max-age=31536000'];

const said = (verifier: Verifier, seen: Record<string, unknown>): string => {
  const { answer, because } = verifier.judge(seen, NOW);
  return `${answer}: ${because}`;
};

test.each<[string, Verifier, Site, RegExp]>([
  ['a year', hstsSet, sending(HSTS), /^met: /],
  ['half a year', hstsSet, sending(['strict-transport-security', 'max-age=16000000']), /^unmet: .* 185 days/],
  ['nothing', hstsSet, sending(), /^unmet: .*not sent/],
  ['down', hstsSet, DOWN, /^unknown: it does not answer: pay\.example does not answer$/],
  ['only http', hstsSet, site({ because: 'closed' }), /^unmet: There is no https: closed/],
  ['straight', httpsRedirect, sending(), /^met: /],
  ['no http', httpsRedirect, site(page(), { http: { because: 'closed' } }), /^met: Nothing answers over http/],
  ['pages over http', httpsRedirect, site(page(), { http: page({ url: 'http://pay.example/' }) }), /^unmet: /],
  ['a port', httpsRedirect, site(page(), { target: 'https://pay.example:8443/' }), /^unknown: .*port/],
  ['https only', siteHttpsOnly, sending(HSTS), /^met: /],
  ['no HSTS', siteHttpsOnly, sending(), /^unmet: Strict/],
  ['a cookie in clear', siteHttpsOnly, sending(HSTS, ['set-cookie', 'a=1']), /^unmet: The cookie a/],
  ['modern', tlsIntermediate, tls({}), /^met: TLSv1\.3 with .* until 2027-06-01; other ciphers were not tried$/],
  ['TLS 1.2', tlsIntermediate, tls({ protocol: 'TLSv1.2', cipher: 'ECDHE-RSA-AES128-GCM-SHA256' }), /^met: TLSv1\.2/],
  ['a weak cipher', tlsIntermediate, tls({ protocol: 'TLSv1.2', cipher: 'AES128-SHA' }), /^unmet: .*AES128-SHA/],
  ['only old', tlsIntermediate, tls({ protocol: 'TLSv1.1' }), /^unmet: the newest .* TLSv1\.1/],
  ['also old', tlsIntermediate, tls({}, { speaksOldTls: true }), /^unmet: it still speaks/],
  ['old not seen', tlsIntermediate, tls({}, { speaksOldTls: null }), /^unknown: /],
  ['a bad certificate', tlsIntermediate, tls({ isTrusted: false }), /^unmet: the certificate/],
  ['back to http', tlsIntermediate, site(page({ tls: null, url: 'http://pay.example/' })), /^unmet: https leads back/],
  ['strict', cspSet, sending(CSP), /^met: /],
  ['none', cspSet, sending(), /^unmet: .*not sent/],
  ['broad', cspSet, sending(['content-security-policy', 'script-src *']), /^unmet: /],
  ['an API', cspSet, api(JSON_TYPE), /^not-applicable: /],
  ['locked', cspApiLocked, api(JSON_TYPE, CSP), /^met: /],
  ['loose', cspApiLocked, api(JSON_TYPE, ['content-security-policy', "default-src 'self'"]), /^unmet: default-src/],
  ['no policy', cspApiLocked, api(JSON_TYPE), /^unmet: /],
  ['a page', cspApiLocked, sending(CSP), /^unknown: none of the `targets:`/],
  ['typed', apiContentTyped, api(JSON_TYPE), /^met: .*application\/json/],
  ['HTML', apiContentTyped, api(HTML), /^unmet: .*HTML/],
  ['no type', apiContentTyped, api(), /^unmet: the answer names no type/],
  ['a page', apiContentTyped, sending(), /^unknown: /],
  ['reports', cspReported, sending(['content-security-policy', "default-src 'none'; report-uri /r"]), /^met: /],
  ['no reports', cspReported, sending(CSP), /^unmet: /],
  ['refused', framingRefused, sending(['x-frame-options', 'DENY']), /^met: /],
  ['ignored', framingRefused, sending(['x-frame-options', 'ALLOW-FROM https://a.example']), /^unmet: /],
  ['sent', nosniffSet, sending(['x-content-type-options', 'nosniff']), /^met: /],
  ['not sent', nosniffSet, sending(), /^unmet: /],
  ['good', observatoryGrade, sending(CSP, HSTS, ['x-content-type-options', 'nosniff']), /^met: A\+, 115 points$/],
  ['bad', observatoryGrade, sending(), /^unmet: D, 30 points$/],
  ['all', siteSecurityHeadersSet, sending(CSP, ['x-content-type-options', 'nosniff']), /^met: /],
  ['no nosniff', siteSecurityHeadersSet, sending(CSP), /^unmet: X-Content-Type-Options/],
  ['a session', privateAnswersUncached, sending(['set-cookie', 's=1'], ['cache-control', 'no-store']), /^met: /],
  ['kept', privateAnswersUncached, sending(['set-cookie', 's=1'], ['cache-control', 'public']), /^unmet: .*"public"/],
  ['a refusal', privateAnswersUncached, site(page({ status: 401 })), /^unmet: The answer to strangers/],
  ['for all alike', privateAnswersUncached, sending(), /^unknown: /],
  ['flags', cookiesFlagged, sending(['set-cookie', '__Host-sid=1; Secure; HttpOnly; SameSite=Lax']), /^met: /],
  [
    'no flags',
    cookiesFlagged,
    sending(HSTS, ['set-cookie', 'theme=1']),
    /^unmet: The cookie theme is set without Secure/,
  ],
  ['no cookies', cookiesFlagged, sending(), /^unknown: /],
  ['own scripts', sriUsed, site(page({ body: '<script src="/a.js"></script>' })), /^met: /],
  ['loose', sriUsed, site(page({ body: '<script src="https://cdn.example/a.js"></script>' })), /^unmet: /],
  ['an API', sriUsed, api(JSON_TYPE), /^not-applicable: /],
  ['its own', linksNoopener, site(page({ body: '<a href="/x" target=_blank>' })), /^met: /],
  ['noreferrer', linksNoopener, site(page({ body: '<a href="//b.example" target=_blank rel=noreferrer>' })), /^met: /],
  ['loose', linksNoopener, site(page({ body: '<a href="//b.example" target=_BLANK>' })), /^unmet: .*b\.example/],
  ['an API', linksNoopener, api(JSON_TYPE), /^not-applicable: /],
])('%s, %p', (_, verifier, given, expected) => {
  expect(said(verifier, { sites: [given] })).toMatch(expected);
});

test('of several sites the worst decides, and is named', () => {
  const good = { ...sending(['x-content-type-options', 'nosniff']), target: 'https://good.example/' };
  const bad = { ...sending(), target: 'https://bad.example/' };
  expect(said(nosniffSet, { sites: [good, bad, DOWN] })).toBe(
    'unmet: https://bad.example/: X-Content-Type-Options is not sent',
  );
  expect(said(nosniffSet, { sites: [good, DOWN] })).toMatch(/^unknown: https:\/\/pay\.example\/: it does not answer/);
  expect(said(nosniffSet, { sites: [good, good] })).toMatch(/^met: https:\/\/good\.example\/: /);
  expect(said(cspSet, { sites: [{ ...api(JSON_TYPE), target: 'https://api.example/' }, sending(CSP)] })).toMatch(
    /^met: /,
  );
});

test('what a site sends is text in the issue, never Markdown', () => {
  const evil = '![x](https://evil.example/) <img src=x> @octocat';
  const { because } = nosniffSet.judge({ sites: [sending(['x-content-type-options', evil])] }, NOW);
  expect(because).not.toContain('![x](');
  expect(because).not.toContain('<img');
});

test('a miss of the policy comes with what csp_evaluator says to it', () => {
  const judged = cspSet.judge({ sites: [sending(['content-security-policy', "script-src 'unsafe-inline'"])] }, NOW);
  expect(judged).toMatchObject({ answer: 'unmet', fix: expect.stringContaining('\n- script-src ') });
});

const listed = (isListed: boolean | null) => ({ preload: [{ target: 'https://pay.example/', isListed }] });
const txt = (fields: Record<string, string> | null) => ({
  securityTxt: [
    {
      url: 'https://pay.example/.well-known/security.txt',
      fields: fields && new Map(Object.entries(fields).map(([name, value]) => [name, [value]])),
    },
  ],
});
test.each<[string, Verifier, Record<string, unknown>, RegExp]>([
  ['on the list', hstsPreloaded, listed(true), /^met: /],
  ['asked for, not on it', hstsPreloaded, listed(false), /^unmet: /],
  ['not asked for', hstsPreloaded, listed(null), /^unknown: /],
  ['a file', openapiPublished, { openapi: 'docs/openapi.yaml' }, /^met: `docs\/openapi\.yaml`/],
  ['none', openapiPublished, { openapi: null }, /^unmet: /],
  [
    'all fields',
    hasSecurityTxt,
    txt({ contact: 'a', expires: '2027-11-01T00:00:00Z', policy: 'b' }),
    /^met: .*2027-11-01/,
  ],
  ['no rules', hasSecurityTxt, txt({ contact: 'a', expires: '2027-11-01T00:00:00Z' }), /^unmet: .*`policy`/],
  ['no file', hasSecurityTxt, txt(null), /^unmet: there is no security\.txt/],
])('%s, %p', (_, verifier, seen, expected) => {
  expect(said(verifier, seen)).toMatch(expected);
});
