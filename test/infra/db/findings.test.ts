/** Findings, remembered blobs, readings of histories and what is forgotten of them, on both engines. */
import { fixedClock } from '../../../src/core/clock.js';
import type { Finding } from '../../../src/domain/scanner/finding.js';
import { forgetBlobs, knownBlobs, rememberBlobs } from '../../../src/infra/db/clean-blobs.js';
import {
  addFindings,
  countOpenFindings,
  findingsByPrefix,
  openHistoryFindings,
  repositoriesWith,
  settleFinding,
} from '../../../src/infra/db/findings.js';
import { findHead, type Head, headsWith, headsWithFindings, saveHead } from '../../../src/infra/db/heads.js';
import {
  endHistoryScan,
  findHistoryScan,
  requestHistoryScan,
  saveProgress,
  withoutHistoryScan,
} from '../../../src/infra/db/history-scans.js';
import { saveInstallation, saveRepositories } from '../../../src/infra/db/installations.js';
import { prune } from '../../../src/infra/db/prune.js';
import { renameFindings } from '../../../src/infra/db/rename-findings.js';
import { onBothEngines } from '../../support/databases.js';

const now = fixedClock(new Date('2026-11-22T10:00:00Z')).now();
const later = new Date('2027-11-22T10:00:00Z');
const REPO = 7;
const [OLD, NEW] = ['a'.repeat(64), 'b'.repeat(64)];

const finding = (fingerprint: string, over: Partial<Finding> = {}): Finding => ({
  ruleId: 'generic',
  provider: 'any',
  title: 'Password',
  severity: 'MEDIUM',
  confidence: 'low',
  path: 'a.txt',
  line: 1,
  column: 1,
  endLine: 1,
  start: 0,
  end: 1,
  preview: '••••',
  fingerprint,
  ...over,
});
const found = (one: Finding, path = 'a.txt', commit = 'c1') => ({ finding: one, path, commit });
const head = (sha: string, over: Partial<Head> = {}): Head => ({
  sha,
  follows: null,
  engineVersion: '1',
  commits: 1,
  files: 1,
  sightings: [],
  unseen: [],
  standing: null,
  ...over,
});

