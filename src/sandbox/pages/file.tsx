/** One file at one commit, line by line; `#L12` leads to a line. */
import { Layout, type Visit } from './layout.js';
import { count, Empty, repoPath } from './parts.js';
import type { FilePage, RepoName } from './view.js';

interface FileProps {
  readonly name: RepoName;
  readonly page: FilePage;
  readonly visit: Visit;
}

export function File({ name, page, visit }: FileProps) {
  const lines = page.text === null ? [] : page.text.replace(/\r?\n$/, '').split(/\r?\n/);
  return (
    <Layout title={page.path} repo={name} visit={visit}>
      <h1>{page.path}</h1>
      <p class="muted">
        at{' '}
        <a class="mono" href={`${repoPath(name)}/commit/${page.sha}`}>
          {page.sha.slice(0, 7)}
        </a>
        {page.text === null ? null : ` · ${count(lines.length, 'line')}`}
      </p>
      {page.text === null ? <Empty>No text to show: the file is binary or too large.</Empty> : null}
      {page.text === null ? null : (
        <section class="post file">
          <table class="diff">
            <tbody>
              {lines.map((line, index) => (
                <tr id={`L${index + 1}`}>
                  <td class="number">{index + 1}</td>
                  <td class="text">{line}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Layout>
  );
}

/** Where the page of a file is. */
export function filePath(name: RepoName, sha: string, path: string): string {
  return `${repoPath(name)}/blob/${sha}/${path.split('/').map(encodeURIComponent).join('/')}`;
}
