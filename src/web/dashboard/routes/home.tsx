/** Where everybody begins: the accounts that have Seaworthy and that the viewer has to do with. */
import { Hono } from 'hono';
import { organisationsOf } from '../../../infra/db/viewers.js';
import type { DashboardEnv, DashboardParts } from '../access/env.js';
import { BarePage } from '../components/bare-page.js';

export function homeRoutes({ db }: DashboardParts): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  app.get('/', async (context) => {
    const organisations = await organisationsOf(db, context.get('viewer'));
    const [only, another] = organisations;
    if (only !== undefined && another === undefined) return context.redirect(pathOf(only.account), 303);
    return context.html(
      <BarePage title="Organisations">
        <ul>
          {organisations.map(({ account }) => (
            <li>
              <a href={pathOf(account)}>
                <bdi>{account}</bdi>
              </a>
            </li>
          ))}
        </ul>
      </BarePage>,
    );
  });
  return app;
}

function pathOf(account: string): string {
  return `/o/${encodeURIComponent(account)}`;
}