onBothEngines((databases) => {
  test('of the heads that carry a finding the ends of branches come first, however many a busy branch has', async () => {
    const { kysely: db } = await databases.fresh();
    const sightings = [{ fingerprint: OLD, path: 'a.txt', line: 1, commit: 'c1' }];
    await saveHead(db, REPO, head('quiet-end', { sightings }), now);
    for (const [sha, follows] of [
      ['busy-1', null],
      ['busy-2', 'busy-1'],
      ['busy-end', 'busy-2'],
    ] as const)
      await saveHead(db, REPO, head(sha, { sightings, follows }), later);
    const ends = ['busy-end', 'quiet-end'];
    expect(await headsWith(db, REPO, OLD, 2)).toEqual(ends);
    expect(await headsWithFindings(db, REPO, 2)).toEqual(ends);
    expect(await headsWithFindings(db, REPO, 9)).toHaveLength(4);
  });

  const one = async (db: Parameters<typeof findingsByPrefix>[0], prefix: string) =>
    (await findingsByPrefix(db, REPO, prefix))[0];

  test('a value is as sure as its surest place, in whatever order they are seen', async () => {
    const { kysely: db } = await databases.fresh();
    const sure = finding(OLD, { confidence: 'high', severity: 'HIGH', title: 'Key' });
    await addFindings(db, REPO, [found(finding(OLD)), found(sure), found(finding(OLD))], 'push', now);
    expect(await one(db, OLD)).toMatchObject({ confidence: 'high', severity: 'HIGH', title: 'Key' });
    await addFindings(db, REPO, [found(finding(OLD))], 'push', now);
    expect(await one(db, OLD)).toMatchObject({ confidence: 'high' });
  });

  test('a finding of the history that a push brings is the push’s from then on, and stays settled', async () => {
    const { kysely: db } = await databases.fresh();
    await addFindings(db, REPO, [found(finding(OLD), 'old.txt', 'c1')], 'history', now);
    expect(await one(db, OLD)).toMatchObject({ origin: 'history', place: { path: 'old.txt', line: 1, commit: 'c1' } });
    await settleFinding(db, REPO, OLD, { state: 'rotated', by: 'ann', at: now, because: 'x' });
    await addFindings(db, REPO, [found(finding(OLD), 'new.txt', 'c2')], 'push', now);
    expect(await one(db, OLD)).toMatchObject({ origin: 'push', state: 'rotated', place: { path: 'new.txt' } });
    await addFindings(db, REPO, [found(finding(OLD), 'old.txt', 'c1')], 'history', now);
    expect(await one(db, OLD)).toMatchObject({ origin: 'push', place: { path: 'new.txt', commit: 'c2' } });
  });

  test('more findings than one statement takes', async () => {
    const { kysely: db } = await databases.fresh();
    const many = Array.from({ length: 2500 }, (_, n) => found(finding(n.toString(16).padStart(64, '0'))));
    await addFindings(db, REPO, many, 'history', now);
    expect(await countOpenFindings(db, REPO, [])).toEqual([
      { severity: 'MEDIUM', confidence: 'low', origin: 'history', count: 2500 },
    ]);
    expect(await openHistoryFindings(db, REPO, [], 10)).toHaveLength(10);
  });

  test('open findings are counted by weight, without dismissed ones', async () => {
    const { kysely: db } = await databases.fresh();
    await addFindings(db, REPO, [found(finding(OLD)), found(finding(NEW))], 'push', now);
    expect(await countOpenFindings(db, REPO, [])).toMatchObject([{ count: 2 }]);
    expect(await countOpenFindings(db, REPO, [OLD.slice(0, 8)])).toMatchObject([{ count: 1 }]);
    expect(await repositoriesWith(db, [OLD.slice(0, 8)])).toEqual([REPO]);
    expect(await repositoriesWith(db, ['cccccccc'])).toEqual([]);
  });

  test('under a new key a finding keeps its state, is found by both names, and so do the heads', async () => {
    const { kysely: db } = await databases.fresh();
    await addFindings(db, REPO, [found(finding(OLD))], 'push', now);
    await settleFinding(db, REPO, OLD, { state: 'dismissed', by: 'ann', at: now, because: 'test key' });
    const sighting = { fingerprint: OLD, path: 'a.txt', line: 1, commit: 'c1' };
    await saveHead(db, REPO, head('s1', { sightings: [sighting], standing: [sighting] }), now);
    const pairs = [
      { from: OLD, to: NEW },
      { from: 'd'.repeat(64), to: 'e'.repeat(64) },
    ];
    expect(await renameFindings(db, REPO, pairs)).toEqual([pairs[0]]);
    expect(await one(db, OLD.slice(0, 8))).toMatchObject({ fingerprint: NEW, state: 'dismissed', settledBy: 'ann' });
    expect(await one(db, NEW.slice(0, 8))).toMatchObject({ previousFingerprint: OLD });
    expect(await findHead(db, REPO, 's1')).toMatchObject({ sightings: [{ fingerprint: NEW }], standing: null });
    expect(await renameFindings(db, REPO, pairs)).toEqual([]);
  });

  test('a finding known by both keys keeps what was decided under the old one', async () => {
    const { kysely: db } = await databases.fresh();
    await addFindings(db, REPO, [found(finding(OLD)), found(finding(NEW))], 'push', now);
    await settleFinding(db, REPO, OLD, { state: 'rotated', by: 'ann', at: now, because: 'ticket' });
    await renameFindings(db, REPO, [{ from: OLD, to: NEW }]);
    expect(await findingsByPrefix(db, REPO, OLD.slice(0, 4))).toMatchObject([{ fingerprint: NEW, state: 'rotated' }]);
  });

  test('a blob is known to the same rules, in the same repository, under the same path', async () => {
    const { kysely: db } = await databases.fresh();
    const looker = { repositoryId: REPO, engineVersion: '1' };
    const blob = { sha: 's', path: 'a' };
    await rememberBlobs(db, looker, [blob, blob], now);
    await rememberBlobs(db, looker, [blob], now);
    const asks = async (who: typeof looker & { keyId?: string }, what = blob) =>
      (await knownBlobs(db, who, [what]))(what);
    expect(await asks(looker)).toBe(true);
    expect(await asks(looker, { sha: 's', path: 'b' })).toBe(false);
    expect(await asks({ ...looker, engineVersion: '2' })).toBe(false);
    expect(await asks({ ...looker, repositoryId: 8 })).toBe(false);
    expect(await asks({ ...looker, keyId: 'k' })).toBe(false);
  });

  test('blobs of other rules, old ones and the oldest past the limit are forgotten', async () => {
    const { kysely: db } = await databases.fresh();
    const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    const put = (sha: string, minutes: number, engineVersion = '1') =>
      rememberBlobs(db, { repositoryId: REPO, engineVersion }, [{ sha, path: sha }], at(minutes));
    await put('other', 9, '0');
    for (const n of [1, 2, 3, 4, 5]) await put(`s${n}`, n);
    await forgetBlobs(db, { engineVersion: '1', before: at(2), keep: 3 });
    const left = await db.selectFrom('clean_blob').select('seen_at').orderBy('seen_at').execute();
    expect(left.map(({ seen_at }) => seen_at)).toEqual([at(3), at(4), at(5)]);
  });

  test('a reading that is asked for again goes on; its end is remembered', async () => {
    const { kysely: db } = await databases.fresh();
    const reader = { engineVersion: '1', keyId: 'k' };
    await requestHistoryScan(db, REPO, reader, null, now);
    await saveProgress(db, REPO, { done: 200, total: 5000 }, now);
    await requestHistoryScan(db, REPO, reader, 'ann', now);
    const asked = { state: 'reading', askedBy: 'ann', commitsDone: 200, commitsTotal: 5000, doneAt: null };
    expect(await findHistoryScan(db, REPO)).toMatchObject(asked);
    await endHistoryScan(db, REPO, { ...reader, commits: 5000, found: 2, unseen: [], coversUntil: now }, later);
    expect(await findHistoryScan(db, REPO)).toMatchObject({ state: 'done', askedBy: null, found: 2, doneAt: later });
    await requestHistoryScan(db, REPO, reader, null, later);
    expect(await findHistoryScan(db, REPO)).toMatchObject({ state: 'waiting', found: 2 });
  });

  test('histories are due once, and again where findings wait for another key', async () => {
    const { kysely: db } = await databases.fresh();
    const facts = { private: true, fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
    const here = { accountType: 'Organization', permissions: {}, events: [], suspendedAt: null };
    await saveInstallation(db, { id: 3, account: 'harbour', ...here });
    await saveInstallation(db, { id: 4, account: 'marina', ...here, suspendedAt: now });
    await saveRepositories(db, [{ id: 4, installationId: 4, owner: 'marina', name: 'r4', ...facts }]);
    for (const id of [1, 2, 3])
      await saveRepositories(db, [{ id, installationId: 3, owner: 'harbour', name: `r${id}`, ...facts }]);
    const due = async (keyId: string) => (await withoutHistoryScan(db, keyId, 9)).map(({ id }) => id);
    expect(await due('k1')).toEqual([1, 2, 3]);
    for (const id of [1, 2]) await requestHistoryScan(db, id, { engineVersion: '1', keyId: 'k1' }, null, now);
    await addFindings(db, 2, [found(finding(OLD))], 'push', now);
    expect(await due('k1')).toEqual([3]);
    expect(await due('k2')).toEqual([2, 3]);
  });

  test('of old heads those stay that the next push goes on from', async () => {
    const { kysely: db } = await databases.fresh();
    const sightings = [{ fingerprint: OLD, path: 'a', line: 1, commit: 'c' }];
    await saveHead(db, REPO, head('gone-on-from', { sightings }), now);
    await saveHead(db, REPO, head('tip', { sightings, follows: 'gone-on-from' }), now);
    await saveHead(db, REPO, head('clean-tip'), now);
    await saveHead(db, REPO, head('young', { follows: 'x' }), later);
    const check = { repository_id: REPO, name: 'n', run_id: 1, digest: 'd', conclusion: 'success', updated_at: now };
    for (const sha of ['tip', 'clean-tip'])
      await db
        .insertInto('check_run')
        .values({ ...check, head_sha: sha })
        .execute();
    for (const key of ['reply:1', 'baseline-issue:7'])
      await db.insertInto('effect').values({ key, intended_at: now, done_at: now }).execute();
    await prune(db, new Date(now.getTime() + 1));
    const of = async (rows: Promise<{ value: string }[]>) => (await rows).map(({ value }) => value).sort();
    expect(await of(db.selectFrom('head').select('sha as value').execute())).toEqual(['tip', 'young']);
    expect(await of(db.selectFrom('check_run').select('head_sha as value').execute())).toEqual(['tip']);
    expect(await of(db.selectFrom('effect').select('key as value').execute())).toEqual(['baseline-issue:7']);
  });
});
