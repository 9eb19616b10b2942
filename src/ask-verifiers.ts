/** Hands verifiers what there is to look at in one repository: GitHub's API, its files, and what is on record with us. */
import { z } from 'zod';
import type { RepoRef } from './core/repo-ref.js';
import { LAUNCH_CHECK, SECRETS_CHECK } from './domain/readiness/check-content.js';
import { unknown, type Verdict } from './domain/verification/verdict.js';
import type { Context } from './flows/context.js';
import { countSecrets } from './flows/count-secrets.js';
import { policyOf } from './flows/policy.js';
import { findHistoryScan } from './infra/db/history-scans.js';
import { findInstallation } from './infra/db/installations.js';
import { NotFound } from './infra/github/errors.js';
import type { Reader } from './infra/github/reader.js';
import type { WebAccess } from './infra/net/web.js';
import { askingOnce } from './verifiers/_one-run.js';
import { verify } from './verifiers/_run.js';
import type { Origin, Own } from './verifiers/_source.js';
import { treeOverApi } from './verifiers/_trees/over-api.js';
import type { Verifier } from './verifiers/_verifier.js';

type Asking = Pick<Context, 'db' | 'github' | 'clock' | 'signal' | 'log' | 'app' | 'job'>;

/** @param githubUrl where people click, without a trailing slash */
export function createVerify(
  verifiers: ReadonlyMap<string, Verifier>,
  githubUrl: string,
  access: WebAccess,
): Context['verify'] {
  return async (repository, names, context) => {
    const asked = new Map([...verifiers].filter(([name]) => names.has(name)));
    if (asked.size === 0) return new Map();
    const { clock, signal, log } = context;
    const onError = (error: unknown, name: string) => {
      log.warn({ repositoryId: repository.id, verifier: name, error: String(error) }, 'A verifier could not look');
    };
    return verify(asked, await originOf(repository, { githubUrl, access }, context), { clock, signal, onError });
  };
}

/** Where looking is switched off all is unknown: left without an answer, what was verified once would stay so for ever. */
export function lookAway(verifiers: ReadonlyMap<string, Verifier>): Context['verify'] {
  const verdict: Verdict = { ...unknown('looking is switched off where Seaworthy runs'), evidence: [], isPublic: true };
  return async (_, names) =>
    new Map([...verifiers.keys()].filter((name) => names.has(name)).map((name) => [name, verdict]));
}

const told = z.object({ id: z.number(), default_branch: z.string(), private: z.boolean() });

/**
 * Asked first: in a repository that is gone nothing is there, which would be taken for a set of regressions.
 * @throws NotFound when it is gone, or another one has its name
 */
async function about({ id, owner, name }: RepoRef, reader: Reader): Promise<z.infer<typeof told>> {
  const route = '/repos/{owner}/{repo}';
  const { value } = await reader.get(route, { owner, repo: name });
  const repository = value === null ? null : told.parse(value);
  if (repository?.id !== id) throw new NotFound('not found', { method: 'GET', route });
  return repository;
}

async function originOf(
  repository: RepoRef,
  { githubUrl, access }: { readonly githubUrl: string; readonly access: WebAccess },
  context: Asking,
): Promise<Origin> {
  const { db, github, job } = context;
  const reader = askingOnce(github.reader);
  const { default_branch: branch, private: isPrivate } = await about(repository, reader);
  const { owner, name } = repository;
  const url = `${githubUrl}/${owner}/${name}/tree/${branch.split('/').map(encodeURIComponent).join('/')}`;
  const { policy } = await policyOf(repository, context);
  return {
    repository,
    defaultBranch: branch,
    isPrivate,
    api: reader,
    permissions: (await findInstallation(db, job.installationId))?.permissions ?? null,
    tree: treeOverApi(reader, { repository, branch, url }),
    web: { targets: policy.targets, exposure: policy.exposure, ...access },
    own: await ownOf(repository, context),
    terms: policy.waivers,
  };
}

async function ownOf(repository: RepoRef, context: Asking): Promise<Own> {
  const { policy } = await policyOf(repository, context);
  const { blocks, debt } = await countSecrets(repository.id, policy.scan, context);
  const scan = await findHistoryScan(context.db, repository.id);
  return {
    appId: context.app.id,
    checks: [SECRETS_CHECK, LAUNCH_CHECK],
    openFindings: blocks + debt,
    isHistoryRead: scan?.doneAt != null,
  };
}
