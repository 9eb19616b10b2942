/** Every look at a site, from answers as servers send them: the outcome, by its Observatory name, and the sum. */
import { judgeSite } from '../../../src/domain/site/judge-site.js';
import { MODIFIERS, type SiteTest } from '../../../src/domain/site/outcome.js';
import { scoreOf } from '../../../src/domain/site/score.js';
import type { Page, Site } from '../../../src/domain/site/site.js';

const TLS = {
  protocol: 'TLSv1.3',
  cipher: 'TLS_AES_128_GCM_SHA256',
  isTrusted: true,
  problem: null,
  validTo: new Date('2027-06-01'),
};
const HTML: [string, string] = ['content-type', 'text/html; charset=utf-8'];

const page = (over: Partial<Page> = {}): Page => ({
  url: 'https://pay.example/',
  status: 200,
  headers: [HTML],
  body: '<!doctype html><title>Pay</title>',
  redirects: [],
  tls: TLS,
  ...over,
});
const sending = (...headers: (readonly [string, string])[]) => page({ headers: [HTML, ...headers] });
const showing = (body: string) => page({ body });
const redirected = (...urls: string[]): Page =>
  page({
    url: urls.at(-1) ?? '',
    tls: urls.at(-1)?.startsWith('https:') ? TLS : null,
    redirects: urls.slice(0, -1).map((url) => ({ url, status: 301, headers: [] })),
  });
const TO_HTTPS = redirected('http://pay.example/', 'https://pay.example/');
const site = (https: Site['https'], http: Site['http'] = TO_HTTPS): Site => ({
  target: 'https://pay.example',
  https,
  http,
  speaksOldTls: false,
});

function resultOf(test: SiteTest, given: Site): string {
  const found = judgeSite(given)?.outcomes.find((outcome) => outcome.test === test);
  return `${found?.result} ${found?.modifier}`;
}

const csp = (value: string): Site => site(sending(['content-security-policy', value]));
const cookie = (value: string, ...more: [string, string][]): Site => site(sending(['set-cookie', value], ...more));
const HSTS: [string, string] = ['strict-transport-security', 'max-age=31536000'];

