/** The pages of signing in with an App: who are you here, do you let it know, and the address where it trades the code. */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { type Asked, letIn, trade } from '../actions/sign-in.js';
import { ApiError } from '../api-error.js';
import type { World } from '../world.js';
import { page } from './manifest-pages.js';

/** @throws ApiError 404 in GitHub's words for what it does not show an authorise button for. */
function askedOf(world: World, query: URLSearchParams): Asked {
  const app = [...world.state.apps.values()].find(({ clientId }) => clientId === query.get('client_id'));
  if (app === undefined) throw new ApiError(404, 'There is no App with this client_id');
  const redirectUri = query.get('redirect_uri') ?? app.callbackUrls[0];
  if (redirectUri === undefined || !app.callbackUrls.includes(redirectUri))
    throw new ApiError(404, 'The redirect_uri is not associated with this application.');
  const challenge = query.get('code_challenge');
  if (challenge !== null && query.get('code_challenge_method') !== 'S256')
    throw new ApiError(404, 'The code_challenge_method has to be S256.');
  return { app, redirectUri, state: query.get('state'), challenge };
}

function people(world: World): string[] {
  return [...world.state.users.values()].filter(({ type }) => type === 'User').map(({ login }) => login);
}

function choice(world: World, { app }: Asked, search: string, hint: string | null) {
  return page(
    `Authorize ${app.name}`,
    html`<p><strong>${app.name}</strong> would like to know who you are and what you can see.</p>
      <form method="post" action="/login/oauth/authorize${search}">
        <fieldset>
          <legend>In this sandbox you are</legend>
          ${people(world).map(
            (login) =>
              html`<p>
                <label
                  ><input type="radio" name="login" value="${login}" required ${login === hint ? 'checked' : ''} />
                  ${login}</label
                >
              </p>`,
          )}
        </fieldset>
        <button type="submit">Authorize ${app.name}</button>
        <button type="submit" name="cancel" value="1" formnovalidate>Cancel</button>
      </form>`,
  );
}

/** To be mounted at the root. */
export function signInPages(world: World): Hono {
  const app = new Hono();
  app.onError((error, context) => {
    if (!(error instanceof ApiError)) throw error;
    return context.html(page('Sign-in refused', html`<p>${error.message}</p>`), error.status as 404);
  });
  const queryOf = (context: Context) => new URL(context.req.url).searchParams;
  app.get('/login/oauth/authorize', (context) => {
    const query = queryOf(context);
    return context.html(choice(world, askedOf(world, query), `?${query}`, query.get('login')));
  });
  app.post('/login/oauth/authorize', async (context) => {
    const asked = askedOf(world, queryOf(context));
    const { login, cancel } = await context.req.parseBody();
    if (cancel !== undefined) return context.redirect(denied(asked), 302);
    const user = world.state.user(String(login));
    if (user === undefined) throw new ApiError(404, `There is nobody called ${String(login)}`);
    return context.redirect(letIn(world, asked, user.login), 302);
  });
  app.post('/login/oauth/access_token', async (context) => {
    const isJson = (context.req.header('content-type') ?? '').includes('json');
    // What cannot be read holds no code.
    const given: Record<string, unknown> = isJson
      ? await context.req.json().catch(() => ({}))
      : await context.req.parseBody();
    const traded = trade(world, given);
    const body =
      'error' in traded
        ? traded
        : {
            access_token: traded.token,
            expires_in: Math.ceil((traded.expiresAt.getTime() - world.clock.now().getTime()) / 1000),
            token_type: 'bearer',
            scope: '',
          };
    // Whoever does not ask for JSON gets a form.
    if ((context.req.header('accept') ?? '').includes('json')) return context.json(body);
    const fields = Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]);
    return context.body(new URLSearchParams(fields).toString(), 200, {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    });
  });
  return app;
}

function denied({ redirectUri, state }: Asked): string {
  const url = new URL(redirectUri);
  url.searchParams.set('error', 'access_denied');
  url.searchParams.set('error_description', 'The user has denied your application access.');
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
}
