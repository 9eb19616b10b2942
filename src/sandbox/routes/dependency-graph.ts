/** The software bill of materials of a repository, made from the npm lock files and Python requirements at its default branch. */
import { notFound } from '../api-error.js';
import { readBlob, readRefs, readTree } from '../git/objects.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import type { Repository } from '../state/model.js';
import { commitOf } from './_git.js';

interface Dependency {
  readonly purl: string;
  readonly name: string;
  readonly version: string;
}

async function bill(call: ApiCall): Promise<Reply> {
  const { repo } = call;
  if ((await readRefs(repo.gitDir)).size === 0) throw notFound();
  const { sha } = await commitOf(repo, repo.defaultBranch);
  const dependencies = await dependenciesOf(repo, sha);
  const root = `SPDXRef-github-${repo.owner}-${repo.name}`;
  const packages = dependencies.map(({ purl, name, version }, index) => ({
    SPDXID: `SPDXRef-${index}`,
    name,
    versionInfo: version,
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }],
  }));
  const self = { SPDXID: root, name: `com.github.${repo.owner}/${repo.name}`, versionInfo: repo.defaultBranch };
  const purl = `pkg:github/${repo.owner}/${repo.name}@${repo.defaultBranch}`;
  const reference = { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl };
  return ok({
    sbom: {
      spdxVersion: 'SPDX-2.3',
      SPDXID: 'SPDXRef-DOCUMENT',
      dataLicense: 'CC0-1.0',
      name: `com.github.${repo.owner}/${repo.name}`,
      packages: [...packages, { ...self, downloadLocation: 'NOASSERTION', externalRefs: [reference] }],
    },
  });
}

async function dependenciesOf(repo: Repository, sha: string): Promise<readonly Dependency[]> {
  const found: Dependency[] = [];
  for (const { path, sha: blob, type } of (await readTree(repo.gitDir, sha, true)) ?? []) {
    if (type !== 'blob') continue;
    const read = path.endsWith('package-lock.json')
      ? fromLock
      : /requirements[^/]*\.txt$/.test(path)
        ? fromRequirements
        : null;
    if (read !== null) found.push(...read(Buffer.from((await readBlob(repo.gitDir, blob)) ?? []).toString('utf8')));
  }
  return found;
}

function fromLock(text: string): Dependency[] {
  const { packages = {} } = JSON.parse(text) as { packages?: Record<string, { version?: string }> };
  return Object.entries(packages).flatMap(([path, { version = '' }]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    return name === '' ? [] : [{ name, version, purl: `pkg:npm/${name.replace('@', '%40')}@${version}` }];
  });
}

function fromRequirements(text: string): Dependency[] {
  return text.split('\n').flatMap((line) => {
    const [, name = '', version = ''] = /^([A-Za-z0-9._-]+)\s*(.*?)\s*(?:#.*)?$/.exec(line.trim()) ?? [];
    if (name === '') return [];
    const exact = /^==(?<version>[\w.]+)$/.exec(version)?.groups?.version;
    return [{ name, version, purl: `pkg:pypi/${name}${exact === undefined ? '' : `@${exact}`}` }];
  });
}

const routes: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/dependency-graph/sbom', caller: 'any', handle: bill },
];

export default routes;
