/** What a look at a repository costs: few requests, and next to none when nothing changed. */
import path from 'node:path';
import { fixedClock } from '../../src/core/clock.js';
import { itemsOf } from '../../src/domain/checklist/index.js';
import { readChecklists } from '../../src/infra/catalogue.js';
import { KeptAnswers } from '../../src/infra/github/kept-answers.js';
import { createOctokitClass } from '../../src/infra/github/octokit.js';
import { createReader } from '../../src/infra/github/rest/reader.js';
import { askingOnce } from '../../src/verifiers/_one-run.js';
import { loadVerifiers } from '../../src/verifiers/_registry.js';
import { verify } from '../../src/verifiers/_run.js';
import { NOWHERE } from '../../src/verifiers/_source.js';
import { TIERS } from '../../src/core/permissions.js';
import { treeOverApi } from '../../src/verifiers/_trees/over-api.js';

/** Of the issue: "50 verifiers on a repository: at most 25 requests cold, at most 5 counted ones when nothing changed". */
const COLD = 25;
const WARM = 5;

/** With every verifier that there is, more than a hundred: what the largest set of checklists may ask for. */
const ALL_COLD = 29;

/** What nearly every repository has: some fifty verifiers. */
const COMMON = ['repository', 'secrets', 'incident-readiness'];

async function commonNames(): Promise<ReadonlySet<string>> {
  const { checklists } = await readChecklists(path.resolve('checklists'));
  const items = itemsOf(COMMON.flatMap((name) => checklists.get(name) ?? []));
  return new Set(items.flatMap(({ verify }) => verify ?? []));
}

const repository = { id: 7, owner: 'harbour', name: 'quay' };
const clock = fixedClock(new Date('2026-11-22T12:00:00Z'));

const TEXTS: Readonly<Record<string, string>> = {
  '.github/CODEOWNERS': '* @harbour/pilots\n',
  '.github/dependabot.yml':
    'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n    schedule: { interval: weekly }\n',
  '.github/workflows/ci.yml':
    'on: [push, pull_request]\npermissions: { contents: read }\njobs: { test: { runs-on: ubuntu-latest, steps: [{ run: npm test }] } }\n',
  '.github/workflows/release.yml':
    'on: { push: { tags: [v1] } }\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: make }] } }\n',
  '.sops.yaml': 'creation_rules:\n  - path_regex: secrets/.*\n    age: age1example\n',
  'CONTRIBUTING.md': '# Contributing\nRun `npm test`.\n',
  Dockerfile: 'FROM node:22\nUSER node\n',
  LICENSE: 'MIT License\n',
  'README.md': '# Quay\n',
  'SECURITY.md': '# Security\nWrite to security@example.com. We answer within 3 days.\n',
  'package-lock.json': '{}\n',
  'package.json': '{"name":"quay","dependencies":{"a":"1.0.0"}}\n',
  'secrets/a.yaml': 'sops: { version: 3.9.0 }\n',
};

