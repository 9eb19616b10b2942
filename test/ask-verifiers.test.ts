/** What verifiers get to see of a repository in which Seaworthy is installed. */
import { createVerify, lookAway } from '../src/ask-verifiers.js';
import { met, unmet } from '../src/domain/verification/verdict.js';
import type { Database } from '../src/infra/db/database.js';
import { endHistoryScan, requestHistoryScan } from '../src/infra/db/history-scans.js';
import { saveInstallation, saveRepositories } from '../src/infra/db/installations.js';
import { savePolicy } from '../src/infra/db/policies.js';
import { NotFound } from '../src/infra/github/errors.js';
import type { GitHub } from '../src/infra/github/gateway.js';
import { tree } from '../src/verifiers/_sources/tree.js';
import { defineSource, type Origin } from '../src/verifiers/_source.js';
import { defineVerifier } from '../src/verifiers/_verifier.js';
import { onPglite } from './support/databases.js';
import { flowContext, NOW, REPOSITORY } from './support/flow-context.js';
import { NO_WEB } from './support/no-web.js';

const databases = onPglite();
let db: Database;
let seen: Origin | null;

beforeEach(async () => {
  db = await databases.fresh();
  seen = null;
  const installation = { id: 3, account: 'harbour', accountType: 'Organization', events: [], suspendedAt: null };
  await saveInstallation(db.kysely, { ...installation, permissions: { contents: 'read' } });
  const facts = { private: true, fork: false, archived: false, hasIssues: true, defaultBranch: 'old' };
  await saveRepositories(db.kysely, [{ ...REPOSITORY, installationId: 3, ...facts }]);
});

const origin = defineSource<boolean>({
  name: 'what there is to see',
  async read(given) {
    seen = given;
    return { value: true, where: 'https://example.com' };
  },
});
const settings = defineSource<boolean>({ ...origin, name: 'the settings', needs: { administration: 'read' } });
const verifiers = new Map([
  [
    'has-files',
    defineVerifier({
      question: 'Files?',
      reads: { tree },
      on: [],
      judge: ({ tree }) => (tree?.entries.length === 1 ? met('one') : unmet('none', 'Add one.')),
    }),
  ],
  ['is-seen', defineVerifier({ question: 'Seen?', reads: { origin }, on: [], judge: () => met('seen') })],
  ['is-set', defineVerifier({ question: 'Set?', reads: { settings }, on: [], judge: () => met('set') })],
]);

/** @param id of the repository that has the name now; null when there is none */
function asking(id: number | null) {
  const requests: string[] = [];
  const reader: Partial<GitHub['reader']> = {
    async get(route) {
      requests.push(route);
      const file = { path: 'a', mode: '100644', type: 'blob', sha: 's', size: 1 };
      const repository = id === null ? null : { id, default_branch: 'release/1', private: false };
      return { value: route.includes('/git/trees/') ? { tree: [file] } : repository, isUnchanged: false };
    },
  };
  const { context } = flowContext(db, { github: { reader: reader as GitHub['reader'] } });
  const ask = (...names: string[]) =>
    createVerify(verifiers, 'https://github.example', NO_WEB)(REPOSITORY, new Set(names), context);
  return { ask, requests };
}

test('the repository as it is now, its files, the permissions, and our own records', async () => {
  const { ask, requests } = asking(REPOSITORY.id);
  const verdicts = await ask('has-files', 'is-seen', 'nobody-wrote-it-yet');
  expect([...verdicts].map(([name, { answer }]) => [name, answer])).toEqual([
    ['has-files', 'met'],
    ['is-seen', 'met'],
  ]);
  expect(verdicts.get('has-files')?.evidence[0]?.where).toBe('https://github.example/harbour/quay/tree/release/1');
  expect(seen).toMatchObject({
    repository: REPOSITORY,
    defaultBranch: 'release/1',
    isPrivate: false,
    permissions: { contents: 'read' },
    own: { appId: 1, checks: ['seaworthy/secrets', 'seaworthy/launch'], openFindings: 0, isHistoryRead: false },
  });
  expect(requests).toEqual(['/repos/{owner}/{repo}', '/repos/{owner}/{repo}/git/trees/{tree_sha}']);
});

test('a history that was read to its end is one that says what is in it', async () => {
  const reader = { engineVersion: '1', keyId: 'k' };
  await requestHistoryScan(db.kysely, REPOSITORY.id, reader, null, NOW);
  await endHistoryScan(
    db.kysely,
    REPOSITORY.id,
    { ...reader, commits: 1, found: 0, unseen: [], coversUntil: NOW },
    NOW,
  );
  await asking(REPOSITORY.id).ask('is-seen');
  expect(seen?.own?.isHistoryRead).toBe(true);
});

test("the terms of the policy's risks, and those of everybody where it says nothing", async () => {
  const good = { waivers: { MEDIUM: { days: 14 } } };
  const key = { scope: 'organisation', id: 3 } as const;
  await savePolicy(db.kysely, key, { fileSha: 'a1', good, problems: [], readAt: NOW });
  await asking(REPOSITORY.id).ask('is-seen');
  expect(seen?.terms).toMatchObject({ MAXIMUM: { days: 1 }, MEDIUM: { days: 14 } });
});

test('without the permission nothing is asked, and the answer is unknown', async () => {
  expect((await asking(REPOSITORY.id).ask('is-set')).get('is-set')).toMatchObject({
    answer: 'unknown',
    isPublic: false,
  });
  expect(seen).toBeNull();
});

test.each<[string, number | null]>([
  ['is gone', null],
  ['left its name to another one', 99],
])('a repository that %s is not looked at: nothing in it would look like a set of regressions', async (_, id) => {
  await expect(asking(id).ask('is-seen')).rejects.toBeInstanceOf(NotFound);
});

test('nothing to ask costs no request', async () => {
  const { ask, requests } = asking(REPOSITORY.id);
  expect([(await ask()).size, requests]).toEqual([0, []]);
});

test('where looking is switched off all is unknown, so that nothing stays verified for ever', async () => {
  const { context } = flowContext(db, {});
  const verdicts = await lookAway(verifiers)(REPOSITORY, new Set(['has-files', 'nobody-wrote-it-yet']), context);
  expect([...verdicts].map(([name, { answer }]) => [name, answer])).toEqual([['has-files', 'unknown']]);
});
