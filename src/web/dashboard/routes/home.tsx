/** Where everybody begins: the accounts that have Seaworthy and that the viewer has to do with. */
import { Hono } from 'hono';
import { organisationsOf } from '../../../infra/db/viewers.js';
import type { DashboardEnv, DashboardParts, SeenOrganisation } from '../access/env.js';
import { Empty } from '../components/empty.js';
import { FormToken } from '../components/form-token.js';
import { Layout } from '../components/layout.js';
import { organisationPath } from '../components/paths.js';
import { Person } from '../components/person.js';
import { type FrameParts, outerFrame } from './_frame.js';

export function homeRoutes(parts: DashboardParts & FrameParts): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  app.get('/', async (context) => {
    const organisations = await organisationsOf(parts.db, context.get('viewer'));
    const [only, another] = organisations;
    if (only !== undefined && another === undefined) return context.redirect(organisationPath(only.account), 303);
    return context.html(
      <Layout title="Organisations" frame={outerFrame(context, parts)}>
        <h1>Organisations</h1>
        <Organisations list={organisations} />
      </Layout>,
    );
  });

  app.get('/account', async (context) => {
    const session = context.get('session');
    return context.html(
      <Layout title="Your account" frame={outerFrame(context, parts)}>
        <h1>Your account</h1>
        <p>
          You are signed in as <Person login={session.viewer.login} />. The pages show you what GitHub shows you, in
          these organisations:
        </p>
        <Organisations list={await organisationsOf(parts.db, session.viewer)} />
        <form method="post" action="/logout">
          <FormToken session={session} path="/logout" />
          <button type="submit" class="btn" name="everywhere" value="1">
            Sign out everywhere
          </button>
        </form>
      </Layout>,
    );
  });
  return app;
}

function Organisations({ list }: { readonly list: readonly SeenOrganisation[] }) {
  if (list.length === 0)
    return (
      <Empty icon="repo" title="No organisations yet">
        Seaworthy is not installed where you have access to a repository, or GitHub does not say so. An owner of the
        organisation installs it; then this page shows it within minutes.
      </Empty>
    );
  return (
    <ul class="Box">
      {list.map(({ account }) => (
        <li class="Box-row">
          <a href={organisationPath(account)} class="text-bold">
            <bdi>{account}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
