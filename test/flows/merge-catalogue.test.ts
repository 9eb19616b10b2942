/** The catalogue changes between two starts: open issues take it up, keep what people did, and say it once. */
import type { Checklist, ItemState } from '../../src/domain/checklist/index.js';
import { findBaseline, itemStates, saveBaseline } from '../../src/infra/db/baselines.js';
import type { Database } from '../../src/infra/db/database.js';
import { readJournal } from '../../src/infra/db/journal.js';
import { saveServiceSettings } from '../../src/infra/db/services.js';
import type { Issue } from '../../src/sandbox/state/model.js';
import { item } from '../domain/checklist/support/sample.js';
import { onPglite } from '../support/databases.js';
import { type InProcess, startInProcess } from '../support/in-process.js';

const alone = { satisfies: [] };
const [mfa, reviews, signing] = [item('mfa', alone), item('reviews', alone), item('signing', alone)];
const [backup, hosting] = [item('backup', alone), item('hosting', alone)];

const list = (name: string, ...items: Checklist['sections'][number]['items']): Checklist => ({
  name,
  title: name,
  summary: 'For the test.',
  sections: [{ id: 'all', title: `All of ${name}`, items }],
});

const FIRST = [list('hosted', backup, hosting), list('repository', mfa, reviews)];
/** An item retired, one changed, one new, and a checklist gone. */
const SECOND = [list('repository', { ...mfa, retired: true }, { ...reviews, title: 'Two people look' }, signing)];
const NEWS =
  '1 item added (`signing`), 1 item changed (`reviews`), 1 item retired (`mfa`), `hosted` retired with 2 items.';

let db: Database;
let app: InProcess;
const databases = onPglite();

beforeAll(async () => {
  db = await databases.fresh();
  app = await startInProcess(db, FIRST);
  app.sandbox.createOrganization('crew', { owner: 'captain' }).defaultPermission = 'write';
  app.sandbox.createUser('mona');
  app.sandbox.addMember('crew', 'mona');
  app.sandbox.installApp('crew');
  await finish();
});
afterAll(() => app.close());

/** Everything delivered and every job done. */
async function finish(): Promise<void> {
  do await app.sandbox.webhooks.idle();
  while (await app.work(([first = '']) => first));
}

/** A start with this catalogue; answers how many issues were written. */
async function start(checklists: readonly Checklist[]): Promise<number> {
  let writes = 0;
  app.onRequest = ({ method, route }) => {
    if (method === 'PATCH' && route.endsWith('/issues/{issue_number}')) writes += 1;
  };
  await app.restart(checklists);
  await finish();
  app.onRequest = () => undefined;
  return writes;
}

interface Ship {
  readonly id: number;
  readonly repo: string;
  readonly issue: Issue;
  /** The body as a reader sees names and ids in it. */
  text(): string;
  state(id: string): Promise<ItemState | undefined>;
  /** Kinds of the journal's entries, oldest first. */
  journal(): Promise<readonly string[]>;
}

/** A repository with its issue, of the first catalogue; the ones of earlier tests are gone. */
async function launch(name: string, used: readonly string[] = []): Promise<Ship> {
  for (const { id } of app.sandbox.state.repositories.values())
    await db.kysely.updateTable('repository').set({ removed_at: new Date() }).where('id', '=', id).execute();
  await start(FIRST);
  const { id } = await app.sandbox.createRepository('crew', { name, empty: true });
  await saveServiceSettings(db.kysely, id, new Date(), { used: [...used] });
  await finish();
  const issue = [...app.sandbox.state.issues.values()].find(({ repositoryId }) => repositoryId === id);
  if (issue === undefined) throw new Error('There is no issue');
  return {
    id,
    repo: `crew/${name}`,
    issue,
    text: () => (issue.body ?? '').replaceAll('&#8203;', ''),
    state: async (item) => (await itemStates(db.kysely, id)).get(item) as ItemState | undefined,
    journal: async () => (await readJournal(db.kysely, { limit: 99, repositoryId: id })).map(({ kind }) => kind),
  };
}

const mona = () => app.sandbox.as('mona');
const lineOf = (text: string, id: string): string =>
  text.split('\n').find((line) => line.startsWith('- [') && line.includes(`\`${id}\``)) ?? '';

test('states and notes stay, the change is said once, and a second start writes nothing', async () => {
  const ship = await launch('schooner', ['hosted']);
  expect(ship.text()).not.toContain('Checklist updated');
  for (const id of ['mfa', 'reviews', 'backup']) await mona().tick(ship.repo, ship.issue.number, `\`${id}\``);
  await mona().editIssueBody(ship.repo, ship.issue.number, `${ship.issue.body}\nOurs, at the end.\n`);
  await finish();
  const under = (ship.issue.body ?? '').replace('<!-- seaworthy:item=mfa -->', '$& keys are in the safe');
  await mona().editIssueBody(ship.repo, ship.issue.number, under);
  await finish();

  expect(await start(SECOND)).toBe(1);
  expect(ship.text()).toContain(NEWS);
  expect(lineOf(ship.text(), 'reviews')).toMatch(/^- \[x\] \*\*Two people look\*\* .*done by @mona/);
  expect(lineOf(ship.text(), 'signing')).toMatch(/^- \[ \]/);
  for (const gone of ['mfa', 'backup', 'hosting']) expect(lineOf(ship.text(), gone)).toBe('');
  for (const note of ['Ours, at the end.', 'keys are in the safe']) expect(ship.text()).toContain(note);
  expect(await ship.state('mfa')).toMatchObject({ kind: 'done', by: 'mona' });
  expect((await readJournal(db.kysely, { limit: 99, repositoryId: ship.id })).at(-1)).toMatchObject({
    actor: 'seaworthy[bot]',
    subject: `issue:${ship.issue.number}`,
    kind: 'baseline.updated',
    data: { added: ['signing'], changed: ['reviews'], retired: ['mfa'], dropped: [{ name: 'hosted', items: 2 }] },
  });

  const entries = await ship.journal();
  expect(await start(SECOND)).toBe(0);
  await mona().tick(ship.repo, ship.issue.number, '`signing`');
  await finish();
  expect(await ship.journal()).toEqual([...entries, 'item.done']);
  expect(ship.text().split('Checklist updated')).toHaveLength(2);

  await start([list('repository', mfa, reviews, signing)]);
  expect(lineOf(ship.text(), 'mfa')).toMatch(/^- \[x\] .*done by @mona/);
  expect(ship.text()).toContain('1 item added (`mfa`), 1 item changed (`reviews`).');
  expect(ship.text().split('Checklist updated')).toHaveLength(2);
});

