/** A sandbox view over a handful of records, so that the pages can be tried without a sandbox. */
import type {
  Account,
  Annotation,
  CheckPage,
  CommitPage,
  IssuePage,
  PullPage,
  RepoPage,
  SandboxView,
} from '../../../src/sandbox/pages/view.js';

export const SHA = '6dcb09b5b57875f334f61aebed695e2e4193db5e';
const AT = '2026-11-20T09:30:00Z';
const octocat: Account = { login: 'octocat', type: 'User' };
const reader: Account = { login: 'reader', type: 'User' };
const bot: Account = { login: 'seaworthy[bot]', type: 'Bot' };

export const BODY = `**Not ready to launch** · grade **C+** (60) · risk **MEDIUM** · launch **2026-12-15**, in 23 days · champion @octocat
14 done · 3 verified · 2 not applicable · 1 waived · 12 open of 32

Two things block the launch:
- \`hsts\` Strict-Transport-Security is missing on https://pay.example.com, [what to paste](#)
- one committed secret is not rotated yet: [finding 7f3a](#)

<sub>Tick a box, strike an item through if it does not apply, or comment \`/baseline help\`. Seaworthy keeps this list in order.</sub>

## HTTP headers

- [ ] **Browsers are told to use HTTPS only, for a year** \`hsts\` · HIGH · 10 min <!-- seaworthy:item=hsts -->
  <details><summary>Why and how</summary>

  Without it the first visit over http can be hijacked. Send this on every response:

  \`\`\`
  Strict-Transport-Security: max-age=31536000; includeSubDomains
  \`\`\`
  </details>
- [x] **Scripts from elsewhere are pinned** \`sri\` · MEDIUM · done by @octocat on 2026-11-20, [evidence](#) <!-- seaworthy:item=sri -->
- [x] ~~**API answers carry a JSON content type**~~ \`api-content-type\` · not applicable: no API (@octocat)
- [ ] **Users are logged out after a day** \`session-expiry\` · MEDIUM · risk accepted until 2027-01-31 by @security-lead

<!-- seaworthy:baseline=1 -->
`;

const annotation: Annotation = {
  path: 'src/config.ts',
  startLine: 3,
  endLine: 3,
  level: 'failure',
  title: 'A cloud access key',
  message: 'Removing the line is not enough: the value is in the history. Rotate it.',
};

const check: CheckPage = {
  id: 7,
  name: 'seaworthy/secrets',
  status: 'completed',
  conclusion: 'failure',
  title: '1 secret committed',
  headSha: SHA,
  app: 'seaworthy',
  startedAt: AT,
  completedAt: AT,
  detailsUrl: null,
  summary: '**A cloud access key** in `src/config.ts`, line 3.\n\n1. Rotate it\n2. `/baseline rotated 7f3a <link>`',
  text: null,
  annotations: [annotation],
  actions: [{ label: 'Refresh', description: 'Look again', identifier: 'refresh' }],
};
const passed: CheckPage = {
  ...check,
  id: 8,
  name: 'seaworthy/launch',
  conclusion: 'success',
  title: 'Ready to launch, grade A',
  annotations: [],
};

const change = {
  files: [
    {
      path: 'src/config.ts',
      previousPath: null,
      status: 'modified',
      additions: 1,
      deletions: 1,
      patch:
        "@@ -1,4 +1,4 @@\n export const settings = {\n   region: 'eu',\n-  key: process.env.KEY,\n+  key: '<b>masked</b>',\n };",
    },
    { path: 'logo.png', previousPath: null, status: 'added', additions: 0, deletions: 0, patch: null },
  ],
  checks: [check, passed],
};

