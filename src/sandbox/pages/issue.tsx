/** An issue or pull request as a conversation: the body with its clickable boxes, its edits, the comments, and the forms. */
import { Layout, type Visit } from './layout.js';
import { Changes } from './change.js';
import { Merge } from './merge.js';
import { Avatar, count, Labels, Markdown, Reactions, repoPath, StatePill, When, Who } from './parts.js';
import type { Comment, Edit, IssuePage, PullPage, RepoName } from './view.js';

interface IssueProps {
  readonly name: RepoName;
  readonly page: IssuePage;
  readonly visit: Visit;
}

export function Issue({ name, page, visit }: IssueProps) {
  return (
    <Layout title={`${page.title} #${page.number}`} repo={name} visit={visit}>
      <Heading page={page} />
      <Conversation name={name} page={page} visit={visit} />
    </Layout>
  );
}

export function Pull({
  name,
  page,
  visit,
}: {
  readonly name: RepoName;
  readonly page: PullPage;
  readonly visit: Visit;
}) {
  return (
    <Layout title={`${page.title} #${page.number}`} repo={name} visit={visit}>
      <Heading page={page} />
      <p class="muted">
        Wants to bring <span class="ref">{page.head}</span> into <span class="ref">{page.base}</span>, head{' '}
        <a class="mono" href={`${repoPath(name)}/commit/${page.headSha}`}>
          {page.headSha.slice(0, 7)}
        </a>
      </p>
      <Conversation name={name} page={page} visit={visit} />
      {page.merge === null ? null : <Merge name={name} number={page.number} box={page.merge} />}
      <Changes name={name} change={page.change} sha={page.headSha} />
    </Layout>
  );
}

function Heading({ page }: { readonly page: IssuePage }) {
  return (
    <div class="heading">
      <h1>
        {page.title} <span class="muted">#{page.number}</span>
      </h1>
      <p>
        <StatePill state={page.state} /> <Who account={page.author} />
        <span class="muted">
          opened on <When at={page.createdAt} /> · {count(page.thread.length, 'comment')}
        </span>{' '}
        <Labels names={page.labels} />
      </p>
    </div>
  );
}

function Conversation({ name, page, visit }: IssueProps) {
  const action = `${repoPath(name)}/issues/${page.number}`;
  return (
    <>
      <form id="tasks" method="post" action={`${action}/task`} />
      <article class="post" id="body">
        <header>
          <Avatar login={page.author.login} />
          <Who account={page.author} />
          <span class="muted grow">{page.edited ? 'edited' : ''}</span>
        </header>
        <div class="content">
          {page.body.trim() === '' ? (
            <p class="muted">No description provided.</p>
          ) : (
            <Markdown source={page.body} repo={repoPath(name)} form="tasks" />
          )}
          <Reactions reactions={page.reactions} />
        </div>
        <details class="box-form">
          <summary>Edit</summary>
          <form method="post" action={`${action}/edit`}>
            <label for="edit-title">Title</label>
            <input id="edit-title" name="title" value={page.title} required maxlength={256} />
            <label for="edit-body">Body</label>
            <textarea id="edit-body" name="body" rows={16}>
              {`\n${page.body}`}
            </textarea>
            <button type="submit" class="primary">
              Save
            </button>
          </form>
        </details>
        <Edits edits={page.edits} />
      </article>
      {page.thread.map((comment) => (
        <Post comment={comment} name={name} />
      ))}
      <form method="post" action={`${action}/comment`} class="box-form comment">
        <label for="comment">Comment as {visit.as}</label>
        <textarea id="comment" name="body" rows={4} placeholder="/baseline help" />
        <p class="buttons">
          {page.state === 'merged' ? null : (
            <button type="submit" name="state" value={page.state === 'open' ? 'closed' : 'open'}>
              {page.state === 'open' ? 'Close' : 'Reopen'}
            </button>
          )}
          <button type="submit" class="primary">
            Comment
          </button>
        </p>
      </form>
    </>
  );
}

function Post({ comment, name }: { readonly comment: Comment; readonly name: RepoName }) {
  return (
    <article class="post" id={`issuecomment-${comment.id}`}>
      <header>
        <Avatar login={comment.author.login} />
        <Who account={comment.author} />
        <span class="muted">
          commented on <When at={comment.createdAt} />
          {comment.edited ? ' · edited' : ''}
        </span>
      </header>
      <div class="content">
        <Markdown source={comment.body} repo={repoPath(name)} />
        <Reactions reactions={comment.reactions} />
      </div>
    </article>
  );
}

function Edits({ edits }: { readonly edits: readonly Edit[] }) {
  if (edits.length === 0) return null;
  return (
    <details class="edits">
      <summary>{count(edits.length, 'edit')}</summary>
      <ol>
        {edits.map((edit) => (
          <li>
            <Who account={edit.by} /> <span class="grow">{edit.summary}</span>{' '}
            <span class="muted">
              <When at={edit.at} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
