/** Reports that go out unasked: once, at most so often, to whom the policy says, and with nothing that is not theirs to see. */
import { expect, test } from '@jest/globals';
import sendDigests from '../../src/chores/send-digests.js';
import refreshReports from '../../src/chores/refresh-reports.js';
import type { Context } from '../../src/flows/context.js';
import { sendDigest } from '../../src/flows/reports/digest.js';
import { syncProperties } from '../../src/flows/reports/properties.js';
import { writeReadinessIssue } from '../../src/flows/reports/readiness-issue.js';
import type { ParsedPolicy } from '../../src/domain/policy/index.js';
import type { Database } from '../../src/infra/db/database.js';
import { saveInstallation, saveRepositories } from '../../src/infra/db/installations.js';
import { savePolicy } from '../../src/infra/db/policies.js';
import { saveLook } from '../../src/infra/db/readiness.js';
import { Forbidden, NotFound, Transient } from '../../src/infra/github/errors.js';
import type { GitHub, Issue, PropertiesOf, PropertyDefinition, Repository } from '../../src/infra/github/gateway.js';
import { Unreachable } from '../../src/infra/net/errors.js';
import type { GuardedRequest } from '../../src/infra/net/guarded-fetch.js';
import { RetryAt } from '../../src/infra/queue/types.js';
import { OWN_PROPERTIES } from '../../src/domain/reports/properties.js';
import { choreContext } from '../support/chore-context.js';
import { onPglite } from '../support/databases.js';
import { flowContext } from '../support/flow-context.js';
import { BLOCKED, READY, WEEK_AGO } from '../support/reported.js';

const databases = onPglite();

/** A Monday, after the digest's hour. */
const MONDAY = new Date('2026-11-23T08:00:00Z');
const HOUR = 3_600_000;
const FACTS = {
  fork: false,
  archived: false,
  hasIssues: true,
  defaultBranch: 'main',
  installationId: 3,
  owner: 'harbour',
};

/** `quay` is public and ready; `vault` is private and not. */
async function harbour(
  reports: NonNullable<ParsedPolicy['reports']>,
  permissions: Readonly<Record<string, string>> = { organization_custom_properties: 'write' },
): Promise<Database> {
  const database = await databases.fresh();
  const { kysely: db } = database;
  const installation = { accountType: 'Organization', permissions, events: [], suspendedAt: null };
  await saveInstallation(db, { id: 3, account: 'harbour', ...installation });
  await saveRepositories(db, [
    { id: 7, name: 'quay', private: false, ...FACTS },
    { id: 8, name: 'vault', private: true, ...FACTS },
  ]);
  await ask(database, reports);
  await stands(database, 7, {});
  await stands(database, 8, { ...BLOCKED, launchOn: '2026-12-01' });
  return database;
}

async function ask({ kysely: db }: Database, reports: NonNullable<ParsedPolicy['reports']>): Promise<void> {
  const policy = { fileSha: 'x', good: { reports }, problems: [], readAt: MONDAY };
  await savePolicy(db, { scope: 'organisation', id: 3 }, policy);
}

async function stands({ kysely: db }: Database, id: number, readiness: Partial<typeof READY>): Promise<void> {
  const { launchOn = null } = readiness;
  await saveLook(db, id, {
    readiness: { ...READY, ...readiness },
    forecast: null,
    atRiskFrom: launchOn === null ? null : '2026-11-01',
    snapshot: { ...WEEK_AGO, day: '2026-11-22' },
  });
}

interface Hall {
  readonly now: { at: Date };
  readonly issues: Map<number, Issue>;
  readonly writes: string[];
  readonly sent: { readonly url: string; readonly body: string }[];
  readonly log: string[];
  visibility: Repository['visibility'];
  answer: () => Promise<{ status: number }>;
  definitions: PropertyDefinition[];
  holders: PropertiesOf[];
  readonly context: Context;
  readonly jobs: ReturnType<typeof flowContext>['jobs'];
}

