/** The manifest against `app.yml` itself, and the permissions explained against what it asks for. */
import { readFileSync } from 'node:fs';
import { parseGitHubSite } from '../../../src/core/github-site.js';
import { type Answers, buildManifest, parseTemplate, registrationUrl } from '../../../src/web/setup/manifest.js';
import { CORE, OPTIONAL_TIERS, TIERS } from '../../../src/core/permissions.js';

const template = parseTemplate(readFileSync('app.yml', 'utf8'));
const answers: Answers = {
  organisation: 'acme',
  name: 'seaworthy-acme',
  site: parseGitHubSite('https://github.com'),
  publicUrl: 'https://seaworthy.example.com',
  tiers: [],
};
const build = (change: Partial<Answers> = {}, app = template) =>
  buildManifest(app, { ...answers, ...change }, 'http://127.0.0.1:4000/callback');

test('app.yml asks for the core tier, as it is explained', () => {
  expect(template.default_permissions).toEqual(
    Object.fromEntries(CORE.permissions.map(({ key, access }) => [key, access])),
  );
});

test('every event of app.yml comes with a permission that is explained', () => {
  expect([...template.default_events].sort()).toEqual(CORE.permissions.flatMap(({ events }) => events).sort());
});

test('the manifest has the whole webhook address and comes back to this machine', () => {
  expect(build()).toMatchObject({
    hook_attributes: { url: 'https://seaworthy.example.com/api/github/webhooks', active: true },
    redirect_url: 'http://127.0.0.1:4000/callback',
    public: false,
  });
});

test.each(OPTIONAL_TIERS.map((tier) => [tier.id, tier] as const))(
  'tier %s adds what it says and nothing else',
  (id, tier) => {
    const manifest = build({ tiers: [id] });
    const expected = [CORE, tier].flatMap(({ permissions }) => permissions);
    expect(manifest.default_permissions).toEqual(Object.fromEntries(expected.map(({ key, access }) => [key, access])));
    expect([...manifest.default_events].sort()).toEqual(expected.flatMap(({ events }) => events).sort());
  },
);

test('a tier that app.yml asks for and the operator refuses is left out, with its events', () => {
  const wider = {
    ...template,
    default_permissions: { ...template.default_permissions, administration: 'read' as const },
    default_events: [...template.default_events, 'branch_protection_rule'],
  };
  expect(build({}, wider)).toEqual(build());
});

test('addresses in app.yml keep their path and get the public host', () => {
  const app = {
    ...template,
    callback_urls: ['https://HOST.invalid/auth/callback'],
    setup_url: 'https://HOST.invalid/setup',
  };
  expect(build({}, app)).toMatchObject({
    callback_urls: ['https://seaworthy.example.com/auth/callback'],
    setup_url: 'https://seaworthy.example.com/setup',
  });
});

test('a permission is explained once, and again only where a tier asks for more of it', () => {
  const keys = TIERS.flatMap(({ permissions }) => permissions.map(({ key, access }) => `${key}: ${access}`));
  expect(new Set(keys).size).toBe(keys.length);
  const optional = OPTIONAL_TIERS.flatMap(({ permissions }) => permissions.map(({ key }) => key));
  expect(new Set(optional).size).toBe(optional.length);
});

test('what the core asks for stays when the tier that asks for more of it is refused', () => {
  const permissions = { ...template.default_permissions, organization_custom_properties: 'write' as const };
  expect(build({}, { ...template, default_permissions: permissions })).toEqual(build());
  expect(build({ tiers: ['inventory'] }).default_permissions.organization_custom_properties).toBe('write');
});

test.each([
  ['an organisation', 'acme', 'https://github.com', 'https://github.com/organizations/acme/settings/apps/new?state=s'],
  ['a person', '', 'https://github.com', 'https://github.com/settings/apps/new?state=s'],
  [
    'Enterprise',
    'acme',
    'https://git.example.com',
    'https://git.example.com/organizations/acme/settings/apps/new?state=s',
  ],
])('the form for %s goes to the right address', (_, organisation, site, expected) => {
  expect(registrationUrl({ organisation, site: parseGitHubSite(site) }, 's')).toBe(expected);
});

test.each([
  ['no YAML', '{', 'not valid YAML'],
  ['a list', '- a', 'the file'],
  [
    'an unknown level',
    'name: a\nurl: https://a.example\ndefault_events: []\ndefault_permissions: { issues: all }',
    'default_permissions.issues',
  ],
])('app.yml with %s is refused, and how to restore it is said', (_, text, expected) => {
  expect(() => parseTemplate(text)).toThrow(expected);
  expect(() => parseTemplate(text)).toThrow('git checkout app.yml');
});
