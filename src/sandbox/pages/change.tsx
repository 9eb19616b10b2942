/** What a commit or pull request changes, with its check runs and their annotations at the lines they speak of. */
import { Layout, type Visit } from './layout.js';
import { readPatch } from './diff.js';
import { filePath } from './file.js';
import { CheckIcon, count, Empty, Markdown, repoPath, When } from './parts.js';
import type { Annotation, ChangedFile, ChangePage, CheckPage, CommitPage, RepoName } from './view.js';

interface ChangesProps {
  readonly name: RepoName;
  readonly change: ChangePage;
  /** The commit that the files are shown at. */
  readonly sha: string;
}

interface CommitProps {
  readonly name: RepoName;
  readonly page: CommitPage;
  readonly visit: Visit;
}

export function Commit({ name, page, visit }: CommitProps) {
  const [first = '', ...rest] = page.message.split('\n');
  return (
    <Layout title={first} repo={name} visit={visit}>
      <h1>{first}</h1>
      {rest.join('').trim() === '' ? null : <pre class="message">{rest.join('\n').trim()}</pre>}
      <p class="muted">
        {page.author} committed on <When at={page.date} /> · <span class="mono">{page.sha}</span>
      </p>
      <Changes name={name} change={page.change} sha={page.sha} />
    </Layout>
  );
}

export function Changes({ name, change, sha }: ChangesProps) {
  const annotations = change.checks.flatMap((check) => check.annotations.map((annotation) => ({ check, annotation })));
  return (
    <>
      <h2>Checks</h2>
      {change.checks.length === 0 ? <Empty>No checks ran on this commit.</Empty> : null}
      {change.checks.map((check) => (
        <CheckBox name={name} check={check} />
      ))}
      <h2>{count(change.files.length, 'file')} changed</h2>
      {change.files.map((file) => (
        <File
          file={file}
          page={file.status === 'removed' ? null : filePath(name, sha, file.path)}
          notes={annotations.filter(({ annotation }) => annotation.path === file.path)}
        />
      ))}
    </>
  );
}

function CheckBox({ name, check }: { readonly name: RepoName; readonly check: CheckPage }) {
  return (
    <details class="post check-run" open={check.conclusion !== 'success'}>
      <summary>
        <CheckIcon check={check} /> <strong>{check.name}</strong>{' '}
        <span class="grow">{check.title ?? check.status.replaceAll('_', ' ')}</span>
        <a href={`${repoPath(name)}/runs/${check.id}`}>Details</a>
      </summary>
      {check.summary === null ? null : (
        <div class="content">
          <Markdown source={check.summary} repo={repoPath(name)} />
        </div>
      )}
    </details>
  );
}

interface Note {
  readonly check: CheckPage;
  readonly annotation: Annotation;
}

interface FileProps {
  readonly file: ChangedFile;
  /** Where the whole file is; null when it is gone. */
  readonly page: string | null;
  readonly notes: readonly Note[];
}

function File({ file, page, notes }: FileProps) {
  const lines = file.patch === null ? [] : readPatch(file.patch);
  const shown = new Set(lines.map((line) => line.newLine));
  const elsewhere = notes.filter(({ annotation }) => !shown.has(annotation.endLine));
  return (
    <section class="post file">
      <header>
        <span class="mono grow">
          {file.previousPath === null ? '' : `${file.previousPath} → `}
          {page === null ? file.path : <a href={page}>{file.path}</a>}
        </span>
        <span class="muted">{file.status}</span>
        <span class="plus">+{file.additions}</span>
        <span class="minus">−{file.deletions}</span>
      </header>
      {elsewhere.map(({ annotation, check }) => (
        <AnnotationBox annotation={annotation} by={check.name} />
      ))}
      {file.patch === null ? <Empty>No text to show: the file is binary or too large.</Empty> : null}
      <table class="diff">
        <tbody>
          {lines.map((line) => (
            <>
              <tr class={line.kind} id={line.newLine === null ? '' : `${file.path}-L${line.newLine}`}>
                <td class="number">{line.oldLine}</td>
                <td class="number">{line.newLine}</td>
                <td class="text">{line.text}</td>
              </tr>
              {notes
                .filter(({ annotation }) => line.newLine !== null && annotation.endLine === line.newLine)
                .map(({ annotation, check }) => (
                  <tr class="note-row">
                    <td colspan={3}>
                      <AnnotationBox annotation={annotation} by={check.name} />
                    </td>
                  </tr>
                ))}
            </>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function AnnotationBox({ annotation, by }: { readonly annotation: Annotation; readonly by: string }) {
  const { startLine, endLine } = annotation;
  return (
    <div class={`annotation ${annotation.level}`}>
      <strong>{annotation.title ?? annotation.level}</strong>
      <span class="muted">
        {by} · {startLine === endLine ? `line ${startLine}` : `lines ${startLine}–${endLine}`}
      </span>
      <p>{annotation.message}</p>
    </div>
  );
}

interface CheckRunProps {
  readonly name: RepoName;
  readonly page: CheckPage;
  readonly visit: Visit;
}

export function CheckRun({ name, page, visit }: CheckRunProps) {
  return (
    <Layout title={page.name} repo={name} visit={visit}>
      <h1>
        <CheckIcon check={page} /> {page.name}
      </h1>
      <p class="muted">
        {(page.conclusion ?? page.status).replaceAll('_', ' ')} · by {page.app} on{' '}
        <a class="mono" href={`${repoPath(name)}/commit/${page.headSha}`}>
          {page.headSha.slice(0, 7)}
        </a>
        {page.completedAt === null ? null : (
          <>
            {' '}
            · completed <When at={page.completedAt} />
          </>
        )}
      </p>
      <form method="post" class="buttons">
        {page.actions.map(({ label, description, identifier }) => (
          <button type="submit" name="button" value={identifier} title={description}>
            {label}
          </button>
        ))}
        <button type="submit" name="button" value="">
          Re-run
        </button>
      </form>
      {page.title === null ? null : <h2>{page.title}</h2>}
      {page.summary === null ? null : <Markdown source={page.summary} repo={repoPath(name)} />}
      {page.text === null ? null : <Markdown source={page.text} repo={repoPath(name)} />}
      {page.annotations.length === 0 ? null : <h2>Annotations</h2>}
      {page.annotations.map((annotation) => (
        <section class="post file">
          <header>
            <a class="mono" href={`${repoPath(name)}/commit/${page.headSha}#${annotation.path}-L${annotation.endLine}`}>
              {annotation.path}:{annotation.startLine}
            </a>
          </header>
          <AnnotationBox annotation={annotation} by={page.name} />
        </section>
      ))}
    </Layout>
  );
}
