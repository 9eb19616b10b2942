/** What time, closings, teams and assignments do to items, on a real database. */
import path from 'node:path';
import { createAnswer } from '../../src/commands/_answer.js';
import { acceptCommand } from '../../src/commands/_command.js';
import { loadFolder } from '../../src/core/load-folder.js';
import type { ItemState } from '../../src/domain/checklist/index.js';
import { readAsides } from '../../src/flows/asides.js';
import { settleClosing } from '../../src/flows/early-close.js';
import type { LifeRules } from '../../src/flows/life-rules.js';
import { oneComment } from '../../src/flows/one-comment.js';
import { settleIssue } from '../../src/flows/settle-issue.js';
import { readService } from '../../src/flows/service.js';
import { tendItems } from '../../src/flows/tend-items.js';
import expireWaivers from '../../src/chores/expire-waivers.js';
import { assign } from '../../src/infra/db/assignments.js';
import { itemStates, saveBaseline, saveItemState } from '../../src/infra/db/baselines.js';
import type { Database } from '../../src/infra/db/database.js';
import { saveRepositories } from '../../src/infra/db/installations.js';
import { savePolicy } from '../../src/infra/db/policies.js';
import { type ServiceSettings, saveServiceSettings } from '../../src/infra/db/services.js';
import { currentWaivers } from '../../src/infra/db/waivers.js';
import type { GitHub, Issue } from '../../src/infra/github/gateway.js';
import { base62, crc32 } from '../../src/domain/scanner/rules/_checks.js';
import { CHECKLISTS } from '../domain/checklist/support/sample.js';
import { choreContext } from '../support/chore-context.js';
import { onPglite } from '../support/databases.js';
import { DEFAULT_LIFE_RULES, flowContext, NOW, REPOSITORY } from '../support/flow-context.js';

const databases = onPglite();
const answer = createAnswer(await loadFolder(path.resolve('src/commands'), acceptCommand));
const ISSUE = 1;
let db: Database;

