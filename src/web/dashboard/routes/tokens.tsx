/** Tokens of programs, made and ended by owners of the organisation; the System page has the forms. */
import { Hono } from 'hono';
import { z } from 'zod';
import { makeApiToken, revokeApiToken } from '../../../infra/db/api-tokens.js';
import type { DashboardParts } from '../access/env.js';
import type { GuardEnv } from '../access/guard.js';
import { NAME_LIMIT, NewTokenPage, TOKEN_DAYS } from '../components/api-tokens.js';
import { organisationPath } from '../components/paths.js';
import { type FrameParts, frameOf } from './_frame.js';

const DAY = 86_400_000;

const wanted = z.object({
  name: z.string().trim().min(1).max(NAME_LIMIT),
  days: z.coerce.number().refine((days) => TOKEN_DAYS.some((known) => known === days)),
});

export function tokensRoutes(parts: DashboardParts & FrameParts): Hono<GuardEnv> {
  const { db, clock } = parts;
  const app = new Hono<GuardEnv>();

  app.post('/o/:org/tokens', async (context) => {
    const { account, installationId } = context.get('organisation');
    const back = async (text: string) =>
      context.redirect(
        await context.get('open').tell({ isOk: false, text }, organisationPath(account, '/system')),
        303,
      );
    const asked = wanted.safeParse(await context.req.parseBody());
    if (!asked.success) return back(`A token has a name of at most ${NAME_LIMIT} characters and ends within a year.`);
    const { name, days } = asked.data;
    const at = clock.now();
    const by = context.get('viewer').login;
    const token = await makeApiToken(db, { installationId, name, by, at, endsAt: new Date(at.getTime() + days * DAY) });
    if (token === null) return back('There is a token of this name already. Revoke it first, or choose another name.');
    return context.html(<NewTokenPage frame={frameOf(context, parts)} account={account} name={name} token={token} />);
  });

  app.post('/o/:org/tokens/:id{[0-9]+}/revoke', async (context) => {
    const { account, installationId } = context.get('organisation');
    const by = context.get('viewer').login;
    const id = Number(context.req.param('id'));
    // Longer numbers than the database holds are nobody's.
    const name = Number.isSafeInteger(id)
      ? await revokeApiToken(db, { installationId, id, by, at: clock.now() })
      : null;
    const text = name === null ? 'That token had ended already.' : 'The token is revoked.';
    const message = { isOk: true, text };
    return context.redirect(await context.get('open').tell(message, organisationPath(account, '/system')), 303);
  });
  return app;
}