function hallOf(database: Database): Hall {
  const now = { at: MONDAY };
  const issues = new Map<number, Issue>();
  const [writes, sent, log]: [string[], Hall['sent'], string[]] = [[], [], []];
  const issueOf = (number: number): Issue => {
    const issue = issues.get(number);
    if (issue === undefined) throw new NotFound('not found', { method: 'GET', route: '/issues' });
    return issue;
  };
  const github: Partial<GitHub> = {
    repositories: {
      get: async () => ({ id: 70, owner: 'harbour', name: '.github', visibility: hall.visibility }) as Repository,
    } as unknown as GitHub['repositories'],
    issues: {
      get: async (_, number) => issueOf(number),
      async *list() {
        yield* issues.values();
      },
      create: async (_, { title, body }) => {
        writes.push('create');
        const issue = { number: issues.size + 1, title, body, state: 'open', appId: 1 } as Issue;
        issues.set(issue.number, issue);
        return issue;
      },
      update: async (_, number, change) => {
        writes.push('update');
        const issue = { ...issueOf(number), ...change } as Issue;
        issues.set(number, issue);
        return issue;
      },
    },
    properties: {
      definitions: async () => hall.definitions,
      define: async (_, definition) => void hall.definitions.push(definition),
      page: async () => ({ repositories: hall.holders, hasMore: false }),
      set: async (_, names, values) => {
        writes.push(`${names.join()} ${JSON.stringify(values)}`);
        hall.holders = hall.holders.map((one) => (names.includes(one.name) ? { ...one, values } : one));
      },
    },
  };
  const fetch = async (url: string, { body }: GuardedRequest = {}) => {
    sent.push({ url, body: body ?? '' });
    return hall.answer();
  };
  const note = (_: object, text: string) => void log.push(text);
  const { context, jobs } = flowContext(database, {
    github,
    clock: { now: () => now.at },
    log: { info: note, warn: note, error: note, child: () => context.log } as unknown as Context['log'],
    web: { fetch, fetchFromOutside: fetch } as unknown as Context['web'],
    reports: {
      webhooks: new Map([
        ['harbour/launches', 'https://chat.example.com/secret'],
        ['rival/theirs', 'https://rival.example.com/secret'],
      ]),
      githubUrl: 'https://github.com',
      pagesUrl: null,
    },
  });
  const hall: Hall = {
    now,
    issues,
    writes,
    sent,
    log,
    visibility: 'private',
    answer: async () => ({ status: 200 }),
    definitions: [...OWN_PROPERTIES],
    holders: [
      { repositoryId: 7, name: 'quay', values: {} },
      { repositoryId: 8, name: 'vault', values: {} },
      { repositoryId: 99, name: 'not-ours', values: {} },
    ],
    context,
    jobs,
  };
  return hall;
}

const later = (hall: Hall, hours: number) => {
  hall.now.at = new Date(hall.now.at.getTime() + hours * HOUR);
};

const queued = async ({ pool }: Database) => {
  const { rows } = await pool.query('select handler from job order by handler');
  return rows.map(({ handler }) => handler);
};

const DIGEST = { digest: 'weekly', slack_webhook: 'launches' } as const;

test('a digest is sent once a week, however often it is asked for', async () => {
  const database = await harbour(DIGEST);
  const hall = hallOf(database);
  await sendDigest(hall.context);
  await sendDigest(hall.context);
  later(hall, 24);
  await sendDigest(hall.context);
  expect(hall.sent).toHaveLength(1);
  expect(hall.sent[0]?.url).toBe('https://chat.example.com/secret');
  expect(JSON.parse(hall.sent[0]?.body ?? '')).toMatchObject({
    text: 'Launch readiness of harbour, 2026-11-23. 2 services: 0 launched, 1 ready to launch. 1 launch at risk, 0 more planned.',
  });
  later(hall, 6 * 24);
  await sendDigest(hall.context);
  expect(hall.sent).toHaveLength(2);
});

test('a digest that was missed for weeks is told once, by the chore that runs next', async () => {
  const database = await harbour(DIGEST);
  const hall = hallOf(database);
  await sendDigest(hall.context);
  later(hall, (3 * 7 + 3) * 24);
  const run = () => sendDigests.run(choreContext(database, () => hall.now.at));
  await run();
  expect(await queued(database)).toEqual(['send-digest']);
  await sendDigest(hall.context);
  expect(hall.sent).toHaveLength(2);
  await database.pool.query('delete from job');
  await run();
  expect(await queued(database)).toEqual([]);
});

test.each<[string, Hall['answer']]>([
  ['the address is down', async () => ({ status: 503 })],
  ['nobody listens', () => Promise.reject(new Unreachable('no', 'connection', { cause: { code: 'ECONNREFUSED' } }))],
])('where %s it is sent later', async (_, answer) => {
  const hall = hallOf(await harbour(DIGEST));
  hall.answer = answer;
  await expect(sendDigest(hall.context)).rejects.toThrow(RetryAt);
  hall.answer = async () => ({ status: 200 });
  await sendDigest(hall.context);
  await sendDigest(hall.context);
  expect(hall.sent).toHaveLength(2);
  expect(hall.log.join()).not.toContain('secret');
});

