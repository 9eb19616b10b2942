/** What a head vouches for: no order of pushes, no force and no new rules make a finding disappear from it. */
import { awsKeyPair } from '../../src/cli/_demo/samples.js';
import { judgePullRequest } from '../../src/flows/judge-pull-request.js';
import { judgePush, type PushEvent } from '../../src/flows/judge-push.js';
import { repostSecrets } from '../../src/flows/secrets-check.js';
import { knownBlobs } from '../../src/infra/db/clean-blobs.js';
import type { Database } from '../../src/infra/db/database.js';
import { findHead } from '../../src/infra/db/heads.js';
import type { GitHub } from '../../src/infra/github/gateway.js';
import type { Change } from '../../src/infra/github/changes/change.js';
import { onPglite } from '../support/databases.js';
import { checksInMemory, commitOf, flowContext, REPOSITORY, sha } from '../support/flow-context.js';

const databases = onPglite();
let db: Database;
beforeEach(async () => {
  db = await databases.fresh();
});

const LEAK = `aws_access_key_id = ${awsKeyPair().id}\n`;
const clean = (commit: string) => commitOf(commit, `${commit.slice(0, 1)}.txt`, 'clean\n');
const leaky = (commit: string) => commitOf(commit, `${commit.slice(0, 1)}.ini`, LEAK);

/** A repository whose pushes and comparisons bring what is given by sha: the pushed head, or `base...head`. */
function repositoryWith(pushes: Record<string, Change[]>, between: Record<string, Change[]> = {}) {
  const { checks, runs } = checksInMemory();
  const asked: string[] = [];
  const changes = {
    async *push(_: unknown, push: { after: string; created: boolean }) {
      asked.push(push.created ? `whole ${push.after}` : push.after);
      yield* pushes[push.after] ?? [];
    },
    async *between(_: unknown, base: string, head: string) {
      asked.push(`${base}...${head}`);
      yield* between[`${base}...${head}`] ?? [];
    },
    async *history() {
      yield* [];
    },
    commit: () => Promise.reject(new Error('nobody asks for one commit')),
  };
  const files = new Map<string, string>();
  const repositories = {
    file: async (_: unknown, path: string, ref?: string) => {
      asked.push(`${path} at ${ref?.slice(0, 1)}`);
      const text = files.get(path);
      return text === undefined ? null : { path, sha: '', text };
    },
  } as Partial<GitHub['repositories']> as GitHub['repositories'];
  const { context, jobs } = flowContext(db, { changes, github: { checks, repositories } });
  const push = (before: string, after: string, more: Partial<PushEvent> = {}) =>
    judgePush(
      {
        repository: REPOSITORY,
        defaultBranch: 'main',
        ref: 'refs/heads/main',
        before,
        after,
        created: false,
        deleted: false,
        forced: false,
        commits: [after],
        ...more,
      },
      context,
    );
  const verdict = (head: string) => {
    const contents = [...runs.values()].filter((_, index) => index === heads.indexOf(head));
    return contents.map((content) => ('conclusion' in content ? content.conclusion : content.status))[0];
  };
  const heads: string[] = [];
  const create = checks.create;
  checks.create = async (repo, key, content) => {
    if (key.name === 'seaworthy/secrets') heads.push(key.headSha);
    else return { ...key, id: 99, status: 'completed', conclusion: null, appId: 1, url: null };
    return create(repo, key, content);
  };
  const again = async () => {
    for (const { handler, data } of jobs.splice(0)) {
      if (handler === 'judge-head') await repostSecrets(REPOSITORY, (data as { sha: string }).sha, context);
    }
  };
  return { context, push, verdict, asked, again, files, contents: () => [...runs.values()] };
}

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map(sha) as [string, string, string, string];

test('on the default branch, a push judged before the one it follows is corrected when that one is read', async () => {
  const { push, verdict, again } = repositoryWith({ [B]: leaky(B), [C]: clean(C), [D]: clean(D) });
  await push(B, C);
  await push(C, D);
  expect([verdict(C), verdict(D)]).toEqual(['success', 'success']);
  await push(A, B);
  await again();
  expect([B, C, D].map(verdict)).toEqual(['failure', 'failure', 'failure']);
});

test('a push by force to the default branch keeps what was found before it', async () => {
  const { push, verdict } = repositoryWith({ [B]: leaky(B), [C]: clean(C) });
  await push(A, B);
  await push(B, C, { forced: true });
  expect(verdict(C)).toBe('failure');
});

test('a commit judged clean on a branch of its own goes on from the default branch when it is pushed there', async () => {
  const { push, verdict } = repositoryWith({ [B]: leaky(B), [C]: clean(C) });
  await push(A, B);
  await push(sha('0'), C, { ref: 'refs/heads/topic', created: true });
  expect(verdict(C)).toBe('success');
  await push(B, C);
  expect(verdict(C)).toBe('failure');
});