/** Answers by the end of the path, as a repository with everything in it gives them; 404 costs a request each time. */
const ANSWERS: readonly (readonly [RegExp, unknown])[] = [
  [
    /\/repos\/harbour\/quay$/,
    {
      ...{ id: 7, name: 'quay', full_name: 'harbour/quay', owner: { login: 'harbour', type: 'Organization' } },
      ...{ private: false, visibility: 'public', default_branch: 'main', html_url: 'https://github.com/harbour/quay' },
      ...{ archived: false, fork: false, has_issues: true, has_discussions: true, topics: [], pushed_at: null },
      security_and_analysis: { secret_scanning: { status: 'enabled' } },
    },
  ],
  [/\/git\/trees\//, { truncated: false, tree: Object.keys(TEXTS).map(blobOf) }],
  [/\/branches\/[^/]+\/protection$/, null],
  [
    /\/branches$/,
    [
      { name: 'main', protected: true },
      { name: 'release/1', protected: true },
    ],
  ],
  [/\/rulesets$/, [{ id: 1, target: 'tag', enforcement: 'active' }]],
  [/\/rules\/branches\//, [{ type: 'deletion', ruleset_id: 1 }]],
  [
    /\/releases$/,
    [
      {
        ...{ id: 1, tag_name: 'v1.0.0', name: 'v1.0.0', body: 'What is new.', draft: false, prerelease: false },
        ...{ html_url: 'https://github.com/harbour/quay/releases/v1.0.0', published_at: '2026-11-01T00:00:00Z' },
        created_at: '2026-11-01T00:00:00Z',
        assets: [{ name: 'quay-1.0.0.tgz', digest: `sha256:${'a'.repeat(64)}`, size: 10 }],
      },
    ],
  ],
  [/\/attestations\//, { attestations: [{}] }],
  [/\/git\/refs?\//, { ref: 'refs/tags/v1.0.0', object: { type: 'tag', sha: 'a'.repeat(40) } }],
  [/\/git\/tags\//, { tag: 'v1.0.0', verification: { verified: true, reason: 'valid' } }],
  [
    /\/orgs\/harbour$/,
    { login: 'harbour', two_factor_requirement_enabled: true, default_repository_permission: 'read' },
  ],
  [/\/actions\/permissions$/, { enabled: true, allowed_actions: 'selected' }],
  [
    /\/actions\/permissions\/workflow$/,
    { default_workflow_permissions: 'read', can_approve_pull_request_reviews: false },
  ],
  [/\/fork-pr-contributor-approval$/, { approval_policy: 'all_external_contributors' }],
  [/\/private-vulnerability-reporting$/, { enabled: true }],
  [/\/codeowners\/errors$/, { errors: [] }],
  // Somebody from outside, so that all is asked about who that is.
  [/\/collaborators$/, [{ login: 'ada', permissions: { admin: false } }]],
  [/\/(?:hooks|keys|alerts|analyses|security-advisories)$/, []],
];

/** An App with every tier: nothing is hidden, so everything is asked for. */
const ALL = Object.fromEntries(TIERS.flatMap(({ permissions }) => permissions.map(({ key, access }) => [key, access])));

function blobOf(path: string) {
  return { path, mode: '100644', type: 'blob', sha: Buffer.from(path).toString('hex'), size: TEXTS[path]?.length ?? 0 };
}

/** GitHub with ETags: what was asked, and which of it counts. */
function github() {
  const asked: { readonly path: string; readonly isCounted: boolean }[] = [];
  const unforeseen: string[] = [];
  async function send(url: string, init: RequestInit = {}): Promise<Response> {
    const path = new URL(url).pathname;
    const etag = `"${Buffer.from(url).toString('base64url')}"`;
    const isSame = new Headers(init.headers).get('if-none-match') === etag;
    asked.push({ path, isCounted: !isSame });
    if (isSame) return new Response(null, { status: 304 });
    const headers = { 'content-type': 'application/json', etag };
    if (path === '/graphql') return new Response(JSON.stringify({ data: texts(String(init.body)) }), { headers });
    const answer = ANSWERS.find(([pattern]) => pattern.test(path))?.[1];
    if (answer === undefined) unforeseen.push(path);
    if (answer == null) return new Response('{"message":"Not Found"}', { status: 404 });
    return new Response(JSON.stringify(answer), { headers });
  }
  return { asked, unforeseen, send };
}

function texts(body: string) {
  const { variables } = JSON.parse(body) as { variables: Readonly<Record<string, string>> };
  const blobs = Object.entries(variables).filter(([name]) => /^b\d+$/.test(name));
  const fields = blobs.map(([name, oid]) => {
    const text = TEXTS[Buffer.from(oid, 'hex').toString()] ?? null;
    return [name, { text, isBinary: text === null, isTruncated: false }];
  });
  return { repository: Object.fromEntries(fields) };
}

test.each([
  ['the verifiers of the checklists that nearly every repository has', true, COLD],
  ['every verifier that there is', false, ALL_COLD],
])('a first look takes few requests, and one at what did not change next to none: %s', async (_, isCommon, most) => {
  const common = await commonNames();
  const verifiers = new Map([...(await loadVerifiers())].filter(([name]) => !isCommon || common.has(name)));
  expect(verifiers.size).toBeGreaterThan(isCommon ? 45 : 100);
  const { asked, unforeseen, send } = github();
  const errors: unknown[] = [];
  const Octokit = createOctokitClass({ clock, log: { warn: () => undefined }, send });
  const api = createReader(new Octokit({ auth: { token: 'a-token' } }), clock, new KeptAnswers().of(3));
  const look = async () => {
    const before = asked.length;
    const reader = askingOnce(api);
    // The runner asks this of every repository first.
    await reader.get('/repos/{owner}/{repo}', { owner: repository.owner, repo: repository.name });
    const head = { repository, branch: 'main', url: 'https://github.com/harbour/quay/tree/main' };
    const origin = {
      ...NOWHERE,
      ...{ repository, defaultBranch: 'main', isPrivate: false, permissions: ALL, web: null },
      ...{ api: reader, tree: treeOverApi(reader, head) },
      own: { appId: 1, checks: ['seaworthy/secrets'], openFindings: 0, isHistoryRead: true },
    };
    const verdicts = await verify(verifiers, origin, {
      ...{ clock, signal: new AbortController().signal },
      onError: (error, name) => errors.push(`${name}: ${error}`),
    });
    expect(verdicts.size).toBe(verifiers.size);
    return asked.slice(before);
  };
  const [cold, warm] = [await look(), await look()];
  // An answer that nobody understands would end the questions that follow from it.
  expect([errors, unforeseen]).toEqual([[], []]);
  const paths = (requests: typeof asked) => requests.map(({ path }) => path);
  const counted = warm.filter(({ isCounted }) => isCounted);
  expect(paths(cold)).toContain('/repos/harbour/quay/git/trees/main');
  expect(cold.length > most ? paths(cold) : []).toEqual([]);
  expect(counted.length > WARM ? paths(counted) : []).toEqual([]);
});