test.each<[string, Hall['answer']]>([
  ['the answer was lost', () => Promise.reject(new Unreachable('late', 'time'))],
  [
    'the connection broke',
    () => Promise.reject(new Unreachable('no', 'connection', { cause: { code: 'ECONNRESET' } })),
  ],
  ['the address takes none', async () => ({ status: 404 })],
])('where %s it is not sent twice', async (_, answer) => {
  const hall = hallOf(await harbour(DIGEST));
  hall.answer = answer;
  await sendDigest(hall.context);
  await sendDigest(hall.context);
  expect(hall.sent).toHaveLength(1);
});

test('a process that ended while it sent leaves it at that', async () => {
  const database = await harbour(DIGEST);
  const hall = hallOf(database);
  hall.answer = () => Promise.reject(new Error('killed'));
  await expect(sendDigest(hall.context)).rejects.toThrow('killed');
  await sendDigest(hall.context);
  expect(hall.sent).toHaveLength(1);
});

test("another organisation's address is none of ours", async () => {
  const database = await harbour({ digest: 'weekly', webhook: 'theirs' });
  // It is asked for every ten minutes of the week, and must not read ten thousand services each time.
  await database.pool.query('alter table readiness rename to elsewhere');
  const hall = hallOf(database);
  try {
    await sendDigest(hall.context);
  } finally {
    await database.pool.query('alter table elsewhere rename to readiness');
  }
  expect(hall.sent).toEqual([]);
  expect(hall.log).toEqual(['the digest has no address: REPORT_WEBHOOKS does not have this name']);
});

test('the readiness issue is opened once, and edited when something changed, once an hour', async () => {
  const database = await harbour({ readiness_issue: true });
  const hall = hallOf(database);
  await writeReadinessIssue(hall.context);
  await writeReadinessIssue(hall.context);
  later(hall, 24);
  await writeReadinessIssue(hall.context);
  expect(hall.writes).toEqual(['create']);
  await stands(database, 8, { computedAt: hall.now.at });
  await writeReadinessIssue(hall.context);
  await stands(database, 8, { ...BLOCKED, launchOn: '2026-12-01', computedAt: hall.now.at });
  await writeReadinessIssue(hall.context);
  expect(hall.writes).toEqual(['create', 'update']);
  later(hall, 1);
  await writeReadinessIssue(hall.context);
  expect(hall.writes).toEqual(['create', 'update', 'update']);
  expect(hall.issues.get(1)?.body).toContain('| [vault](https://github.com/harbour/vault/issues/1) | 2026-12-01 |');
});

test('line ends that GitHub gives back otherwise are no change', async () => {
  const hall = hallOf(await harbour({ readiness_issue: true }));
  await writeReadinessIssue(hall.context);
  const issue = hall.issues.get(1);
  if (issue === undefined) throw new Error('no issue');
  hall.issues.set(1, { ...issue, body: issue.body.replaceAll('\n', '\r\n') });
  later(hall, 2);
  await writeReadinessIssue(hall.context);
  expect(hall.writes).toEqual(['create']);
});

test('one from before our database was lost is found by its marker, and one that is deleted is opened anew', async () => {
  const database = await harbour({ readiness_issue: true });
  const hall = hallOf(database);
  hall.issues.set(1, {
    number: 1,
    title: 'renamed',
    body: '<!-- seaworthy:readiness=70 -->\nold',
    state: 'closed',
    appId: 1,
  } as Issue);
  await writeReadinessIssue(hall.context);
  expect(hall.writes).toEqual(['update']);
  expect(hall.issues.get(1)).toMatchObject({ title: 'renamed', state: 'open' });
  hall.issues.clear();
  later(hall, 2);
  await writeReadinessIssue(hall.context);
  expect(hall.writes).toEqual(['update', 'create']);
});

test('in a public repository private ones are left out, and it says so', async () => {
  const hall = hallOf(await harbour({ readiness_issue: true }));
  hall.visibility = 'public';
  await writeReadinessIssue(hall.context);
  const body = hall.issues.get(1)?.body ?? '';
  expect(body).toContain('anybody can read this: private repositories are left out.');
  expect(body).not.toContain('vault');
});

