/** Names that people gave: isolated, so that one written right to left turns nothing else around. */
import { repositoryPath } from './paths.js';

/** Longer ones are broken where there is no room: no column should be as wide as the longest of them. */
const UNBROKEN = 20;

/** A login; null for nobody. `nobody` says what that means here. */
export function Person({ login, nobody = 'nobody' }: { readonly login: string | null; readonly nobody?: string }) {
  if (login === null) return <span class="fgColor-muted">{nobody}</span>;
  return <bdi class={login.length <= UNBROKEN ? 'no-wrap' : undefined}>@{login}</bdi>;
}

export interface NamedRepository {
  readonly owner: string;
  readonly name: string;
  readonly isPrivate?: boolean;
}

/** Its name, leading to its page. @param account of the organisation's pages */
export function RepositoryName({
  account,
  repository,
}: {
  readonly account: string;
  readonly repository: NamedRepository;
}) {
  return (
    <>
      <a href={repositoryPath(account, repository.name)} class="Link--plain">
        <bdi>{repository.name}</bdi>
      </a>
      {repository.isPrivate && <span class="Label ml-1">Private</span>}
    </>
  );
}