describe('looks at a site', () => {
  test.each<[SiteTest, string, Site]>([
    ['csp', 'not-implemented -25', site(page())],
    [
      'csp',
      'not-implemented-but-reporting-enabled -25',
      site(sending(['content-security-policy-report-only', "default-src 'self'"])),
    ],
    ['csp', 'header-invalid -25', csp('nonsense here')],
    ['csp', 'implemented-with-unsafe-inline -20', csp("script-src 'self' 'unsafe-inline'; object-src 'none'")],
    ['csp', 'implemented-with-unsafe-inline -20', csp("img-src 'self'")],
    ['csp', 'implemented-with-unsafe-inline -20', csp("default-src 'self' https:")],
    ['csp', 'implemented-with-unsafe-inline -20', csp("script-src 'self'; style-src 'self'")],
    ['csp', 'implemented-with-insecure-scheme -20', csp("default-src 'none'; script-src http://cdn.example")],
    ['csp', 'implemented-with-unsafe-eval -10', csp("default-src 'none'; script-src 'self' 'unsafe-eval'")],
    ['csp', 'implemented-with-insecure-scheme-in-passive-content-only -10', csp("default-src 'none'; img-src http:")],
    ['csp', 'implemented-with-unsafe-inline-in-style-src-only 0', csp("default-src 'none'; style-src 'unsafe-inline'")],
    ['csp', 'implemented-with-no-unsafe 5', csp("default-src 'self'")],
    ['csp', 'implemented-with-no-unsafe-default-src-none 10', csp("default-src 'none'; script-src 'self'")],
    [
      'csp',
      'implemented-with-no-unsafe-default-src-none 10',
      csp("default-src 'none'; script-src 'nonce-Abc' 'unsafe-inline' 'strict-dynamic' https:"),
    ],
    [
      'csp',
      'implemented-with-no-unsafe-default-src-none 10',
      site(showing(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`)),
    ],
    [
      'csp',
      'implemented-with-no-unsafe 5',
      site(sending(['content-security-policy', 'script-src *'], ['content-security-policy', "default-src 'self'"])),
    ],
    ['cookies', 'not-found 0', site(page())],
    [
      'cookies',
      'secure-with-httponly-sessions-and-samesite 5',
      cookie('__Host-sid=1; Secure; HttpOnly; SameSite=Lax; Path=/'),
    ],
    ['cookies', 'secure-with-httponly-sessions 0', cookie('theme=dark; Secure')],
    ['cookies', 'without-secure-flag -20', cookie('theme=dark')],
    ['cookies', 'without-secure-flag-but-protected-by-hsts -5', cookie('theme=dark', HSTS)],
    ['cookies', 'session-without-secure-flag -40', cookie('PHPSESSID=1; HttpOnly')],
    ['cookies', 'session-without-secure-flag-but-protected-by-hsts -10', cookie('PHPSESSID=1; HttpOnly', HSTS)],
    ['cookies', 'session-without-httponly-flag -30', cookie('session=1; Secure; SameSite=Lax')],
    ['cookies', 'samesite-flag-invalid -20', cookie('theme=dark; Secure; SameSite=Maybe')],
    ['cookies', 'anticsrf-without-samesite-flag -20', cookie('csrf_token=1; Secure')],
    [
      'cookies',
      'session-without-secure-flag -40',
      site(page({ redirects: [{ url: 'https://pay.example/in', status: 302, headers: [['set-cookie', 'login=1']] }] })),
    ],
    ['coep', 'not-implemented 0', site(page())],
    [
      'coep',
      'implemented-with-require-corp 10',
      site(sending(['cross-origin-embedder-policy', 'require-corp; report-to="x"'])),
    ],
    ['coep', 'implemented-with-credentialless 10', site(sending(['cross-origin-embedder-policy', 'credentialless']))],
    ['coep', 'implemented-with-unsafe-none 0', site(sending(['cross-origin-embedder-policy', 'unsafe-none']))],
    ['coep', 'header-invalid -5', site(sending(['cross-origin-embedder-policy', 'yes']))],
    ['coop', 'not-implemented 0', site(page())],
    ['coop', 'implemented-with-same-origin 10', site(sending(['cross-origin-opener-policy', 'same-origin']))],
    [
      'coop',
      'implemented-with-same-origin-allow-popups 10',
      site(sending(['cross-origin-opener-policy', 'same-origin-allow-popups'])),
    ],
    [
      'coop',
      'implemented-with-noopener-allow-popups 10',
      site(sending(['cross-origin-opener-policy', 'noopener-allow-popups'])),
    ],
    ['coop', 'implemented-with-unsafe-none 0', site(sending(['cross-origin-opener-policy', 'unsafe-none']))],
    ['coop', 'header-invalid -5', site(sending(['cross-origin-opener-policy', 'on']))],
    ['corp', 'not-implemented 0', site(page())],
    ['corp', 'implemented-with-same-origin 10', site(sending(['cross-origin-resource-policy', 'same-origin']))],
    ['corp', 'implemented-with-same-site 10', site(sending(['cross-origin-resource-policy', 'Same-Site']))],
    ['corp', 'implemented-with-cross-origin 0', site(sending(['cross-origin-resource-policy', 'cross-origin']))],
    ['corp', 'header-invalid -5', site(sending(['cross-origin-resource-policy', 'all']))],
    ['cors', 'not-implemented 0', site(page())],
    ['cors', 'implemented-with-public-access 0', site(sending(['access-control-allow-origin', '*']))],
    [
      'cors',
      'implemented-with-restricted-access 0',
      site(sending(['access-control-allow-origin', 'https://partner.example'])),
    ],
    [
      'cors',
      'implemented-with-universal-access -50',
      site(
        sending(
          ['access-control-allow-origin', 'https://stranger.example'],
          ['access-control-allow-credentials', 'true'],
        ),
      ),
    ],
    ['redirection', 'to-https 0', site(page())],
    ['redirection', 'not-needed-no-http 0', site(page(), { because: 'nobody listens' })],
    ['redirection', 'missing -20', site(page(), redirected('http://pay.example/'))],
    ['redirection', 'not-to-https -20', site(page(), redirected('http://pay.example/', 'http://www.pay.example/'))],
    [
      'redirection',
      'not-to-https-on-initial-redirection -10',
      site(page(), redirected('http://pay.example/', 'http://www.pay.example/', 'https://www.pay.example/')),
    ],
    [
      'redirection',
      'off-host-from-http -5',
      site(page(), redirected('http://pay.example/', 'https://www.pay.example/')),
    ],
    ['redirection', 'invalid-cert -20', site(page({ tls: { ...TLS, isTrusted: false, problem: 'CERT_HAS_EXPIRED' } }))],
    ['referrer-policy', 'not-implemented 0', site(page())],
    ['referrer-policy', 'private 5', site(sending(['referrer-policy', 'unsafe-url, strict-origin']))],
    ['referrer-policy', 'private 5', site(showing('<meta name="referrer" content="no-referrer">'))],
    ['referrer-policy', 'unsafe -5', site(sending(['referrer-policy', 'unsafe-url']))],
    ['referrer-policy', 'header-invalid -5', site(sending(['referrer-policy', 'never']))],
    ['hsts', 'not-implemented -20', site(page())],
    ['hsts', 'not-implemented-no-https -20', site({ because: 'nobody listens' }, redirected('http://pay.example/'))],
    ['hsts', 'invalid-cert -20', site(page({ tls: { ...TLS, isTrusted: false, problem: 'CERT_HAS_EXPIRED' } }))],
    ['hsts', 'header-invalid -20', site(sending(['strict-transport-security', 'max-age=forever']))],
    ['hsts', 'header-invalid -20', site(sending(HSTS, HSTS))],
    [
      'hsts',
      'implemented-max-age-less-than-six-months -10',
      site(sending(['strict-transport-security', 'max-age=86400'])),
    ],
    [
      'hsts',
      'implemented-max-age-at-least-six-months 0',
      site(sending(['strict-transport-security', 'includeSubDomains; max-age="31536000"'])),
    ],
    [
      'sri',
      'not-implemented-response-not-html 0',
      site(page({ headers: [['content-type', 'application/json']], body: '<script src=http://x>' })),
    ],
    ['sri', 'not-implemented-but-no-scripts-loaded 0', site(showing('<script>1</script>'))],
    [
      'sri',
      'not-implemented-but-all-scripts-loaded-from-secure-origin 0',
      site(showing('<script src="/app.js"></script>')),
    ],
    [
      'sri',
      'not-implemented-but-external-scripts-loaded-securely -5',
      site(showing('<script src="//cdn.example/a.js"></script>')),
    ],
    [
      'sri',
      'not-implemented-and-external-scripts-not-loaded-securely -50',
      site(showing('<script src="http://cdn.example/a.js"></script>')),
    ],
    [
      'sri',
      'implemented-but-external-scripts-not-loaded-securely -20',
      site(showing('<script src="http://cdn.example/a.js" integrity="sha384-x"></script>')),
    ],
    [
      'sri',
      'implemented-and-external-scripts-loaded-securely 5',
      site(
        showing('<script src="/a.js"></script><script src="https://cdn.example/a.js" integrity="sha384-x"></script>'),
      ),
    ],
    [
      'sri',
      'implemented-and-all-scripts-loaded-securely 5',
      site(showing('<script src="/a.js" integrity="sha256-x"></script>')),
    ],
    [
      'sri',
      'not-implemented-but-external-scripts-loaded-securely -5',
      site(showing('<base href="https://cdn.example/"><script src="a.js"></script>')),
    ],
    ['nosniff', 'not-implemented -5', site(page())],
    ['nosniff', 'nosniff 0', site(sending(['x-content-type-options', 'NoSniff']))],
    ['nosniff', 'header-invalid -5', site(sending(['x-content-type-options', 'yes']))],
    ['framing', 'not-implemented -20', site(page())],
    ['framing', 'sameorigin-or-deny 5', site(sending(['x-frame-options', 'Deny']))],
    ['framing', 'allow-from-origin 0', site(sending(['x-frame-options', 'ALLOW-FROM https://x.example']))],
    ['framing', 'header-invalid -20', site(sending(['x-frame-options', 'no']))],
    ['framing', 'implemented-via-csp 5', csp("frame-ancestors 'none'")],
    ['framing', 'not-implemented -20', csp('frame-ancestors *')],
    [
      'framing',
      'not-implemented -20',
      site(showing(`<meta http-equiv="content-security-policy" content="frame-ancestors 'none'">`)),
    ],
  ])('%s: %s', (test, expected, given) => {
    expect(resultOf(test, given)).toBe(expected);
  });

  test('whatever costs points says what to send instead', () => {
    const bad = judgeSite(site(page(), redirected('http://pay.example/')));
    const costly = bad?.outcomes.filter(({ modifier }) => modifier < 0) ?? [];
    expect(costly.length).toBeGreaterThan(3);
    for (const { fix } of costly) expect(fix).toBeTruthy();
  });

  test('a site that does not answer is not judged', () => {
    expect(judgeSite(site({ because: 'no' }, { because: 'no' }))).toBeNull();
  });

  test('a page nested without end is no trouble', () => {
    expect(resultOf('sri', site(showing('<div>'.repeat(100_000))))).toBe('not-implemented-but-no-scripts-loaded 0');
  });
});

describe('score and letter', () => {
  const scored = (...modifiers: number[]) => {
    const { score, grade } = scoreOf(modifiers.map((modifier) => ({ modifier })));
    return `${score} ${grade}`;
  };

  test.each([
    ['no CSP, HSTS, framing or nosniff', [-25, -20, -20, -5], '30 D'],
    ['all good, with two bonuses', [5, 5], '110 A+'],
    ['one miss of 15 takes the bonuses away', [-15, 10, 10], '85 A-'],
    ['one miss of 10 does not', [-10, 5], '95 A'],
    ['nothing gained, nothing lost', [], '100 A+'],
    ['far below nothing', [-50, -50, -40], '0 F'],
    ['rounded down', [-27], '73 B'],
    ['just below a letter', [-21], '79 B'],
  ])('%s', (_, modifiers, expected) => {
    expect(scored(...modifiers)).toBe(expected);
  });

  test('a site that follows everything earns the A+', () => {
    const good = sending(
      ['content-security-policy', "default-src 'none'; script-src 'self'; frame-ancestors 'none'"],
      ['strict-transport-security', 'max-age=31536000; includeSubDomains'],
      ['x-content-type-options', 'nosniff'],
      ['referrer-policy', 'no-referrer'],
    );
    expect(judgeSite(site(good))).toMatchObject({ score: 120, grade: 'A+' });
  });

  test('the modifiers are within what the Observatory gives', () => {
    const all = Object.values(MODIFIERS).flatMap((table) => Object.values(table));
    expect([Math.min(...all), Math.max(...all)]).toEqual([-50, 10]);
  });
});
