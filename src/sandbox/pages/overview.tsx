/** The pages that lead to others: the start, an owner's repositories, a repository with its branches, commits and threads. */
import { Layout, type Visit } from './layout.js';
import { Avatar, CheckIcons, count, Empty, Labels, repoPath, StatePill, When } from './parts.js';
import type { Account, RepoName, RepoPage, RepoSummary, ThreadSummary } from './view.js';

export function Home({ owners, visit }: { readonly owners: readonly Account[]; readonly visit: Visit }) {
  return (
    <Layout title="Home" visit={visit}>
      <h1>Organizations and people</h1>
      {owners.length === 0 ? <Empty>Nobody is here yet.</Empty> : null}
      <ul class="rows">
        {owners.map(({ login, type }) => (
          <li>
            <Avatar login={login} />
            <a href={`/${login}`} class="strong">
              {login}
            </a>
            <span class="muted">{type === 'Organization' ? 'organization' : 'person'}</span>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

interface OwnerProps {
  readonly owner: string;
  readonly repositories: readonly RepoSummary[];
  readonly visit: Visit;
}

export function Owner({ owner, repositories, visit }: OwnerProps) {
  return (
    <Layout title={owner} owner={owner} visit={visit}>
      <h1>{owner}</h1>
      {repositories.length === 0 ? <Empty>No repositories yet.</Empty> : null}
      <ul class="rows">
        {repositories.map((repo) => (
          <li>
            <a href={repoPath(repo)} class="strong">
              {repo.repo}
            </a>
            <span class="tag">{repo.archived ? `${repo.visibility} archive` : repo.visibility}</span>
            <span class="muted grow">{repo.description}</span>
            <a href={`${repoPath(repo)}/issues`} class="muted">
              {count(repo.openIssues, 'open issue')}
            </a>
            <a href={`${repoPath(repo)}/pulls`} class="muted">
              {count(repo.openPulls, 'pull request')}
            </a>
          </li>
        ))}
      </ul>
    </Layout>
  );
}

interface RepositoryProps {
  readonly page: RepoPage;
  readonly branch: string;
  readonly visit: Visit;
}

export function Repository({ page, branch, visit }: RepositoryProps) {
  return (
    <Layout title={`${page.owner}/${page.repo}`} repo={page} visit={visit}>
      <h1>
        {page.repo} <span class="tag">{page.visibility}</span>
      </h1>
      {page.description ? <p class="muted">{page.description}</p> : null}
      <h2>Branches</h2>
      <ul class="rows">
        {page.branches.map(({ name, sha }) => (
          <li>
            <a href={`${repoPath(page)}/tree/${name}`} class={name === branch ? 'strong' : ''}>
              {name}
            </a>
            {name === page.defaultBranch ? <span class="tag">default</span> : null}
            <a href={`${repoPath(page)}/commit/${sha}`} class="mono muted">
              {sha.slice(0, 7)}
            </a>
          </li>
        ))}
      </ul>
      <h2>Commits on {branch}</h2>
      {page.commits.length === 0 ? <Empty>This repository has no commits yet.</Empty> : null}
      <ul class="rows">
        {page.commits.map((commit) => (
          <li>
            <a href={`${repoPath(page)}/commit/${commit.sha}`} class="strong grow">
              {commit.message.split('\n', 1)[0]}
            </a>
            <CheckIcons checks={commit.checks} name={page} />
            <span class="muted">
              {commit.author} · <When at={commit.date} />
            </span>
            <span class="mono muted">{commit.sha.slice(0, 7)}</span>
          </li>
        ))}
      </ul>
      <h2>
        <a href={`${repoPath(page)}/issues`}>Issues</a>
      </h2>
      <Threads name={page} kind="issues" threads={page.issues.filter(({ state }) => state === 'open')} />
      <h2>
        <a href={`${repoPath(page)}/pulls`}>Pull requests</a>
      </h2>
      <Threads name={page} kind="pull" threads={page.pulls.filter(({ state }) => state === 'open')} />
    </Layout>
  );
}

export function ThreadList({
  page,
  kind,
  visit,
}: Omit<RepositoryProps, 'branch'> & { readonly kind: 'issues' | 'pull' }) {
  const heading = kind === 'issues' ? 'Issues' : 'Pull requests';
  return (
    <Layout title={`${heading} · ${page.owner}/${page.repo}`} repo={page} visit={visit}>
      <h1>{heading}</h1>
      <Threads name={page} kind={kind} threads={kind === 'issues' ? page.issues : page.pulls} />
      {kind === 'issues' && page.hasIssues ? (
        <details class="box-form">
          <summary>New issue</summary>
          <form method="post" action={`${repoPath(page)}/issues`}>
            <label for="title">Title</label>
            <input id="title" name="title" required maxlength={256} />
            <label for="body">Body</label>
            <textarea id="body" name="body" rows={8} />
            <button type="submit" class="primary">
              Create issue
            </button>
          </form>
        </details>
      ) : null}
      {kind === 'issues' && !page.hasIssues ? <Empty>Issues are switched off in this repository.</Empty> : null}
    </Layout>
  );
}

interface ThreadsProps {
  readonly name: RepoName;
  readonly kind: 'issues' | 'pull';
  readonly threads: readonly ThreadSummary[];
}

function Threads({ name, kind, threads }: ThreadsProps) {
  if (threads.length === 0) return <Empty>{kind === 'issues' ? 'No issues here.' : 'No pull requests here.'}</Empty>;
  return (
    <ul class="rows">
      {threads.map((thread) => (
        <li>
          <StatePill state={thread.state} />
          <a href={`${repoPath(name)}/${kind}/${thread.number}`} class="strong">
            {thread.title}
          </a>
          <Labels names={thread.labels} />
          <span class="muted grow end">
            #{thread.number} by {thread.author.login} · {count(thread.comments, 'comment')}
          </span>
        </li>
      ))}
    </ul>
  );
}