/** Everything lives in one repository, `acme/pay`; `reader` may not write. */
export function memoryView(): { view: SandboxView; issue: () => IssuePage; redelivered: number[] } {
  const redelivered: number[] = [];
  let issue: IssuePage = {
    number: 1,
    title: 'Security baseline',
    state: 'open',
    author: bot,
    createdAt: AT,
    labels: ['security-baseline'],
    comments: 1,
    body: BODY,
    edited: true,
    locked: false,
    reactions: [],
    thread: [
      {
        id: 31,
        author: octocat,
        body: '/baseline status',
        createdAt: AT,
        edited: false,
        reactions: [{ content: 'eyes', by: ['seaworthy[bot]'] }],
      },
    ],
    edits: [{ by: octocat, at: AT, summary: 'ticked “Scripts from elsewhere are pinned”' }],
  };
  const pull: PullPage = {
    ...issue,
    number: 2,
    title: 'Add <payments>',
    author: octocat,
    thread: [],
    edits: [],
    body: 'Adds them.',
    base: 'main',
    head: 'payments',
    headSha: SHA,
    change,
    merge: {
      checks: [{ name: 'seaworthy/secrets', app: 'seaworthy', state: 'failing' }],
      blocked: 'Required status check "seaworthy/secrets" is failing.',
      needsQueue: true,
      queued: null,
    },
  };
  const commit: CommitPage = {
    sha: SHA,
    message: 'Add settings\n\nFor the region.',
    author: 'octocat',
    date: AT,
    checks: [check, passed],
    change,
  };
  const page = (): RepoPage => ({
    owner: 'acme',
    repo: 'pay',
    description: 'Takes payments',
    visibility: 'private',
    archived: false,
    openIssues: 1,
    openPulls: 1,
    hasIssues: true,
    defaultBranch: 'main',
    branches: [
      { name: 'main', sha: SHA },
      { name: 'feature/x', sha: SHA },
    ],
    issues: [issue],
    pulls: [pull],
    commits: [commit],
  });
  const here = (name: { owner: string; repo: string }): boolean => name.owner === 'acme' && name.repo === 'pay';

  const view: SandboxView = {
    users: async () => [octocat, reader],
    owners: async () => [{ login: 'acme', type: 'Organization' }],
    repositories: async (owner) => (owner === 'acme' ? [page()] : null),
    repository: async (name, branch) => (here(name) && branch !== 'gone' ? page() : null),
    issue: async (name, number) => (here(name) && number === 1 ? issue : null),
    pull: async (name, number) => (here(name) && number === 2 ? pull : null),
    commit: async (name, sha) => (here(name) && SHA.startsWith(sha) ? commit : null),
    file: async (name, rest) => {
      if (!here(name) || !rest.startsWith('main/')) return null;
      const path = rest.slice('main/'.length);
      if (path === 'logo.png') return { sha: SHA, path, text: null };
      return path === 'src/config.ts' ? { sha: SHA, path, text: "export const b = '<b>bold</b>';\n" } : null;
    },
    checkRun: async (name, id) => (here(name) ? (change.checks.find((entry) => entry.id === id) ?? null) : null),
    deliveries: async () => [
      {
        id: 5,
        guid: 'd6b1',
        event: 'issues',
        action: 'edited',
        deliveredAt: AT,
        statusCode: 202,
        durationMs: 12,
        redelivery: false,
      },
      {
        id: 4,
        guid: 'a001',
        event: 'push',
        action: null,
        deliveredAt: AT,
        statusCode: 0,
        durationMs: 0,
        redelivery: true,
      },
    ],
    deployments: async (name) =>
      here(name)
        ? {
            environments: [{ name: 'production', apps: ['seaworthy'] }],
            deployments: [
              {
                id: 41,
                runId: 42,
                environment: 'production',
                ref: 'main',
                sha: SHA,
                creator: octocat,
                createdAt: AT,
                status: 'failure',
                gates: [{ app: 'seaworthy', state: 'rejected', comment: '**Two** blockers: <hsts>', reports: [] }],
              },
            ],
            defaultBranch: 'main',
          }
        : null,
    mergePull: async (as) =>
      as === 'reader'
        ? { ok: false, status: 405, message: 'Changes must be made through the merge queue' }
        : { ok: true },
    actOnCheck: async (_as, _name, _id, button) =>
      button === 'refresh' ? { ok: true } : { ok: false, status: 403, message: 'Must have write rights' },
    deploy: async (as) =>
      as === 'reader' ? { ok: false, status: 403, message: 'Must have write rights' } : { ok: true },
    openIssue: async (_as, _name, title) =>
      title.trim() === '' ? { ok: false, status: 422, message: "title can't be blank" } : { ok: true, number: 1 },
    editIssue: async (as, _name, _number, edit) => {
      if (as === 'reader') return { ok: false, status: 403, message: 'Only people with write access may edit this.' };
      issue = { ...issue, ...edit };
      return { ok: true };
    },
    comment: async (as, _name, _number, body) => {
      issue = {
        ...issue,
        thread: [
          ...issue.thread,
          { id: 32, author: { login: as, type: 'User' }, body, createdAt: AT, edited: false, reactions: [] },
        ],
      };
      return { ok: true };
    },
    redeliver: async (id) => {
      redelivered.push(id);
      return { ok: true };
    },
  };
  return { view, issue: () => issue, redelivered };
}
