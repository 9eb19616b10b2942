/** What a flow works with, on a real database: GitHub and the changes are plain objects of the test. */
import type { Context } from '../../src/flows/context.js';
import { DELAYS } from '../../src/flows/delays.js';
import type { LifeRules } from '../../src/flows/life-rules.js';
import { DEFAULTS } from '../../src/domain/policy/index.js';
import type { Database } from '../../src/infra/db/database.js';
import type { Change } from '../../src/infra/github/changes/change.js';
import type { CheckRun, CheckRunContent, GitHub } from '../../src/infra/github/gateway.js';
import type { JobSpec } from '../../src/infra/queue/types.js';
import { silentLog } from '../../src/core/log.js';
import { createEngine } from '../../src/domain/scanner/engine.js';
import { loadRules } from '../../src/domain/scanner/registry.js';

export const REPOSITORY = { id: 7, owner: 'harbour', name: 'quay' };
/** Life without a policy file. */
export const DEFAULT_LIFE_RULES: LifeRules = { waivers: DEFAULTS.waivers, approvers: [], earlyClose: 'reopen' };

export const NOW = new Date('2026-11-22T10:00:00Z');

/** 40 times one hexadecimal digit. */
export const sha = (digit: string): string => digit.repeat(40);

const engine = createEngine(await loadRules());

export interface Observed {
  readonly context: Context;
  readonly jobs: JobSpec[];
}

/** A context of which only what is given works; the rest throws by being absent. */
export function flowContext(
  db: Database,
  given: Partial<Omit<Context, 'github'>> & { readonly github?: Partial<GitHub> },
): Observed {
  const jobs: JobSpec[] = [];
  const context = {
    db: db.kysely,
    clock: { now: () => NOW },
    delays: DELAYS,
    log: silentLog,
    checklists: [],
    engine,
    fingerprintKey: Buffer.from('a key for tests only, 32 bytes..'),
    previousFingerprintKey: null,
    app: { id: 1, login: 'seaworthy[bot]' },
    job: { delivery: 'guid-1', installationId: 3 },
    signal: new AbortController().signal,
    enqueue: async (specs: readonly JobSpec[]) => void jobs.push(...specs),
    lifeRules: async () => DEFAULT_LIFE_RULES,
    needs: { permissions: {}, events: [] },
    reconcilePercent: 20,
    reports: { webhooks: new Map(), githubUrl: 'https://github.com', pagesUrl: 'https://seaworthy.example.com' },
    apiUrl: 'https://api.github.com',
    issueUrl: () => 'https://example.com/issue',
    ...given,
  } as unknown as Context;
  return { context, jobs };
}

/** The changes of one commit that brings one new file of `text`. */
export function commitOf(commit: string, path: string, text: string): Change[] {
  const content = { kind: 'bytes' as const, bytes: Buffer.from(text) };
  return [
    { kind: 'file', commit, path, blobSha: null, content },
    { kind: 'commit', sha: commit, files: 1 },
  ];
}

/** The checks API in memory: what stands on GitHub by run, annotations appended as GitHub does. */
export function checksInMemory(): { readonly checks: GitHub['checks']; readonly runs: Map<number, CheckRunContent> } {
  const runs = new Map<number, CheckRunContent>();
  const keys = new Map<number, { name: string; headSha: string; externalId: string }>();
  const runOf = (id: number): CheckRun => {
    const key = keys.get(id);
    if (key === undefined) throw new Error(`There is no run ${id}`);
    return { ...key, id, status: 'completed', conclusion: null, appId: 1, url: null };
  };
  const checks: GitHub['checks'] = {
    create: async (_, key, content) => {
      const id = runs.size + 1;
      keys.set(id, key);
      runs.set(id, content);
      return runOf(id);
    },
    update: async (_, id, content) => {
      const before = runs.get(id)?.output?.annotations ?? [];
      const annotations = [...before, ...(content.output?.annotations ?? [])];
      runs.set(id, content.output ? { ...content, output: { ...content.output, annotations } } : content);
      return runOf(id);
    },
    list: async (_, ref) => [...keys].filter(([, { headSha }]) => headSha === ref).map(([id]) => runOf(id)),
  };
  return { checks, runs };
}
