/** Lays eight weeks of made-up history of a dozen services into a database, before the App opens it: then it opens their issues as they stand. */
import { createHash } from 'node:crypto';
import { dayOf } from '../../../core/clock.js';
import { isHigher } from '../../../core/risk.js';
import type { Checklist } from '../../../domain/checklist/index.js';
import { addDays } from '../../../domain/life/terms.js';
import { resolvePolicy, tailor } from '../../../domain/policy/index.js';
import type { Finding } from '../../../domain/scanner/finding.js';
import { saveItemState } from '../../../infra/db/baselines.js';
import { type Db, inTransaction } from '../../../infra/db/database.js';
import { addFindings, settleFinding } from '../../../infra/db/findings.js';
import { appendJournal, type JournalEntry } from '../../../infra/db/journal.js';
import { saveServiceSettings } from '../../../infra/db/services.js';
import { saveSnapshots } from '../../../infra/db/snapshots.js';
import { noteAsked } from '../../../infra/db/verifications.js';
import { approveWaiver, askForWaiver, currentWaivers } from '../../../infra/db/waivers.js';
import { seededRandom } from '../../../sandbox/world.js';
import { type Asked, DAYS, snapshotOn, statesOn, type Turn, turnsOf } from './life.js';
import type { Plan } from './plans.js';

/** What each of them is asked for beside what every repository is. */
const USED = ['web-service'];

export interface Service {
  /** Of the repository, which GitHub has already. */
  readonly id: number;
  readonly plan: Plan;
}

/** Everything before today; today the App looks itself. Seeded: the same services have the same history. */
export async function layHistory(
  db: Db,
  services: readonly Service[],
  { checklists, now }: { readonly checklists: ReadonlyMap<string, Checklist>; readonly now: Date },
): Promise<void> {
  const today = dayOf(now);
  const random = seededRandom(7);
  await inTransaction(db, async (trx) => {
    const entries: JournalEntry[] = [];
    for (const service of services) {
      const asked = askedOf(service.plan, checklists);
      const turns = turnsOf(service.plan, asked, today, random);
      for (const [itemId, state] of statesOn(turns, today)) await saveItemState(trx, service.id, itemId, state, now);
      await settings(trx, service, today);
      await waivers(trx, service, turns);
      await secrets(trx, service, today);
      const ages = Array.from({ length: DAYS }, (_, n) => DAYS - n);
      const days = ages.map((ago) =>
        snapshotOn(addDays(today, -ago), turns, asked, dayFacts(service.plan, today, ago)),
      );
      await saveSnapshots(trx, service.id, days);
      entries.push(...journalOf(service, turns, today));
    }
    // Their turn with the verifiers comes tomorrow: what they would see in empty repositories is another story.
    await noteAsked(
      trx,
      services.map(({ id }) => id),
      now,
    );
    await appendJournal(
      trx,
      entries.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    );
  });
}

/** Without a policy, in a private repository. */
function askedOf({ name, risk }: Plan, catalogue: ReadonlyMap<string, Checklist>): Asked {
  const facts = { name, topics: [], language: null, visibility: 'private', properties: {} } as const;
  const { policy } = resolvePolicy({ organisation: null, repository: null, facts });
  const tailored = tailor({ policy: { ...policy, checklists: [...policy.checklists, ...USED] }, catalogue, facts });
  return { ...tailored, shouldCounts: risk !== null && !isHigher(policy.shouldCountsFrom, risk) };
}

/** As a person decided it on the first day, but for the launch of some, which was put off once. */
const MOVED_AGO = 10;

function dayFacts({ launchIn, secret }: Plan, today: string, ago: number) {
  const isOpen = secret !== undefined && ago <= secret.found && (secret.rotated === null || ago > secret.rotated);
  return { openSecrets: isOpen ? 1 : 0, launchOn: launchOn(launchIn, today, ago) };
}

