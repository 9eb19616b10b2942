/** Which ways lead into the dashboard and back: addresses, forms, and what hangs on a cookie. */
import { isFromUs, originOf, returnPath } from '../../../src/web/dashboard/access/origin.js';
import { newCookie, sealOf } from '../../../src/web/dashboard/access/seal.js';

const OWN = 'https://seaworthy.example.com';

test.each([
  ['/o/acme?state=ready', '/o/acme?state=ready'],
  ['/o/acme/../other', '/o/other'],
  [undefined, '/'],
  ['', '/'],
  ['o/acme', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/.//evil.example/', '/'],
  ['/..//evil.example', '/'],
  ['/%2f/evil.example', '/%2f/evil.example'],
  ['/\t/evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/login', '/'],
  ['/login/callback?code=1', '/'],
  ['/logout', '/'],
  ['/loginx', '/loginx'],
  [`/${'x'.repeat(2000)}`, '/'],
])('asked to lead back to %s it leads to %s', (asked, expected) => {
  expect(returnPath(asked, OWN)).toBe(expected);
});

test.each([
  ['the public address', OWN, 'http://inside:3000/x', OWN],
  ['this machine, where none is set', null, 'http://127.0.0.1:3000/x', 'http://127.0.0.1:3000'],
  ['this machine by name', null, 'http://localhost:3000/', 'http://localhost:3000'],
  ['nowhere, where none is set and somebody names another', null, 'http://evil.example/', null],
])('people find it at %s', (_name, publicUrl, requestUrl, expected) => {
  expect(originOf(publicUrl, requestUrl)).toBe(expected);
});

test.each([
  [OWN, 'same-origin', true],
  [OWN, undefined, true],
  [undefined, 'same-origin', true],
  [undefined, undefined, false],
  ['null', undefined, false],
  ['null', 'same-origin', false],
  ['https://evil.example.com', undefined, false],
  ['https://evil.example.com', 'same-site', false],
  [OWN, 'cross-site', false],
  [undefined, 'none', false],
])('a form with Origin %s and Sec-Fetch-Site %s is ours: %s', (origin, site, expected) => {
  expect(isFromUs({ origin, site }, OWN)).toBe(expected);
});

test('what one cookie sealed no other opens, and nothing that was changed', () => {
  const [mine, theirs] = [sealOf(newCookie()), sealOf(newCookie())];
  const sealed = mine?.seal('ghu_of_somebody') ?? '';
  const changed = Buffer.from(sealed, 'base64');
  changed[20] = (changed[20] ?? 0) ^ 1;
  expect(mine?.open(sealed)).toBe('ghu_of_somebody');
  expect([theirs?.open(sealed), mine?.open(changed.toString('base64')), mine?.open('')]).toEqual([null, null, null]);
  expect([mine?.id === theirs?.id, sealed === mine?.seal('ghu_of_somebody')]).toEqual([false, false]);
});

test('a form’s token is of one session and one path, in whatever spelling', () => {
  const [mine, theirs] = [sealOf(newCookie()), sealOf(newCookie())];
  const token = mine?.formToken('/o/acme/r/a b/launch');
  expect(mine?.formToken('https://inside:3000/o/acme/r/a%20b/launch?x=1')).toBe(token);
  expect([theirs?.formToken('/o/acme/r/a b/launch'), mine?.formToken('/o/acme/r/a b/approve')]).not.toContain(token);
});

test.each(['', 'x', 'ä'.repeat(43), `${newCookie()}=`])('%s is no cookie of ours', (cookie) => {
  expect(sealOf(cookie)).toBeNull();
});
