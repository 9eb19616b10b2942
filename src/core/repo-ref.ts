/** How a repository is named: `id` survives renames and transfers and is the key; `owner/name` is how the API is called. */
export interface RepoRef {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}

/** `owner/name`, for people and for log fields. */
export function fullName(repo: Pick<RepoRef, 'owner' | 'name'>): string {
  return `${repo.owner}/${repo.name}`;
}
