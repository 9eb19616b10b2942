/** The checklists for what runs: every control of Mozilla's websec-check is covered, and nothing is done by accident. */
import { itemsOf } from '../../src/domain/checklist/index.js';
import { readChecklists } from '../../src/infra/catalogue.js';

/** The 54 boxes of websec-check, by our numbers; `WEB-3` and `WEB-4` are headings over the boxes under them. */
const CONTROLS = `
  RM-1 RM-2
  INF-1 INF-2 INF-3 INF-3.1 INF-4 INF-4.1 INF-4.2 INF-4.3 INF-5.1 INF-5.2 INF-5.3 INF-6
  DEV-1 DEV-1.1 DEV-1.2 DEV-2 DEV-3 DEV-4 DEV-5
  DSO-1 LOG-1
  WEB-1 WEB-1.1 WEB-1.2 WEB-1.3 WEB-1.4 WEB-2 WEB-3 WEB-3.1 WEB-3.2 WEB-3.3 WEB-4 WEB-4.1 WEB-4.2 WEB-4.3 WEB-5 WEB-6
  SEC-1 SEC-2 SEC-3 SEC-4 SEC-5
  DB-1 DB-2
  COM-1 COM-2 COM-3 COM-4 COM-5 COM-6 COM-7 COM-8
`
  .trim()
  .split(/\s+/)
  .map((control) => `WEBSEC-${control}`);

/** What repository.yml answers for: the hygiene of the code, not of the service. */
const IN_REPOSITORY = new Set(['WEBSEC-DEV-1.2', 'WEBSEC-DEV-3', 'WEBSEC-DEV-4']);

/** Ids that issues and databases hold since the first catalogue. */
const FIRST_IDS =
  'risk-assessment hsts tls csp no-framing nosniff sri cookies csrf access-on-server admin-guarded sql-parameters output-escaped outgoing-requests logs-kept'.split(
    ' ',
  );

const { checklists, problems } = await readChecklists('checklists');

function itemsIn(name: string) {
  const checklist = checklists.get(name);
  return checklist === undefined ? [] : itemsOf([checklist]);
}

const web = itemsIn('web-service');
const hosted = itemsIn('self-hosted');
const ours = [...web, ...hosted];

test('the files have no problems', () => {
  expect(problems).toEqual([]);
});

test('there are 54 controls', () => {
  expect(new Set(CONTROLS).size).toBe(54);
});

test.each(CONTROLS)('%s is satisfied by an item of the checklist that answers for it', (control) => {
  const items = IN_REPOSITORY.has(control) ? itemsIn('repository') : web;
  expect(items.filter(({ satisfies }) => satisfies.includes(control)).length).toBeGreaterThan(0);
});

test('no item names a control that websec-check does not have', () => {
  const named = ours.flatMap(({ satisfies }) => satisfies.filter((control) => control.startsWith('WEBSEC-')));
  expect(named.filter((control) => !CONTROLS.includes(control))).toEqual([]);
});

test('the ids of the first catalogue are still there', () => {
  expect(web.map(({ id }) => id)).toEqual(expect.arrayContaining(FIRST_IDS));
});

test('the number of items by level', () => {
  const count = (items: typeof web) => ({
    all: items.length,
    ...Object.fromEntries(
      ['MUST', 'SHOULD', 'OPTIONAL'].map((level) => [level, items.filter((item) => item.level === level).length]),
    ),
  });
  expect({ web: count(web), hosted: count(hosted) }).toEqual({
    web: { all: 44, MUST: 37, SHOULD: 5, OPTIONAL: 2 },
    hosted: { all: 18, MUST: 13, SHOULD: 5, OPTIONAL: 0 },
  });
});

/** Whoever does the one item has, by the rule of sharing, done the other one: its controls must not be among the first one's. */
test('no item is done by doing another one of the same two checklists', () => {
  const shadowed = ours.flatMap((item) =>
    ours
      .filter(
        (other) =>
          other !== item && item.satisfies.length > 0 && item.satisfies.every((id) => other.satisfies.includes(id)),
      )
      .map((other) => `${item.id} by ${other.id}`),
  );
  expect(shadowed).toEqual([]);
});

test('what can be looked at from outside or in files names its question', () => {
  const questions = Object.fromEntries(ours.flatMap(({ id, verify }) => (verify === undefined ? [] : [[id, verify]])));
  expect(questions).toEqual({
    'admin-unframed': 'admin-framing-refused',
    csrf: 'is-csrf-protection-on',
    'deployed-from-organisation': 'is-built-in-organisation',
    'outgoing-requests': 'are-outgoing-requests-limited',
    'output-escaped': 'is-output-escaped',
    'sql-parameters': 'is-sql-injection-absent',
    'private-uncached': 'private-answers-uncached',
    'sign-in-provider': 'sign-in-delegated',
    hsts: 'hsts-set',
    'hsts-preload': 'hsts-preloaded',
    'https-only': 'https-redirect',
    tls: 'tls-intermediate',
    csp: 'csp-set',
    'csp-api': 'csp-api-locked',
    'csp-reports': 'csp-reported',
    'no-framing': 'framing-refused',
    nosniff: 'nosniff-set',
    'observatory-grade': 'observatory-grade',
    sri: 'sri-used',
    'links-noopener': 'links-noopener',
    'api-content-type': 'api-content-typed',
    'openapi-published': 'openapi-published',
    cookies: 'cookies-flagged',
    'admin-guarded': 'admin-not-public',
    'base-image-official': 'dockerfile-base-official',
    'deployed-tag-signed': 'release-tags-signed',
    'service-code-analysed': 'code-analysed-on-change',
    'off-the-internet': 'host-not-public',
    'exposure-checked': 'ports-closed-outside',
    'host-account-least': 'container-not-root',
    'hosting-guide': 'hosting-guide-present',
    'support-end-dates': 'support-dates-stated',
  });
});

test('what needs the security team says so', () => {
  expect(ours.filter(({ approve }) => approve === 'security').map(({ id }) => id)).toEqual([
    'admin-guarded',
    'dual-sign-off',
    'zap-baseline',
  ]);
});