test('new rules keep what the old ones found on the default branch, and read other branches anew', async () => {
  const { context, push, verdict, asked } = repositoryWith({ [B]: leaky(B), [C]: clean(C), [D]: clean(D) });
  await push(A, B);
  Object.assign(context, { engine: { ...context.engine, version: 'newer' } });
  await push(B, C);
  expect(verdict(C)).toBe('failure');
  await push(B, D, { ref: 'refs/heads/topic' });
  expect(asked.at(-1)).toBe(`whole ${D}`);
});

test('a new branch at the head of the default branch, after new rules, takes nothing off that head', async () => {
  const pushes = { [B]: leaky(B), [C]: clean(C) };
  const { context, push, verdict } = repositoryWith(pushes);
  await push(A, B);
  Object.assign(context, { engine: { ...context.engine, version: 'newer' } });
  // Compared with the default branch it brings no commits.
  pushes[B] = [];
  await push(sha('0'), B, { ref: 'refs/heads/topic', created: true, commits: [] });
  expect(verdict(B)).toBe('failure');
  expect((await findHead(db.kysely, REPOSITORY.id, B))?.follows).toBe(A);
  await push(B, C);
  expect(verdict(C)).toBe('failure');
});

test('a head is said again although other rules looked at it', async () => {
  const { context, push, verdict } = repositoryWith({ [B]: leaky(B) });
  await push(A, B);
  await db.kysely.updateTable('finding').set({ state: 'rotated' }).execute();
  Object.assign(context, { engine: { ...context.engine, version: 'newer' } });
  await repostSecrets(REPOSITORY, B, context);
  expect(verdict(B)).toBe('success');
});

test('the same push twice is read once', async () => {
  const { push, asked } = repositoryWith({ [B]: clean(B) });
  await push(A, B);
  await push(A, B);
  expect(asked).toEqual([B]);
});

test('a tag on a commit that brings nothing says nothing on it; one that brings commits does', async () => {
  const { push, verdict } = repositoryWith({ [B]: [], [C]: leaky(C) });
  await push(sha('0'), B, { ref: 'refs/tags/v1', created: true, commits: [] });
  await push(sha('0'), C, { ref: 'refs/tags/v2', created: true, commits: [] });
  expect([verdict(B), verdict(C)]).toEqual([undefined, 'failure']);
});

test('a value in the path of a file is neither kept nor shown', async () => {
  const { id } = awsKeyPair();
  const { push, contents } = repositoryWith({ [B]: commitOf(B, `keys/${id}.ini`, LEAK) });
  await push(A, B);
  const kept = await findHead(db.kysely, REPOSITORY.id, B);
  expect(kept?.sightings).toHaveLength(1);
  expect(JSON.stringify([kept, contents()])).not.toContain(id);
});

test('a file that was looked at whole and is clean is remembered, one with a finding is not', async () => {
  const named = ([file]: Change[], blobSha: string) => ({ ...file, blobSha }) as Change;
  const { context, push } = repositoryWith({ [B]: [named(clean(B), 'clean'), named(leaky(B), 'leaky')] });
  await push(A, B);
  const looker = { repositoryId: REPOSITORY.id, engineVersion: context.engine.version };
  const blobs = [
    { sha: 'clean', path: 'b.txt' },
    { sha: 'leaky', path: 'b.ini' },
  ];
  expect(blobs.map(await knownBlobs(db.kysely, looker, blobs))).toEqual([true, false]);
});

describe('pull requests', () => {
  const event = (head: string, ref: string, base: string) => ({
    repository: REPOSITORY,
    head,
    base: { ref, sha: base },
    defaultBranch: 'main',
  });

  test('another base hides no commits: they are seen when the base is changed back, too', async () => {
    // C stands on B, which `old` has and main has not.
    const { context, verdict } = repositoryWith(
      {},
      { [`${B}...${C}`]: clean(C), [`main...${C}`]: [...leaky(B), ...clean(C)] },
    );
    await judgePullRequest(event(C, 'old', B), context);
    await judgePullRequest(event(C, 'main', A), context);
    expect(verdict(C)).toBe('failure');
    expect((await findHead(db.kysely, REPOSITORY.id, C))?.commits).toBe(2);
  });

  test('into another branch than the default one, what that branch has not is looked at also on a known head', async () => {
    const { context, push, verdict } = repositoryWith(
      { [C]: clean(C) },
      { [`${A}...${C}`]: [...leaky(B), ...clean(C)] },
    );
    await push(sha('0'), C, { ref: 'refs/heads/topic', created: true });
    await judgePullRequest(event(C, 'release', A), context);
    expect(verdict(C)).toBe('failure');
  });

  test('into the default branch a known head is not read again', async () => {
    const { context, push, asked } = repositoryWith({ [C]: clean(C) });
    await push(sha('0'), C, { ref: 'refs/heads/topic', created: true });
    await judgePullRequest(event(C, 'main', A), context);
    expect(asked).toEqual([`whole ${C}`]);
  });
});