beforeEach(async () => {
  db = await databases.fresh();
  const facts = { private: true, fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
  await saveRepositories(db.kysely, [{ ...REPOSITORY, installationId: 3, ...facts }]);
  await saveBaseline(db.kysely, REPOSITORY.id, NOW, { issue: { number: ISSUE, nodeId: 'node-1' } });
  await saveServiceSettings(db.kysely, REPOSITORY.id, NOW, { used: CHECKLISTS.map(({ name }) => name) });
});

interface World {
  readonly roles?: Readonly<Record<string, string>>;
  readonly teams?: Readonly<Record<string, readonly string[]>>;
  readonly rules?: Partial<LifeRules>;
}

/** One issue with its comments; who has which role and is in which team. */
function world({ roles = {}, teams = {}, rules = {} }: World = {}) {
  const said = new Map<number, string>();
  const issue = { state: 'closed' as Issue['state'], nodeId: 'node-1', number: ISSUE, body: '' };
  const github = {
    issues: {
      get: async () => issue,
      update: async (_: unknown, _number: number, change: Partial<Issue>) => Object.assign(issue, change),
    },
    comments: {
      async *list() {
        yield* [...said].map(([id, body]) => ({ id, body, appId: 1 }));
      },
      create: async (_repo: unknown, _issue: unknown, body: string) => {
        said.set(said.size + 100, body);
        return { id: said.size + 99 };
      },
      update: async (_repo: unknown, id: number, body: string) => said.set(id, body),
      react: async () => undefined,
    },
    repositories: {
      permission: async (_: unknown, login: string) => ({ level: 'read', role: roles[login] ?? 'read' }),
    },
    history: { edits: async () => [] },
    teams: {
      isMember: async (org: string, team: string, login: string) => teams[`${org}/${team}`]?.includes(login) ?? false,
    },
  } as unknown as GitHub;
  let comments = 0;
  const given = { github, checklists: CHECKLISTS, lifeRules: async () => ({ ...DEFAULT_LIFE_RULES, ...rules }) };
  const { context, jobs } = flowContext(db, given);
  const at = (day: string) => ({ ...context, clock: { now: () => new Date(`${day}T10:00:00Z`) } });
  const say = async (by: string, after: string, saidAt = NOW.toISOString()) => {
    comments += 1;
    const comment = comments;
    const event = { repository: REPOSITORY, isPrivate: true, issue: ISSUE, comment, by, saidAt, before: null, after };
    await answer(event, context);
    return [...said.values()].find((body) => body.includes(`reply=${comment} -->`))?.replaceAll('&#8203;', '') ?? null;
  };
  return { context, jobs, said, issue, at, say };
}

const stateOf = async (id: string) => (await itemStates(db.kysely, REPOSITORY.id)).get(id) as ItemState | undefined;
const put = (id: string, state: ItemState) => saveItemState(db.kysely, REPOSITORY.id, id, state, NOW);
const journal = async () => (await db.kysely.selectFrom('journal').select('kind').execute()).map(({ kind }) => kind);

test('a waiver is asked for, approved, reminded of once, and ends', async () => {
  const { say, at, said, jobs } = world({ roles: { ann: 'write', bob: 'admin' } });
  await say('ann', '/baseline accept-risk hsts until 2026-11-25 because the partner is slow');
  await say('bob', '/baseline approve hsts');
  expect(await stateOf('hsts')).toMatchObject({ kind: 'waived', by: 'ann', approver: 'bob', until: '2026-11-25' });
  await tendItems(REPOSITORY.id, at('2026-11-23'));
  const before = said.size;
  await tendItems(REPOSITORY.id, at('2026-11-24'));
  await tendItems(REPOSITORY.id, at('2026-11-25'));
  expect([...said.values()].slice(before)).toEqual([expect.stringContaining('ends tomorrow, 2026-11-25.')]);
  expect(await stateOf('hsts')).toMatchObject({ kind: 'waived' });
  jobs.length = 0;
  await tendItems(REPOSITORY.id, at('2026-11-26'));
  expect(await stateOf('hsts')).toMatchObject({ kind: 'open', reason: 'its risk was accepted until 2026-11-25' });
  expect(jobs.map(({ handler }) => handler)).toEqual(['write-issue']);
  await tendItems(REPOSITORY.id, at('2026-11-27'));
  expect(await journal()).toEqual(['waiver.asked', 'waiver.approved', 'item.waived', 'item.open']);
  expect(await currentWaivers(db.kysely, REPOSITORY.id)).toEqual([]);
});

test('a MAXIMUM risk needs two others', async () => {
  const { say } = world({ roles: { ann: 'write', bob: 'admin', cho: 'maintain' } });
  const asked = await say('ann', '/baseline accept-risk csp until 2026-11-23 because it breaks the shop');
  expect(asked).toContain('stays open until 2 others approve');
  expect(await say('bob', '/baseline approve csp')).toContain(
    'You approved it until 2026-11-23: it breaks the shop. One more person has to approve: `/baseline approve csp`.',
  );
  expect(await say('bob', '/baseline approve csp')).toContain('You approved it already');
  expect(await stateOf('csp')).toBeUndefined();
  await say('cho', '/baseline approve csp');
  expect(await stateOf('csp')).toMatchObject({ kind: 'waived', approver: 'cho', alsoBy: ['bob'] });
});

test('a request that took the place of another one after the comment was written is not approved by it', async () => {
  const { say } = world({ roles: { ann: 'write', bob: 'admin' } });
  await say('ann', '/baseline accept-risk hsts until 2026-11-23 because of this');
  await say('ann', '/baseline accept-risk hsts until 2026-11-29 because of *that*');
  const reply = await say('bob', '/baseline approve hsts', '2026-11-22T09:59:59Z');
  expect(reply).toContain('The request for `hsts` changed while you approved it. Look at it again');
  expect(await stateOf('hsts')).toBeUndefined();
  expect(await say('bob', '/baseline approve hsts')).toContain(
    'accepted until 2026-11-29, as @ann asked: of \\*that\\*',
  );
  expect(await say('bob', '/baseline approve hsts')).toContain('accepted until 2026-11-29');
});

test('where the policy lets nobody accept a risk, nobody is told to ask for it', async () => {
  const waivers = { ...DEFAULT_LIFE_RULES.waivers, HIGH: { days: 0, approvers: 1 } };
  const { say } = world({ roles: { ann: 'admin' }, rules: { waivers } });
  const refused = 'the policy lets nobody accept';
  expect(await say('ann', '/baseline accept-risk hsts until 2026-11-22 because of this')).toContain(refused);
  const reply = await say('ann', '/baseline approve hsts');
  expect(reply).toContain(refused);
  expect(reply).not.toContain('accept-risk');
});

test('the waiver in force holds until a longer one is approved', async () => {
  const { say } = world({ roles: { ann: 'write', bob: 'admin' } });
  await say('ann', '/baseline accept-risk hsts until 2026-11-25 because of this');
  await say('bob', '/baseline approve hsts');
  await say('ann', '/baseline accept-risk hsts until 2026-11-28 because of that');
  expect(await stateOf('hsts')).toMatchObject({ kind: 'waived', until: '2026-11-25' });
  await say('bob', '/baseline approve hsts');
  expect(await stateOf('hsts')).toMatchObject({ kind: 'waived', until: '2026-11-28' });
  expect((await currentWaivers(db.kysely, REPOSITORY.id)).map(({ until }) => until)).toEqual(['2026-11-28']);
});

test('two who approve at the same moment in two issues both count, or are told that they do not', async () => {
  const { say } = world({ roles: { ann: 'write', bob: 'admin', cho: 'maintain' } });
  await say('ann', '/baseline accept-risk csp until 2026-11-23 because it breaks the shop');
  const replies = await Promise.all([say('bob', '/baseline approve csp'), say('cho', '/baseline approve csp')]);
  const refused = replies.filter((reply) => reply?.includes('changed while you approved it'));
  const [waiver] = await currentWaivers(db.kysely, REPOSITORY.id, 'csp');
  expect((waiver?.approvals.length ?? 0) + refused.length).toBe(2);
});

test.each([
  '/baseline done hsts',
  '/baseline undo hsts',
  '/baseline accept-risk hsts until 2026-11-27 because of that',
])('an approval that crosses %s leaves no item waived without a waiver that ends', async (crossing) => {
  const { say } = world({ roles: { ann: 'write', bob: 'admin' } });
  await say('ann', '/baseline accept-risk hsts until 2026-11-25 because of this');
  await Promise.all([say('ann', crossing), say('bob', '/baseline approve hsts')]);
  const active = (await currentWaivers(db.kysely, REPOSITORY.id, 'hsts')).filter(({ state }) => state === 'active');
  expect((await stateOf('hsts'))?.kind === 'waived').toBe(active.length === 1);
});

test('a request that nobody approved lapses with the last day that it asks for', async () => {
  const { say, at, jobs } = world({ roles: { ann: 'write' } });
  await say('ann', '/baseline accept-risk hsts until 2026-11-25 because of this');
  const waits = async (day: string) => (await readAsides(REPOSITORY.id, at(day))).has('hsts');
  expect(await waits('2026-11-25')).toBe(true);
  expect(await waits('2026-11-26')).toBe(false);
  jobs.length = 0;
  await tendItems(REPOSITORY.id, at('2026-11-25'));
  expect(jobs).toEqual([]);
  for (const day of ['2026-11-26', '2026-11-27']) await tendItems(REPOSITORY.id, at(day));
  expect(jobs.map(({ handler }) => handler)).toEqual(['write-issue']);
  expect(await currentWaivers(db.kysely, REPOSITORY.id)).toEqual([]);
  expect(await journal()).toEqual(['waiver.asked', 'waiver.lapsed']);
});

test('what somebody decides while time ends a waiver stands', async () => {
  const { say, at } = world({ roles: { ann: 'write', bob: 'admin' } });
  await say('ann', '/baseline accept-risk hsts until 2026-11-25 because of this');
  await say('bob', '/baseline approve hsts');
  const context = at('2026-11-26');
  const done: ItemState = { kind: 'done', by: 'ann', at: '2026-11-26T09:59:00Z' };
  const meanwhile = async () => {
    await put('hsts', done);
    return context.lifeRules(REPOSITORY, context);
  };
  await tendItems(REPOSITORY.id, { ...context, lifeRules: meanwhile });
  expect(await stateOf('hsts')).toEqual(done);
  expect(await currentWaivers(db.kysely, REPOSITORY.id)).toEqual([]);
  expect(await journal()).not.toContain('item.open');
});

test('a waiver that is over blocks again from the next day on, however late it is put on record', async () => {
  const { say, at } = world({ roles: { ann: 'write', bob: 'admin' } });
  await say('ann', '/baseline accept-risk hsts until 2026-11-25 because of this');
  await say('bob', '/baseline approve hsts');
  const shown = async (day: string) => (await readService(REPOSITORY.id, at(day))).states.get('hsts');
  expect(await shown('2026-11-25')).toMatchObject({ kind: 'waived' });
  expect(await shown('2026-12-05')).toMatchObject({ kind: 'open', reason: 'its risk was accepted until 2026-11-25' });
});

test('what is done with another item can be taken back', async () => {
  const { say, context } = world({ roles: { ann: 'write' } });
  const shown = async () => (await readService(REPOSITORY.id, context)).states.get('csp');
  await put('hsts', { kind: 'done', by: 'bob', at: '2026-11-20T10:00:00Z' });
  expect(await shown()).toMatchObject({ kind: 'done', with: 'hsts' });
  expect(await say('ann', '/baseline evidence csp https://example.com/1')).toContain(
    '`csp` is done with `hsts`: its evidence belongs there, `/baseline evidence hsts https://example.com/1`.',
  );
  expect(await say('ann', '/baseline undo csp')).toBeNull();
  expect(await shown()).toMatchObject({ kind: 'open', by: 'ann' });
});

test.each(['/baseline done hsts', '/baseline undo hsts'])('after %s no request waits any more', async (said) => {
  const { say } = world({ roles: { ann: 'write', bob: 'admin' } });
  await say('ann', '/baseline accept-risk hsts until 2026-11-25 because of this');
  await say('ann', said);
  expect(await currentWaivers(db.kysely, REPOSITORY.id)).toEqual([]);
});

test.each<[string, World, string, boolean]>([
  ['an administrator where nobody is named', { roles: { bob: 'admin' } }, 'bob', true],
  ['a writer where nobody is named', { roles: { bob: 'write' } }, 'bob', false],
  ['a named person', { rules: { approvers: ['@Bob'] } }, 'bob', true],
  [
    'a member of a named team',
    { rules: { approvers: ['harbour/sec'] }, teams: { 'harbour/sec': ['bob'] } },
    'bob',
    true,
  ],
  [
    'an administrator outside the named team',
    { rules: { approvers: ['@harbour/sec'] }, roles: { bob: 'admin' } },
    'bob',
    false,
  ],
])('who approves: %s', async (_, given, by, isApproved) => {
  const { say } = world({ ...given, roles: { ...given.roles, ann: 'write' } });
  await say('ann', '/baseline accept-risk hsts until 2026-11-25 because of this');
  const reply = await say(by, '/baseline approve hsts');
  expect((await stateOf('hsts'))?.kind === 'waived').toBe(isApproved);
  const accepted = 'The risk of `hsts` is accepted until 2026-11-25, as @ann asked: of this';
  expect(reply).toContain(isApproved ? accepted : 'is not for everybody.');
});

test('a request and who was asked are known of the items until somebody settles them', async () => {
  const { say, context } = world({ roles: { ann: 'write', bob: 'write' } });
  const asides = async () => Object.fromEntries(await readAsides(REPOSITORY.id, context));
  await say('ann', '/baseline assign hsts @bob');
  await say('ann', '/baseline assign csp @bob');
  await say('ann', '/baseline accept-risk hsts until 2026-11-25 because of this');
  const asked = { by: 'ann', approvedBy: [], since: '2026-11-22', until: '2026-11-25', reason: 'of this' };
  expect(await asides()).toEqual({ hsts: { assigned: ['bob'], asked }, csp: { assigned: ['bob'] } });
  expect(await say('eve', '/baseline unassign csp')).toContain('write role on this repository, or who are assigned');
  expect(await say('bob', '/baseline unassign csp @bob')).toBeNull();
  expect(await say('ann', '/baseline unassign csp @bob')).toContain('@bob is not assigned to `csp`');
  expect(await say('ann', '/baseline unassign csp')).toContain('Nobody is assigned to `csp`');
  await say('ann', '/baseline undo hsts');
  expect(await asides()).toEqual({ hsts: { assigned: ['bob'] } });
});

test('who is assigned to an item may say that it is done, and nothing about another', async () => {
  const { say } = world();
  await assign(db.kysely, REPOSITORY.id, 'hsts', 'Dee', 'ann', NOW);
  expect(await say('dee', '/baseline done hsts')).toBeNull();
  expect(await stateOf('hsts')).toMatchObject({ kind: 'done', by: 'dee' });
  expect(await say('dee', '/baseline done sri')).toContain('write role on this repository, or who are assigned');
  expect(await stateOf('sri')).toBeUndefined();
});

test('who is assigned takes back their own word, and decides nothing else', async () => {
  const { say } = world({ roles: { ann: 'write', bob: 'admin' } });
  for (const login of ['dee', 'eve']) await assign(db.kysely, REPOSITORY.id, 'hsts', login, 'ann', NOW);
  await say('ann', '/baseline accept-risk hsts until 2026-11-25 because of this');
  await say('bob', '/baseline approve hsts');
  const own = 'Of `hsts` you may take back only what you said yourself';
  expect(await say('dee', '/baseline undo hsts')).toContain(own);
  expect(await say('dee', '/baseline na hsts because I say so')).toContain('people with the write role');
  expect(await stateOf('hsts')).toMatchObject({ kind: 'waived' });
  expect(await say('dee', '/baseline done hsts')).toBeNull();
  expect(await say('eve', '/baseline undo hsts')).toContain(own);
  expect(await say('Dee', '/baseline undo hsts')).toBeNull();
  expect(await stateOf('hsts')).toMatchObject({ kind: 'open', by: 'Dee' });
  await say('ann', '/baseline accept-risk hsts until 2026-11-25 because of this');
  await say('dee', '/baseline undo hsts');
  expect(await currentWaivers(db.kysely, REPOSITORY.id)).toMatchObject([{ state: 'asked' }]);
});

test('who is assigned takes nobody else off', async () => {
  const { say } = world();
  for (const login of ['dee', 'eve']) await assign(db.kysely, REPOSITORY.id, 'hsts', login, 'ann', NOW);
  const instead = 'You may take yourself off: `/baseline unassign hsts @dee`.';
  expect(await say('dee', '/baseline unassign hsts')).toContain(instead);
  expect(await say('dee', '/baseline unassign hsts @eve')).toContain(instead);
  expect(await say('dee', '/baseline unassign hsts @Dee')).toBeNull();
});

test('the same word again changes nothing, and a value in a reason is not kept', async () => {
  const { say } = world({ roles: { ann: 'write' } });
  const body = 'a1B2'.repeat(8).slice(2);
  const value = `ghp_${body}${base62(crc32(body))}`;
  await say('ann', `/baseline na sri because ${value} is unused`);
  await say('ann', `/baseline na sri because ${value} is unused`);
  expect(await journal()).toEqual(['item.not-applicable']);
  expect(JSON.stringify(await stateOf('sri'))).not.toContain(value);
  expect(await stateOf('sri')).toMatchObject({ reason: expect.stringContaining('is unused') });
});

test('what a verifier saw cannot be taken back', async () => {
  const { say } = world({ roles: { ann: 'write' } });
  await put('hsts', { kind: 'verified', at: '2026-11-20T10:00:00Z' });
  expect(await say('ann', '/baseline undo hsts')).toContain('was verified on 2026-11-20');
  expect(await stateOf('hsts')).toMatchObject({ kind: 'verified' });
});

test('evidence goes out of date', async () => {
  const { at } = world({ rules: { evidenceMaxAgeDays: 90 } });
  await put('hsts', { kind: 'done', by: 'ann', at: '2026-08-01T10:00:00Z' });
  await put('sri', { kind: 'done', by: 'ann', at: '2026-11-01T10:00:00Z' });
  await tendItems(REPOSITORY.id, at('2026-11-22'));
  expect(await stateOf('hsts')).toMatchObject({ kind: 'stale' });
  expect(await stateOf('sri')).toMatchObject({ kind: 'done' });
  expect(await journal()).toEqual(['item.stale']);
});

test('the chore has repositories tended once a day, and hourly where a waiver is about to end', async () => {
  const tended = async (now: string) => {
    await db.kysely.deleteFrom('job').execute();
    const clock = { now: () => new Date(now) };
    await expireWaivers.run(choreContext(db, () => clock.now()));
    return (await db.kysely.selectFrom('job').select(['handler', 'subject', 'installation_id']).execute()).length;
  };
  expect(await tended('2026-11-22T10:00:00Z')).toBe(0);
  await put('sri', { kind: 'done', by: 'ann', at: '2026-11-01T10:00:00Z' });
  expect(await tended('2026-11-22T11:00:00Z')).toBe(0);
  expect(await tended('2026-11-23T00:30:00Z')).toBe(1);
  expect(await tended('2026-11-23T01:30:00Z')).toBe(0);
  // It shares its controls with the item that is waived next, which would be done with it.
  await put('sri', { kind: 'open' });
  const { say } = world({ roles: { ann: 'write', bob: 'admin' } });
  await say('ann', '/baseline accept-risk hsts until 2026-11-29 because of this');
  await say('bob', '/baseline approve hsts');
  expect(await tended('2026-11-23T02:30:00Z')).toBe(1);
});

test.each<[string, Partial<ServiceSettings>, object, number]>([
  ['nobody named a day', {}, {}, 0],
  ['somebody did', { launchOn: '2026-12-15' }, {}, 1],
  ['the policy did', {}, { launch: '2026-12-15' }, 1],
  ['it is overdue for a while', { launchOn: '2026-10-22' }, {}, 1],
  ['it is overdue for long', { launchOn: '2026-10-21' }, { launch: '2026-12-15' }, 0],
  ['it was launched', { launchOn: '2026-12-15', launchedAt: NOW }, {}, 0],
])('once a day the header counts on, if %s: %j %j', async (_, settings, good, count) => {
  await saveServiceSettings(db.kysely, REPOSITORY.id, NOW, settings);
  const key = { scope: 'repository', id: REPOSITORY.id } as const;
  await savePolicy(db.kysely, key, { fileSha: 'a1', good, problems: [], readAt: NOW });
  for (const hour of ['10', '11']) {
    const clock = { now: () => new Date(`2026-11-22T${hour}:00:00Z`) };
    await expireWaivers.run(choreContext(db, () => clock.now()));
    const jobs = await db.kysely.selectFrom('job').select('handler').execute();
    expect(jobs.map(({ handler }) => handler)).toEqual(hour === '10' && count === 1 ? ['write-issue'] : []);
    await db.kysely.deleteFrom('job').execute();
  }
});

const ready = async () => {
  for (const id of ['hsts', 'csp', 'protected', 'reviewed'])
    await put(id, { kind: 'verified', at: '2026-08-01T10:00:00Z' });
};

test.each<[string, World, Issue['state'], string]>([
  ['opens again', {}, 'open', 'So this list is open as well.'],
  ['stays closed where the policy says so', { rules: { earlyClose: 'record' } }, 'closed', 'This list stays closed'],
])('a closed issue %s when evidence ages, and says why once', async (_, given, state, expected) => {
  const { at, issue, said } = world({ ...given, rules: { ...given.rules, evidenceMaxAgeDays: 90 } });
  await ready();
  await put('hsts', { kind: 'done', by: 'ann', at: '2026-08-01T10:00:00Z' });
  await put('csp', { kind: 'open', at: '2026-08-02T10:00:00Z' });
  await tendItems(REPOSITORY.id, at('2026-10-30'));
  expect([issue.state, said.size]).toEqual(['closed', 0]);
  await tendItems(REPOSITORY.id, at('2026-10-31'));
  await tendItems(REPOSITORY.id, at('2026-10-31'));
  expect(issue.state).toBe(state);
  expect([...said.values()]).toEqual([expect.stringMatching(/\n`hsts` \([^)]+\) waits again\. /)]);
  expect([...said.values()].join()).toContain(expected);
});

