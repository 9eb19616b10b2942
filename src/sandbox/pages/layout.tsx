/** The frame of every page: where one is, whom one acts as, and the way to the webhook deliveries. */
import type { Child } from 'hono/jsx';
import type { Account, RepoName } from './view.js';
import { repoPath } from './parts.js';

export interface Visit {
  /** Whom the visitor acts as. */
  readonly as: string;
  readonly users: readonly Account[];
  /** Where to come back to after switching. */
  readonly path: string;
}

const TABS = [
  { name: 'code', end: '', shows: 'Code' },
  { name: 'issues', end: '/issues', shows: 'Issues' },
  { name: 'pulls', end: '/pulls', shows: 'Pull requests' },
  { name: 'deployments', end: '/deployments', shows: 'Deployments' },
] as const;

function tabOf(path: string): (typeof TABS)[number]['name'] {
  const section = path.split('/')[3] ?? '';
  if (section === 'issues' || section === 'deployments') return section;
  return section === 'pull' || section === 'pulls' ? 'pulls' : 'code';
}

interface LayoutProps {
  readonly title: string;
  readonly visit: Visit;
  readonly repo?: RepoName;
  readonly owner?: string;
  readonly children?: Child;
}

export function Layout({ title, visit, repo, owner = repo?.owner, children }: LayoutProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title} · Sandbox</title>
        <link rel="stylesheet" href="/_sandbox/style.css" />
      </head>
      <body>
        <header class="top">
          <nav class="crumbs" aria-label="Where you are">
            <a href="/" class="home">
              Sandbox
            </a>
            {owner === undefined ? null : (
              <>
                <span aria-hidden="true">/</span>
                <a href={`/${owner}`}>{owner}</a>
              </>
            )}
            {repo === undefined ? null : (
              <>
                <span aria-hidden="true">/</span>
                <a href={repoPath(repo)}>
                  <strong>{repo.repo}</strong>
                </a>
              </>
            )}
          </nav>
          <a href="/_sandbox/deliveries">Webhooks</a>
          <form method="post" action="/_sandbox/act-as" class="act-as">
            <input type="hidden" name="back" value={visit.path} />
            <label for="act-as">Act as</label>
            <select id="act-as" name="login">
              {visit.users.map(({ login }) => (
                <option value={login} selected={login === visit.as}>
                  {login}
                </option>
              ))}
            </select>
            <button type="submit" class="small">
              Switch
            </button>
          </form>
        </header>
        {repo === undefined ? null : (
          <nav class="tabs" aria-label="Repository">
            {TABS.map(({ name, end, shows }) => (
              <a href={repoPath(repo) + end} aria-current={tabOf(visit.path) === name ? 'page' : undefined}>
                {shows}
              </a>
            ))}
          </nav>
        )}
        <main>{children}</main>
        <footer>A local stand-in for GitHub. Nothing here leaves this machine.</footer>
      </body>
    </html>
  );
}

export function Notice({ title, visit, message }: { title: string; visit: Visit; message: string }) {
  return (
    <Layout title={title} visit={visit}>
      <h1>{title}</h1>
      <p>{message}</p>
      <p>
        <a href={visit.path}>Back</a>
      </p>
    </Layout>
  );
}
