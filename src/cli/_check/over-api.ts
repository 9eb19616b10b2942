/** A check of a repository on GitHub, with somebody's own token or none. */
import { z } from 'zod';
import { systemClock } from '../../core/clock.js';
import { UserError } from '../../core/user-error.js';
import { Forbidden, GitHubError, RateLimited, Unauthorized } from '../../infra/github/errors.js';
import { personalReader } from '../../infra/github/personal-reader.js';
import { loadVerifiers } from '../../verifiers/_registry.js';
import { verify } from '../../verifiers/_run.js';
import { NOWHERE, type Origin } from '../../verifiers/_source.js';
import { treeOverApi } from '../../verifiers/_trees/over-api.js';
import type { Io } from '../_contract.js';
import type { Looked } from './looked.js';

const API = 'https://api.github.com';
const LONGEST_TOKEN = 1000;

const told = z.object({
  id: z.number(),
  name: z.string(),
  owner: z.object({ login: z.string() }),
  default_branch: z.string(),
  private: z.boolean(),
  visibility: z.enum(['public', 'private', 'internal']).optional(),
  html_url: z.string(),
});

/**
 * GITHUB_API_URL names another server than github.com, as in GitHub Actions.
 * @throws UserError when the repository cannot be seen.
 */
export async function lookOverApi(
  wanted: { readonly owner: string; readonly name: string },
  tokenStdin: boolean,
  io: Io,
): Promise<Looked> {
  const token = tokenStdin ? await tokenFrom(io.stdin) : (io.env.GITHUB_TOKEN ?? io.env.GH_TOKEN ?? '');
  if (token === '') {
    io.stderr.write('No token in GITHUB_TOKEN or GH_TOKEN: public repositories only, at most 60 requests an hour.\n');
  }
  const reader = personalReader({ token, baseUrl: io.env.GITHUB_API_URL ?? API, clock: systemClock });
  const { value } = await inWords(reader.get('/repos/{owner}/{repo}', { owner: wanted.owner, repo: wanted.name }));
  if (value === null) {
    const hint = token === '' ? 'Without a token only public ones can be seen' : 'Can the token see it?';
    throw new UserError(
      `There is no repository ${wanted.owner}/${wanted.name}, or it is hidden. ${hint}.`.replace('?.', '?'),
    );
  }
  const { id, name, owner, default_branch: branch, private: isPrivate, visibility, html_url } = told.parse(value);
  const repository = { id, owner: owner.login, name };
  const url = `${html_url}/tree/${branch.split('/').map(encodeURIComponent).join('/')}`;
  const tree = treeOverApi(reader, { repository, branch, url });
  const origin: Origin = {
    ...NOWHERE,
    repository,
    defaultBranch: branch,
    isPrivate,
    api: reader,
    tree,
  };
  return {
    where: html_url,
    name,
    visibility: visibility ?? (isPrivate ? 'private' : 'public'),
    tree,
    close: () => Promise.resolve(),
    async ask(names) {
      const verifiers = new Map([...(await loadVerifiers())].filter(([each]) => names.has(each)));
      return await inWords(verify(verifiers, origin, { clock: systemClock, signal: io.signal }));
    },
  };
}

async function tokenFrom(stdin: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const part of stdin) {
    text += String(part);
    if (text.length > LONGEST_TOKEN) throw new UserError('What comes in by stdin is no token: it is too long.');
  }
  const token = text.trim();
  if (token === '') throw new UserError('No token came in by stdin.');
  return token;
}

/** @throws UserError for what the person can do something about. */
async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof RateLimited) {
      const until = cause.until.toISOString().slice(0, 16).replace('T', ' ');
      throw new UserError(
        `GitHub's rate limit is reached until ${until} UTC. A token of your own has 5,000 requests an hour.`,
        { cause },
      );
    }
    if (cause instanceof Unauthorized) throw new UserError('GitHub does not accept the token.', { cause });
    if (cause instanceof Forbidden) throw new UserError('GitHub does not let this token look at it.', { cause });
    if (cause instanceof GitHubError) throw new UserError(`GitHub could not be asked: ${cause.message}`, { cause });
    throw cause;
  }
}