test('what is not required opens no closed issue, and nothing is written into an archived repository', async () => {
  const { at, issue, said } = world({ rules: { evidenceMaxAgeDays: 90 } });
  await ready();
  await put('sri', { kind: 'done', by: 'ann', at: '2026-08-01T10:00:00Z' });
  await tendItems(REPOSITORY.id, at('2026-11-22'));
  await db.kysely.updateTable('repository').set({ archived: true }).execute();
  await put('hsts', { kind: 'done', by: 'ann', at: '2026-08-01T10:00:00Z' });
  await tendItems(REPOSITORY.id, at('2026-11-22'));
  expect(await stateOf('hsts')).toMatchObject({ kind: 'stale' });
  expect([issue.state, said.size]).toEqual(['closed', 0]);
});

const closing = { repository: REPOSITORY, issue: ISSUE, by: 'ann', at: '2026-11-22T10:00:00Z' };

test.each<[string, World, object, Issue['state'], number]>([
  ['by somebody: it opens again', {}, {}, 'open', 1],
  ['where the policy only records it', { rules: { earlyClose: 'record' } }, {}, 'closed', 0],
  ['by us', {}, { by: 'seaworthy[bot]' }, 'closed', 0],
  ['another issue', {}, { issue: 99 }, 'closed', 0],
])('closed early %s', async (_, given, more, state, comments) => {
  const { context, issue, said } = world(given);
  await settleClosing({ ...closing, ...more }, context);
  await settleClosing({ ...closing, ...more }, context);
  expect(issue.state).toBe(state);
  expect(said.size).toBe(comments);
});

