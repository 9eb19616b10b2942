/** What GitHub finds wrong with CODEOWNERS, and only GitHub can: whether the people and teams may write here. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { tree } from './tree.js';

export interface CodeownersErrors {
  /** False where there is nobody to ask. */
  readonly isSeen: boolean;
  /** `line 3: Unknown owner`. */
  readonly errors: readonly string[];
}

/** @see https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners */
export const CODEOWNERS: readonly string[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

const answer = z.object({ errors: z.array(z.object({ line: z.number(), kind: z.string() })) });

export const codeownersErrors = defineSource<CodeownersErrors>({
  name: 'the errors of CODEOWNERS',
  needs: { contents: 'read' },
  async read({ api, repository }, get) {
    const { value: files, where } = await get(tree);
    const isThere = files?.entries.some(({ path, size }) => CODEOWNERS.includes(path) && size > 0) === true;
    if (!isThere) return { value: { isSeen: true, errors: [] }, where };
    if (api === null || repository === null) return { value: { isSeen: false, errors: [] }, where };
    const at = { owner: repository.owner, repo: repository.name };
    const { value } = await api.get('/repos/{owner}/{repo}/codeowners/errors', at);
    const errors = value === null ? [] : answer.parse(value).errors.map(({ line, kind }) => `line ${line}: ${kind}`);
    return { value: { isSeen: true, errors }, where };
  },
});
