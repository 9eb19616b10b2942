/** An organisation with a policy and people, and the App that serves it: where the tests of convergence take place. */
import type { Checklist, Item } from '../../../src/domain/checklist/index.js';
import { POLICY_FILE } from '../../../src/domain/policy/index.js';
import type { Database } from '../../../src/infra/db/database.js';
import type { Person } from '../../../src/sandbox/types.js';
import { type Restore, snapshotOfSandbox, snapshotOfTables } from '../snapshot.js';
import { startVirtualApp, type VirtualApp } from '../virtual-app.js';

export const ORG = 'crew';
export const NAME = `${ORG}/ship`;
export const ITEMS = 2;
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const MODES = ['off', 'observe', 'warn', 'enforce'] as const;
export type Mode = (typeof MODES)[number];

/** Branches besides topics; the last one is not gated. */
export const BASES = ['main', 'release', 'side'] as const;
export type Base = (typeof BASES)[number];

const item = (index: number): Item => ({
  id: `item-${index}`,
  title: `Control number ${index}`,
  why: 'Because.',
  how: 'Do it.',
  level: 'MUST',
  risk: 'LOW',
  effort: 5,
  evidence: 'A link.',
  references: ['https://example.com'],
  satisfies: [],
});

const checklist: Checklist = {
  name: 'repository',
  title: 'Repository',
  summary: 'For the test.',
  sections: [{ id: 'all', title: 'All', items: Array.from({ length: ITEMS }, (_, index) => item(index)) }],
};

export function policyOf(mode: Mode): string {
  return `version: 1\ndefault: [repository]\ngates:\n  branches: [main, release]\n  launch: { mode: ${mode} }\n`;
}

export interface Crew {
  readonly app: VirtualApp;
  readonly captain: Person;
  readonly installationId: number;
  /** Head of the ship's main branch, from which the other two go on. */
  readonly root: string;
  /** Everything as it was at first, but for the time. Nothing may be under way. */
  readonly restore: Restore;
}

/** One repository, `ship`, onboarded and looked at once by the reconciler. */
export async function startCrew(db: Database): Promise<Crew> {
  const app = await startVirtualApp(db, [checklist]);
  const { sandbox } = app;
  sandbox.createOrganization(ORG, { owner: 'captain' });
  const captain = sandbox.as('captain');
  await sandbox.createRepository(ORG, { name: '.github', files: { [POLICY_FILE]: policyOf('observe') } });
  await sandbox.createRepository(ORG, { name: 'ship', empty: true });
  const root = await captain.commit(NAME, { message: 'Keel', files: { 'README.md': 'ours\n' } });
  for (const branch of ['release', 'side'])
    await captain.commit(NAME, { branch, from: root, message: branch, files: { [`${branch}.txt`]: branch } });
  const { id: installationId } = sandbox.installApp(ORG);
  await app.settle();
  // The first look at a repository takes what is there for given; a process makes it with its second run.
  for (const _ of ['starts', 'looks']) await app.chore('reconcile');
  const tables = await snapshotOfTables(db);
  const records = await snapshotOfSandbox(sandbox);
  const restore = async () => {
    await tables();
    await records();
  };
  return { app, captain, installationId, root, restore };
}

/** Everything works again: one sweep, one reconcile. The sandbox's requests from then on are counted. */
export async function recover({ app }: Crew): Promise<void> {
  const { webhooks, faults } = app.sandbox;
  app.onRequest = () => undefined;
  faults.clear();
  webhooks.resume();
  webhooks.clear();
  await app.settle();
  app.sandbox.requests.clear();
  app.pass(10 * MINUTE);
  await app.chore('sweep-deliveries');
  // Ticks of which GitHub's own log knows nothing are looked for once a day.
  app.pass(DAY);
  await app.chore('reconcile');
}