test('a reply longer than GitHub takes is cut, and says so', async () => {
  const { context, said } = world();
  const text = 'a line of a long answer\n'.repeat(5_000);
  await oneComment({ repository: REPOSITORY, issue: 1, purpose: 'p', marker: 'm=1', text, again: 'keep' }, context);
  const [body = ''] = said.values();
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(body).toMatch(/a line of a long answer\n\n… and more than a comment may hold\.$/);
});

test('closed right after the last tick, it stays closed', async () => {
  const { context, issue } = world();
  await settleIssue(REPOSITORY.id, context);
  issue.body = issue.body.replaceAll('- [ ]', '- [x]');
  await settleClosing(closing, context);
  expect(issue.state).toBe('closed');
});

test('what a rule of the policy takes off is not taken back with a command', async () => {
  const { say } = world({ roles: { ann: 'write' } });
  const good = { not_applicable: [{ items: ['hsts'], because: 'no pages *here*' }] };
  const key = { scope: 'organisation', id: 3 } as const;
  await savePolicy(db.kysely, key, { fileSha: 'a1', good, problems: [], readAt: NOW });
  expect(await say('ann', '/baseline undo hsts')).toContain(
    'does not apply here: no pages \\*here\\*. `/baseline done hsts`',
  );
});

test('closed when nothing blocks, it stays closed', async () => {
  const { context, issue } = world();
  for (const id of ['hsts', 'csp', 'protected', 'reviewed']) await put(id, { kind: 'verified', at: closing.at });
  await settleClosing(closing, context);
  expect(issue.state).toBe('closed');
  expect(await journal()).toEqual([]);
});