function launchOn(launchIn: number | null, today: string, ago: number): string | null {
  if (launchIn === null) return null;
  const isMoved = launchIn > 40;
  return addDays(today, isMoved && ago > MOVED_AGO ? launchIn - 14 : launchIn);
}

const noon = (day: string) => new Date(`${day}T12:00:00.000Z`);

async function settings(db: Db, { id, plan }: Service, today: string): Promise<void> {
  const { risk, launchIn, champion } = plan;
  const because = 'what it keeps, and who would be hurt';
  await saveServiceSettings(db, id, noon(addDays(today, -1)), {
    used: USED,
    champion,
    risk: risk === null ? null : { level: risk, because, by: champion ?? 'octocat' },
    launchOn: launchOn(launchIn, today, 0),
    launchedAt: launchIn !== null && launchIn < 0 ? noon(addDays(today, launchIn)) : null,
  });
}

async function waivers(db: Db, { id }: Service, turns: readonly Turn[]): Promise<void> {
  for (const { itemId, state } of turns) {
    if (state.kind !== 'waived') continue;
    const { by: requestedBy, approver, at: requestedAt, until, reason } = state;
    await askForWaiver(db, id, itemId, { requestedBy, requestedAt, until, reason });
    const [waiver] = await currentWaivers(db, id, itemId);
    if (waiver !== undefined)
      await approveWaiver(db, waiver, [{ by: approver, at: requestedAt }], new Date(requestedAt));
  }
}

/** There is no value behind it, only the hash of its name. */
async function secrets(db: Db, { id, plan: { name, secret } }: Service, today: string): Promise<void> {
  if (secret === undefined) return;
  const hash = (algorithm: string) => createHash(algorithm).update(`demo:${name}`).digest('hex');
  const finding: Finding = {
    ...{ ruleId: 'aws-access-key-id', provider: 'aws', title: 'AWS access key id', preview: 'AKIA••••' },
    severity: 'HIGH',
    confidence: 'high',
    ...{ path: undefined, line: 12, column: 1, endLine: 12, start: 0, end: 20, fingerprint: hash('sha256') },
  };
  const found = { finding, path: 'config/production.env', commit: hash('sha1') };
  await addFindings(db, id, [found], 'push', noon(addDays(today, -secret.found)));
  if (secret.rotated === null) return;
  const at = noon(addDays(today, -secret.rotated));
  await settleFinding(db, id, finding.fingerprint, {
    state: 'rotated',
    by: 'octocat',
    at,
    because: 'made up for the demo',
  });
}

function journalOf({ id, plan }: Service, turns: readonly Turn[], today: string): readonly JournalEntry[] {
  const began = addDays(today, -DAYS);
  const entry = (day: string, actor: string, subject: string, kind: string, data: object): JournalEntry => ({
    ...{ at: noon(day), actor, repositoryId: id, subject, kind, data: { ...data, madeUp: true } },
  });
  const items = turns
    .filter(({ on }) => on >= began)
    .flatMap(({ itemId, on, state }) => {
      const about = `item:${itemId}`;
      if (state.kind !== 'waived') {
        const by = state.kind === 'done' ? (state.by ?? 'unknown') : 'seaworthy[bot]';
        return [entry(on, by, about, `item.${state.kind}`, { to: state.kind })];
      }
      return [
        entry(on, state.by, about, 'waiver.asked', { until: state.until, reason: state.reason }),
        entry(on, state.approver, about, 'waiver.approved', { until: state.until }),
      ];
    });
  const [first, now] = [launchOn(plan.launchIn, today, DAYS), launchOn(plan.launchIn, today, 0)];
  const manager = plan.champion ?? 'octocat';
  const launch = (day: string, from: string | null, to: string | null) =>
    entry(day, manager, 'service', 'service.launch', { from: { launchOn: from }, to: { launchOn: to } });
  return [
    ...(first === null ? [] : [launch(began, null, first)]),
    ...(first === now ? [] : [launch(addDays(today, -MOVED_AGO), first, now)]),
    ...items,
  ];
}
