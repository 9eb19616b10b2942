/** What a manager decides on the page of a repository: each form gives the command of its name, and the page says what came of it. */
import { type Context, Hono } from 'hono';
import { GitHubError, Unauthorized } from '../../../infra/github/errors.js';
import type { Act, ActName, DashboardParts } from '../access/env.js';
import type { GuardEnv, Guards } from '../access/guard.js';
import { SEEN_AT } from '../components/form-token.js';
import { repositoryPath } from '../components/paths.js';

type Fields = Readonly<Record<string, unknown>>;

/** How a form becomes what somebody would have said: nothing entered takes the decision back. */
const ACTIONS: Readonly<Record<ActName, (fields: Fields) => string>> = {
  launch: ({ day }) => word(day) || 'none',
  champion: ({ login }) => (word(login) === '' ? 'none' : `@${word(login).replace(/^@/, '')}`),
  approve: ({ item }) => word(item),
};

/** Longer than any login, date or item. */
const LONGEST = 200;

const DONE = 'Done.';
const NOT_DONE = 'Nothing was changed.';
/** Also for what asks GitHub further on. */
export const AWAY = 'GitHub cannot be asked just now, so nothing was changed. Try again in a minute.';

export function actionsRoutes(
  { people, act, clock }: Pick<DashboardParts, 'people' | 'act' | 'clock'>,
  guards: Guards,
): Hono<GuardEnv> {
  const app = new Hono<GuardEnv>();

  /** As GitHub knows them at this moment: logins change hands, and permissions go by them. Null when GitHub is away. */
  async function viewerNow(context: Context<GuardEnv>) {
    const { token, viewer } = context.get('open');
    try {
      const self = await people?.as(token, viewer.userId).self();
      return self?.id === viewer.userId ? { userId: self.id, login: self.login } : null;
    } catch (error) {
      if (error instanceof GitHubError && !(error instanceof Unauthorized)) return null;
      throw error;
    }
  }

  for (const [name, argsOf] of Object.entries(ACTIONS) as [ActName, (fields: Fields) => string][]) {
    app.post(`/o/:org/r/:repo/${name}`, async (context) => {
      const { id: repositoryId, name: repository } = context.get('repository');
      const fields = await context.req.parseBody();
      const said = { name, args: argsOf(fields), seenAt: seenAt(fields, clock.now()) };
      let result: Awaited<ReturnType<Act>>;
      try {
        const by = await viewerNow(context);
        result = by === null ? { ok: false, text: AWAY } : await act(said, { repositoryId }, by);
      } catch (error) {
        if (error instanceof Unauthorized) return guards.withdrawn(context);
        throw error;
      }
      const message = { isOk: result.ok, text: result.text ?? (result.ok ? DONE : NOT_DONE) };
      const page = repositoryPath(context.get('organisation').account, repository);
      return context.redirect(await context.get('open').tell(message, page), 303);
    });
  }
  return app;
}

/** Long ago where the form does not say it, or says what cannot be: then everything has changed since. */
function seenAt({ [SEEN_AT]: said }: Fields, now: Date): Date {
  const at = new Date(word(said));
  return at.getTime() <= now.getTime() ? at : new Date(0);
}

function word(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, LONGEST) : '';
}
