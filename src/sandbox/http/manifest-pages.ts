/** The two pages of GitHub's manifest flow: show what an App asks for, create it on a click, lead back with a code. */
import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { registerApp } from '../actions/apps.js';
import { ApiError } from '../api-error.js';
import type { AccessLevel } from '../state/model.js';
import type { World } from '../world.js';

interface Manifest {
  readonly name: string;
  readonly url: string;
  readonly hookUrl: string | null;
  readonly redirectUrl: URL;
  readonly callbackUrls: readonly string[];
  readonly permissions: Readonly<Record<string, AccessLevel>>;
  readonly events: readonly string[];
}

function webUrl(value: unknown, field: string): URL {
  const text = String(value ?? '');
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new ApiError(422, `${field} must be a web address`);
  return new URL(text);
}

/** @throws ApiError 422 saying which parameter is wrong. */
function parseManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ApiError(422, 'The manifest is not valid JSON');
  }
  if (typeof json !== 'object' || json === null) throw new ApiError(422, 'The manifest must be an object');
  const given = json as Record<string, unknown>;
  if (typeof given.name !== 'string' || given.name.trim() === '') throw new ApiError(422, 'name is missing');
  const hook = given.hook_attributes as { url?: unknown; active?: unknown } | undefined;
  const callbacks: unknown[] = Array.isArray(given.callback_urls) ? given.callback_urls : [];
  const events: unknown[] = Array.isArray(given.default_events) ? given.default_events : [];
  return {
    name: given.name.trim(),
    url: webUrl(given.url, 'url').href,
    hookUrl: hook === undefined || hook.active === false ? null : webUrl(hook.url, 'hook_attributes.url').href,
    redirectUrl: webUrl(given.redirect_url, 'redirect_url'),
    callbackUrls: callbacks.map((url) => webUrl(url, 'callback_urls').href),
    permissions: (given.default_permissions ?? {}) as Manifest['permissions'],
    events: events.map(String),
  };
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export function page(title: string, content: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
      </head>
      <body>
        <h1>${title}</h1>
        ${content}
      </body>
    </html>`;
}

function confirmation(manifest: Manifest, text: string, action: string, owner: string) {
  const asked = Object.entries(manifest.permissions);
  return page(
    'Create GitHub App',
    html`<p><strong>${manifest.name}</strong> will belong to <strong>${owner}</strong> and ask for:</p>
      <ul>
        ${asked.map(([name, level]) => html`<li>${name}: ${level}</li>`)}
      </ul>
      <p>Events: ${manifest.events.join(', ')}</p>
      <form method="post" action="${action}">
        <input type="hidden" name="manifest" value="${text}" />
        <button type="submit">Create GitHub App for ${owner}</button>
      </form>`,
  );
}

function entry(action: string) {
  return page(
    'Register new GitHub App',
    html`<form method="post" action="${action}">
      <p><label>Manifest (JSON)<br /><textarea name="manifest" rows="20" cols="80" required></textarea></label></p>
      <button type="submit">Continue</button>
    </form>`,
  );
}

async function manifestOf(c: Context): Promise<string> {
  const { manifest } = await c.req.parseBody();
  if (typeof manifest !== 'string') throw new ApiError(422, 'The form field "manifest" is missing');
  return manifest;
}

/** The account the App will belong to: the organisation of the path, or whoever is the first person here. */
function ownerOf(world: World, c: Context): string {
  const org = c.req.param('org');
  if (org !== undefined) {
    const organization = world.state.organization(org);
    if (organization === undefined) throw new ApiError(404, `There is no organisation ${org}`);
    return organization.login;
  }
  const person = [...world.state.users.values()].find((user) => user.type === 'User');
  if (person === undefined) throw new ApiError(404, 'There is nobody to own the App yet');
  return person.login;
}

async function create(world: World, c: Context): Promise<Response> {
  const manifest = parseManifest(await manifestOf(c));
  const app = await registerApp(world, {
    slug: slugOf(manifest.name),
    name: manifest.name,
    owner: ownerOf(world, c),
    permissions: manifest.permissions,
    events: manifest.events,
    externalUrl: manifest.url,
    webhookUrl: manifest.hookUrl,
    callbackUrls: manifest.callbackUrls,
  });
  const code = randomBytes(20).toString('hex');
  world.manifestCodes.set(code, { appId: app.id, at: world.clock.now() });
  const target = manifest.redirectUrl;
  target.searchParams.set('code', code);
  const state = c.req.query('state');
  if (state !== undefined) target.searchParams.set('state', state);
  return c.redirect(target.href, 302);
}

/** To be mounted at the root. */
export function manifestPages(world: World): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (!(error instanceof ApiError)) throw error;
    return c.html(page('Invalid GitHub App configuration', html`<p>${error.message}</p>`), error.status as 404 | 422);
  });
  for (const prefix of ['/settings/apps', '/organizations/:org/settings/apps']) {
    app.get(`${prefix}/new`, (c) => c.html(entry(new URL(c.req.url).search)));
    app.post(`${prefix}/new`, async (c) => {
      const { pathname, search } = new URL(c.req.url);
      const text = await manifestOf(c);
      const action = `${pathname.replace(/new\/?$/, 'create')}${search}`;
      return c.html(confirmation(parseManifest(text), text, action, ownerOf(world, c)));
    });
    app.post(`${prefix}/create`, (c) => create(world, c));
  }
  return app;
}