test('switched off it is closed, so that nobody takes it for up to date', async () => {
  const database = await harbour({ readiness_issue: true });
  const hall = hallOf(database);
  await writeReadinessIssue(hall.context);
  await ask(database, {});
  const run = () => refreshReports.run(choreContext(database, () => hall.now.at));
  await run();
  expect(await queued(database)).toEqual(['write-readiness-issue']);
  await writeReadinessIssue(hall.context);
  expect(hall.issues.get(1)?.state).toBe('closed');
  await database.pool.query('delete from job');
  await run();
  expect(await queued(database)).toEqual([]);
});

test('one that could not be closed is closed later, and one that is gone need not be', async () => {
  const database = await harbour({ readiness_issue: true });
  const hall = hallOf(database);
  await writeReadinessIssue(hall.context);
  await ask(database, {});
  const { issues } = hall.context.github;
  const { update } = issues;
  issues.update = () => Promise.reject(new Transient('answered 502', { method: 'PATCH', route: '/' }, {}, false));
  await expect(writeReadinessIssue(hall.context)).rejects.toThrow(Transient);
  issues.update = update;
  await writeReadinessIssue(hall.context);
  expect(hall.issues.get(1)?.state).toBe('closed');
  await ask(database, { readiness_issue: true });
  await writeReadinessIssue(hall.context);
  hall.issues.clear();
  await ask(database, {});
  await writeReadinessIssue(hall.context);
  await refreshReports.run(choreContext(database, () => hall.now.at));
  expect(await queued(database)).toEqual([]);
});

const SYNC = { page: 1, run: 1 };
const PROPERTIES = { custom_properties: true } as const;

test('custom properties are set where they differ, and nothing is written when they do not', async () => {
  const hall = hallOf(await harbour(PROPERTIES));
  await syncProperties(SYNC, hall.context);
  await syncProperties(SYNC, hall.context);
  expect(hall.writes).toEqual([
    'quay {"seaworthy-grade":"A","seaworthy-ready":"true","seaworthy-launch":null}',
    'vault {"seaworthy-grade":"C","seaworthy-ready":"false","seaworthy-launch":"2026-12-01"}',
  ]);
});

test('a page that takes many requests is done in parts', async () => {
  const database = await harbour(PROPERTIES);
  const hall = hallOf(database);
  const ids = Array.from({ length: 25 }, (_, at) => 100 + at);
  await saveRepositories(
    database.kysely,
    ids.map((id) => ({ id, name: `r${id}`, private: false, ...FACTS })),
  );
  for (const id of ids) await stands(database, id, { launchOn: `2027-01-${id - 99 < 10 ? '0' : ''}${id - 99}` });
  hall.holders = ids.map((repositoryId) => ({ repositoryId, name: `r${repositoryId}`, values: {} }));
  let next: unknown = SYNC;
  for (const writes of [10, 20, 25]) {
    await syncProperties(next as typeof SYNC, hall.context);
    expect(hall.writes).toHaveLength(writes);
    next = hall.jobs.at(-1)?.data;
  }
  expect(hall.jobs.map(({ data }) => data)).toEqual([
    { page: 1, run: 2 },
    { page: 1, run: 3 },
  ]);
});

test.each<[string, Readonly<Record<string, string>>, PropertyDefinition[], number]>([
  ['missing definitions are made where that is granted', { organization_custom_properties: 'admin' }, [], 2],
  ['missing definitions are left to owners where it is not', { organization_custom_properties: 'write' }, [], 0],
  [
    'other properties of our names are left alone',
    { organization_custom_properties: 'admin' },
    [{ name: 'seaworthy-ready', type: 'string', description: '', allowed: null }],
    0,
  ],
  ['without the permission nothing is asked', { organization_custom_properties: 'read' }, [], 0],
])('%s', async (_, permissions, definitions, writes) => {
  const hall = hallOf(await harbour(PROPERTIES, permissions));
  hall.definitions = definitions;
  await syncProperties(SYNC, hall.context);
  expect(hall.writes).toHaveLength(writes);
});

test('a permission that was taken away meanwhile fails nobody', async () => {
  const database = await harbour(PROPERTIES);
  const hall = hallOf(database);
  const { properties } = hall.context.github;
  properties.set = () =>
    Promise.reject(new Forbidden('no', { method: 'PATCH', route: '/' }, {}, 'permission', 'x=write'));
  await syncProperties(SYNC, hall.context);
  expect(hall.log).toEqual(['custom properties are not kept: GitHub does not let us']);
});

test('nothing asked for puts nothing in line', async () => {
  const database = await harbour({});
  const context = choreContext(database, () => MONDAY);
  await refreshReports.run(context);
  await sendDigests.run(context);
  expect(await queued(database)).toEqual([]);
});
