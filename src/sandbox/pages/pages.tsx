/** The sandbox's pages over HTTP: what a visitor may look at, and the forms through which they act as a user. */
import { type Context, Hono, type Next } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { Commit, CheckRun } from './change.js';
import { Deliveries } from './deliveries.js';
import { Deployments } from './deployments.js';
import { File } from './file.js';
import { Issue, Pull } from './issue.js';
import { Notice, type Visit } from './layout.js';
import { toggleTask } from './markdown/tasks.js';
import { Home, Owner, Repository, ThreadList } from './overview.js';
import { repoPath } from './parts.js';
import { STYLE } from './style.js';
import type { ActionResult, RepoName, SandboxView } from './view.js';

const COOKIE = 'sandbox-user';
const MERGE_WAYS = ['merge', 'enqueue', 'dequeue'] as const;
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};
type Page = ReturnType<typeof Notice>;
type Respond = (context: Context, next: Next) => Promise<Response | undefined>;

/** Mount at the root, after the API's routes: an address no page knows is left to whoever comes next. */
export function createPages(view: SandboxView): Hono {
  const app = new Hono();

  async function visitOf(context: Context, path = context.req.path): Promise<Visit> {
    const users = await view.users();
    const wanted = getCookie(context, COOKIE);
    const as = users.find(({ login }) => login === wanted)?.login ?? users[0]?.login ?? '';
    return { users, as, path };
  }

  /** A page, or whatever comes next when what it is about does not exist. */
  function show(draw: (context: Context, visit: Visit) => Promise<Page | null>): Respond {
    return async (context, next) => {
      const visit = await visitOf(context);
      const page = await draw(context, visit);
      if (page !== null) return context.html(`<!doctype html>${await page}`, 200, HEADERS);
      if (!(context.req.header('accept') ?? '').includes('text/html')) {
        await next();
        return undefined;
      }
      const notice = <Notice title="Not found" visit={{ ...visit, path: '/' }} message="There is nothing here." />;
      return context.html(`<!doctype html>${await notice}`, 404, HEADERS);
    };
  }

  /** Back to the page one came from, or a sentence on why it was not done. */
  async function finish(context: Context, result: ActionResult, back: string): Promise<Response> {
    if (result.ok) return context.redirect(back, 303);
    const visit = await visitOf(context, back);
    const notice = <Notice title="That did not work" visit={visit} message={result.message} />;
    return context.html(`<!doctype html>${await notice}`, refusedStatus(result.status), HEADERS);
  }

  app.get('/_sandbox/style.css', (context) => context.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get(
    '/',
    show(async (_, visit) => <Home owners={await view.owners()} visit={visit} />),
  );
  app.get(
    '/_sandbox/deliveries',
    show(async (_, visit) => <Deliveries deliveries={await view.deliveries()} visit={visit} />),
  );
  app.get(
    '/:owner',
    show(async (context, visit) => {
      const owner = context.req.param('owner') ?? '';
      const repositories = await view.repositories(owner);
      return repositories === null ? null : <Owner owner={owner} repositories={repositories} visit={visit} />;
    }),
  );

  const repository = show(async (context, visit) => {
    const branch = context.req.param('branch');
    const page = await view.repository(nameOf(context), branch);
    return page === null ? null : <Repository page={page} branch={branch ?? page.defaultBranch} visit={visit} />;
  });
  app.get('/:owner/:repo', repository);
  app.get('/:owner/:repo/tree/:branch{.+}', repository);
  for (const [path, kind] of [
    ['issues', 'issues'],
    ['pulls', 'pull'],
  ] as const)
    app.get(
      `/:owner/:repo/${path}`,
      show(async (context, visit) => {
        const page = await view.repository(nameOf(context));
        return page === null ? null : <ThreadList page={page} kind={kind} visit={visit} />;
      }),
    );
  app.get('/:owner/:repo/issues/:number{[0-9]+}', async (context, next) => {
    const [name, number] = [nameOf(context), numberOf(context)];
    if ((await view.pull(name, number)) === null) return next();
    return context.redirect(`${repoPath(name)}/pull/${number}`);
  });
  app.get(
    '/:owner/:repo/issues/:number{[0-9]+}',
    show(async (context, visit) => {
      const page = await view.issue(nameOf(context), numberOf(context));
      return page === null ? null : <Issue name={nameOf(context)} page={page} visit={visit} />;
    }),
  );
  app.get(
    '/:owner/:repo/pull/:number{[0-9]+}',
    show(async (context, visit) => {
      const page = await view.pull(nameOf(context), numberOf(context), visit.as);
      return page === null ? null : <Pull name={nameOf(context)} page={page} visit={visit} />;
    }),
  );
  app.get(
    '/:owner/:repo/commit/:sha{[0-9a-f]{7,40}}',
    show(async (context, visit) => {
      const page = await view.commit(nameOf(context), context.req.param('sha') ?? '');
      return page === null ? null : <Commit name={nameOf(context)} page={page} visit={visit} />;
    }),
  );
  app.get(
    '/:owner/:repo/blob/:rest{.+}',
    show(async (context, visit) => {
      const page = await view.file(nameOf(context), context.req.param('rest') ?? '');
      return page === null ? null : <File name={nameOf(context)} page={page} visit={visit} />;
    }),
  );
  app.get(
    '/:owner/:repo/runs/:number{[0-9]+}',
    show(async (context, visit) => {
      const page = await view.checkRun(nameOf(context), numberOf(context));
      return page === null ? null : <CheckRun name={nameOf(context)} page={page} visit={visit} />;
    }),
  );
  app.get(
    '/:owner/:repo/deployments',
    show(async (context, visit) => {
      const page = await view.deployments(nameOf(context));
      return page === null ? null : <Deployments name={nameOf(context)} page={page} visit={visit} />;
    }),
  );
  app.get('/:owner/:repo/actions/runs/:number{[0-9]+}', async (context, next) => {
    const page = await view.deployments(nameOf(context));
    if (!page?.deployments.some(({ runId }) => runId === numberOf(context))) return next();
    return context.redirect(`${repoPath(nameOf(context))}/deployments#run-${numberOf(context)}`);
  });

  const sameSite = csrf();
  app.post('/_sandbox/act-as', sameSite, async (context) => {
    const form = await formOf(context);
    setCookie(context, COOKIE, form('login'), { httpOnly: true, sameSite: 'Lax', path: '/' });
    // Only a path of this very site: `//host` would lead away.
    return context.redirect(/^\/(?![/\\])/.test(form('back')) ? form('back') : '/', 303);
  });
  app.post('/_sandbox/deliveries/:number{[0-9]+}/redeliver', sameSite, async (context) =>
    finish(context, await view.redeliver(numberOf(context)), '/_sandbox/deliveries'),
  );
  app.post('/:owner/:repo/issues', sameSite, async (context) => {
    const form = await formOf(context);
    const { as } = await visitOf(context);
    const result = await view.openIssue(as, nameOf(context), form('title'), form('body'));
    return finish(context, result, `${repoPath(nameOf(context))}/issues/${result.number ?? ''}`);
  });
  app.post('/:owner/:repo/issues/:number{[0-9]+}/:action{task|edit|comment}', sameSite, async (context) => {
    const [name, number, form, { as }] = [
      nameOf(context),
      numberOf(context),
      await formOf(context),
      await visitOf(context),
    ];
    const pull = await view.pull(name, number);
    const back = `${repoPath(name)}/${pull === null ? 'issues' : 'pull'}/${number}`;
    switch (context.req.param('action')) {
      case 'task':
        return finish(context, await clickTask(view, as, name, number, form('task')), `${back}#body`);
      case 'edit':
        return finish(
          context,
          await view.editIssue(as, name, number, { title: form('title'), body: form('body') }),
          back,
        );
      default:
        return finish(context, await say(view, as, name, number, form('body'), form('state')), back);
    }
  });
  app.post('/:owner/:repo/pull/:number{[0-9]+}/:how{merge|enqueue|dequeue}', sameSite, async (context) => {
    const [name, number] = [nameOf(context), numberOf(context)];
    const how = MERGE_WAYS.find((way) => way === context.req.param('how')) ?? 'merge';
    const { as } = await visitOf(context);
    return finish(context, await view.mergePull(as, name, number, how), `${repoPath(name)}/pull/${number}#merge`);
  });
  app.post('/:owner/:repo/runs/:number{[0-9]+}', sameSite, async (context) => {
    const form = await formOf(context);
    const { as } = await visitOf(context);
    return finish(
      context,
      await view.actOnCheck(as, nameOf(context), numberOf(context), form('button') || null),
      context.req.path,
    );
  });
  app.post('/:owner/:repo/deployments', sameSite, async (context) => {
    const form = await formOf(context);
    const { as } = await visitOf(context);
    const result = await view.deploy(as, nameOf(context), form('environment'), form('ref'));
    return finish(context, result, `${repoPath(nameOf(context))}/deployments`);
  });
  return app;
}

/** Reads the body afresh and flips the one box, as a click on GitHub does. */
async function clickTask(
  view: SandboxView,
  as: string,
  name: RepoName,
  number: number,
  key: string,
): Promise<ActionResult> {
  const thread = (await view.issue(name, number)) ?? (await view.pull(name, number));
  if (thread === null) return { ok: false, status: 404, message: 'There is no such issue.' };
  const body = toggleTask(thread.body, key);
  if (body !== null) return view.editIssue(as, name, number, { body });
  return { ok: false, status: 409, message: 'Somebody changed this line meanwhile. Go back and click again.' };
}

/** A comment, a change of state, or both, in the order in which GitHub's "Close with comment" does them. */
async function say(
  view: SandboxView,
  as: string,
  name: RepoName,
  number: number,
  body: string,
  state: string,
): Promise<ActionResult> {
  if (body.trim() === '' && state === '') return { ok: false, status: 422, message: 'A comment needs some text.' };
  const said: ActionResult = body.trim() === '' ? { ok: true } : await view.comment(as, name, number, body);
  if (!said.ok || (state !== 'open' && state !== 'closed')) return said;
  return view.editIssue(as, name, number, { state });
}

function nameOf(context: Context): RepoName {
  return { owner: context.req.param('owner') ?? '', repo: context.req.param('repo') ?? '' };
}

function numberOf(context: Context): number {
  return Number(context.req.param('number'));
}

async function formOf(context: Context): Promise<(field: string) => string> {
  const form = await context.req.parseBody();
  return (field) => {
    const value = form[field];
    return typeof value === 'string' ? value : '';
  };
}

function refusedStatus(status: number): 400 | 403 | 404 | 405 | 409 | 410 | 422 {
  return ([403, 404, 405, 409, 410, 422] as const).find((known) => known === status) ?? 400;
}
