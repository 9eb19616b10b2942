/** `/baseline report`: only a good, dated, reachable report of a tool we know makes an item done, from the day on which it was made. */
import report from '../../src/commands/report.js';
import type { Subject } from '../../src/commands/_subject.js';
import type { Checklist, Item } from '../../src/domain/checklist/index.js';
import { UserError } from '../../src/core/user-error.js';
import { itemStates, saveItemState } from '../../src/infra/db/baselines.js';
import type { Database } from '../../src/infra/db/database.js';
import { saveRepositories } from '../../src/infra/db/installations.js';
import { Refused } from '../../src/infra/net/errors.js';
import type { GuardedAnswer } from '../../src/infra/net/guarded-fetch.js';
import { onPglite } from '../support/databases.js';
import { DEFAULT_LIFE_RULES, flowContext, NOW, REPOSITORY } from '../support/flow-context.js';

const databases = onPglite();
let db: Database;
beforeAll(async () => {
  db = await databases.fresh();
  const facts = { private: true, fork: false, archived: false, hasIssues: true, defaultBranch: 'main' };
  await saveRepositories(db.kysely, [{ ...REPOSITORY, installationId: 3, ...facts }]);
});
beforeEach(() => db.kysely.deleteFrom('item').execute());

const ITEM: Item = {
  id: 'zap-baseline',
  title: 'The scan finds nothing',
  ...{ why: 'x', how: 'x', level: 'MUST', risk: 'HIGH', effort: 5, evidence: 'x', references: [], satisfies: [] },
};
const CHECKLIST: Checklist = {
  name: 'repository',
  title: 'R',
  summary: 'r',
  sections: [{ id: 's', title: 'S', items: [ITEM] }],
};
const GOOD = {
  '@version': '2.15.0',
  created: '2026-11-19T10:00:00Z',
  site: [{ '@name': 'https://pay.example.com', alerts: [] }],
};

const answer = (body: unknown, over: Partial<GuardedAnswer> = {}): GuardedAnswer => ({
  ...{ url: '', status: 200, headers: [], isCut: false, tls: null, redirects: [] },
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  ...over,
});

async function ask(given: GuardedAnswer | Error, maxAge = 90): Promise<string> {
  const fetch = async () => {
    if (given instanceof Error) throw given;
    return given;
  };
  const { context } = flowContext(db, {
    checklists: [CHECKLIST],
    web: { fetch, fetchFromOutside: fetch },
    lifeRules: async () => ({ ...DEFAULT_LIFE_RULES, evidenceMaxAgeDays: maxAge }),
  });
  const subject = { repository: REPOSITORY, isPrivate: true, by: 'ann', at: NOW } as Subject;
  try {
    return (await report.run(report.parse('zap-baseline https://example.com/zap.json'), subject, context)) ?? '';
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

const state = async () => (await itemStates(db.kysely, REPOSITORY.id)).get('zap-baseline');

test('a good report makes the item done from its own day on, with the link as evidence', async () => {
  expect(await ask(answer(GOOD))).toBe(
    'ZAP report of 2026-11-19, about `https://pay.example.com`: ZAP raises nothing of medium or high risk. `zap-baseline` is done.',
  );
  const done = { kind: 'done', by: 'ann', at: '2026-11-19T10:00:00.000Z', evidence: 'https://example.com/zap.json' };
  expect(await state()).toEqual(done);
});

test.each<[string, GuardedAnswer | Error, RegExp]>([
  [
    'finds something',
    answer({ ...GOOD, site: [{ '@name': 'a', alerts: [{ alert: 'CSP *x*', riskcode: '3' }] }] }),
    /does not speak for `zap-baseline`: ZAP raises CSP \\\*x\\\*\.$/,
  ],
  ['is too old', answer({ ...GOOD, created: '2026-01-01T00:00:00Z' }), /325 days old/],
  ['is not there', answer('', { status: 404 }), /answers 404/],
  ['is too large', answer(GOOD, { isCut: true }), /larger than 1 MiB/],
  ['is no JSON', answer('<html>'), /no report that Seaworthy reads/],
  ['is of another tool', answer({ hello: 1 }), /no report that Seaworthy reads/],
  [
    'leads inside',
    new Refused('10.0.0.1 leads to an address that is not on the public Internet'),
    /cannot be read: 10.* leads/,
  ],
])('a report that %s changes nothing', async (_, given, message) => {
  expect(await ask(given)).toMatch(message);
  expect(await state()).toBeUndefined();
});

test('a report from before the item was reopened does not close it again', async () => {
  const reopened = { kind: 'open', by: 'bob', at: '2026-11-20T10:00:00.000Z', reason: 'a regression' };
  await saveItemState(db.kysely, REPOSITORY.id, 'zap-baseline', reopened, NOW);
  expect(await ask(answer(GOOD))).toMatch(/came to be as it is on 2026-11-20, after this report/);
  expect(await state()).toEqual(reopened);
});