test('what people did while nobody listened counts, also for an item that goes', async () => {
  const ship = await launch('ketch');
  app.sandbox.webhooks.lose({ event: 'issues.edited', times: 2, logged: false });
  await mona().tick(ship.repo, ship.issue.number, '`mfa`');
  const remark = (ship.issue.body ?? '').replace(' <!-- seaworthy:item=mfa -->', ' ask the captain$&');
  await mona().editIssueBody(ship.repo, ship.issue.number, remark);
  await app.sandbox.webhooks.idle();
  app.sandbox.webhooks.clear();
  await start(SECOND);
  expect(await ship.state('mfa')).toMatchObject({ kind: 'done', by: 'mona' });
  expect(ship.text()).toContain('ask the captain');
  expect(lineOf(ship.text(), 'mfa')).toBe('');
});

test('a page from before brings no retired item back, but what was written on it stays', async () => {
  const ship = await launch('yawl');
  const old = (ship.issue.body ?? '').replace(' <!-- seaworthy:item=mfa -->', ' ask the captain$&');
  await start(SECOND);
  await mona().editIssueBody(ship.repo, ship.issue.number, old);
  await finish();
  expect(ship.text()).toContain('ask the captain');
  expect(ship.text()).not.toContain('`mfa`</');
  expect(lineOf(ship.text(), 'mfa')).toBe('');
  expect(await ship.state('mfa')).toBeUndefined();
});

test('a crash between the write and the record says and records it once', async () => {
  const ship = await launch('brig');
  const before = await findBaseline(db.kysely, ship.id);
  await start(SECOND);
  const [body, entries] = [ship.issue.body, await ship.journal()];
  const { settledBody = null, catalogueDigest = null } = before ?? {};
  await saveBaseline(db.kysely, ship.id, new Date(0), { settledBody, catalogueDigest, catalogueChange: null });
  expect(await start(SECOND)).toBe(0);
  expect(ship.issue.body).toBe(body);
  expect(await ship.journal()).toEqual([...entries, 'baseline.updated']);
});

test('a change elsewhere in the catalogue is neither said nor written here', async () => {
  const ship = await launch('sloop');
  expect(await start([...FIRST, list('web', signing)])).toBe(0);
  expect(ship.text()).not.toContain('Checklist updated');
  expect(await ship.journal()).toEqual(['baseline.opened']);
});

test('a choice of checklists is not told as a change of the catalogue', async () => {
  const ship = await launch('dinghy');
  await saveServiceSettings(db.kysely, ship.id, new Date(), { used: ['hosted'] });
  await start([FIRST[0] ?? list('hosted'), list('repository', mfa, reviews, signing)]);
  expect(ship.text()).toContain('Checklist updated');
  expect(ship.text()).toContain('1 item added (`signing`).');
  expect(lineOf(ship.text(), 'hosting')).toMatch(/^- \[ \]/);
});

test('what was done with an item that goes is open again, and that is said', async () => {
  const ship = await launch('lugger');
  const [locks, keys] = [item('locks'), item('keys')];
  await start([list('repository', locks, keys)]);
  await mona().tick(ship.repo, ship.issue.number, '`locks`');
  await finish();
  expect(lineOf(ship.text(), 'keys')).toMatch(/^- \[x\]/);
  await start([list('repository', { ...locks, retired: true }, keys)]);
  expect(lineOf(ship.text(), 'keys')).toMatch(/^- \[ \]/);
  expect(ship.text()).toContain('1 item retired (`locks`), 1 item open again (`keys`).');
});

test('an archived repository is left alone until it is in use again; a closed issue stays closed', async () => {
  const ship = await launch('barge');
  await mona().closeIssue(ship.repo, ship.issue.number);
  await finish();
  for (const id of ['mfa', 'reviews']) await mona().tick(ship.repo, ship.issue.number, `\`${id}\``);
  await finish();
  await mona().closeIssue(ship.repo, ship.issue.number);
  await app.sandbox.as('captain').archiveRepository(ship.repo);
  await finish();
  expect(await start(SECOND)).toBe(0);
  await app.sandbox.as('captain').archiveRepository(ship.repo, false);
  await finish();
  expect(ship.text()).toContain('1 item added (`signing`)');
  expect(ship.issue.state).toBe('closed');
  expect(await start(SECOND)).toBe(0);
});
