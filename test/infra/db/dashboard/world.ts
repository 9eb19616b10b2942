/** An organisation in which an owner sees everything and a member one repository; another organisation; and what nobody sees. */
import { sql } from 'kysely';
import { addDays } from '../../../../src/domain/life/terms.js';
import { atRiskFrom } from '../../../../src/domain/outlook/at-risk.js';
import type { Forecast } from '../../../../src/domain/outlook/forecast.js';
import type { Readiness } from '../../../../src/domain/outlook/readiness.js';
import { type Snapshot, snapshotOf } from '../../../../src/domain/outlook/snapshot.js';
import type { Db } from '../../../../src/infra/db/database.js';
import {
  type Repository,
  removeRepositories,
  saveInstallation,
  saveRepositories,
} from '../../../../src/infra/db/installations.js';
import { saveLook } from '../../../../src/infra/db/readiness.js';
import { saveSnapshots } from '../../../../src/infra/db/snapshots.js';
import { type Permission, saveSight, saveViewer } from '../../../../src/infra/db/viewers.js';
import { READINESS } from '../../../domain/outlook/support.js';

export const TODAY = '2026-11-22';
export const NOW = new Date(`${TODAY}T10:00:00Z`);
export const ago = (days: number): string => addDays(TODAY, -days);

export const INSTALLATION = 3;
const OTHERS = 4;

export const OWNER = { userId: 1, login: 'olga' };
/** Sees `quay` only, as somebody who may write there. */
export const MEMBER = { userId: 2, login: 'mark' };
/** Signed in, with nothing of ours to see. */
export const STRANGER = { userId: 9, login: 'sven' };

export const QUAY = 7;
export const PIER = 8;
export const DOCK = 9;
/** In the same organisation; the rows of what they may see are not of today. */
export const GONE = 10;
export const ARCHIVED = 11;
/** Of the other organisation, which the owner sees as well. */
export const ABROAD = 12;

const NAMES = { [QUAY]: 'quay', [PIER]: 'pier', [DOCK]: 'dock', [GONE]: 'gone', [ARCHIVED]: 'old', [ABROAD]: 'abroad' };

export async function makeWorld(db: Db): Promise<void> {
  for (const [id, account] of [
    [INSTALLATION, 'harbour'],
    [OTHERS, 'lighthouse'],
  ] as const) {
    const permissions = { issues: 'write' };
    await saveInstallation(db, {
      id,
      account,
      accountType: 'Organization',
      permissions,
      events: [],
      suspendedAt: null,
    });
  }
  for (const [id, name] of Object.entries(NAMES)) await addRepository(db, Number(id), { name });
  await removeRepositories(db, [GONE], NOW);
  await sees(db, OWNER, Object.keys(NAMES).map(Number), 'admin', 'owner');
  await sees(db, MEMBER, [QUAY], 'write', 'member');
  await sees(db, STRANGER, [], 'read', null);
}

export async function addRepository(db: Db, id: number, more: Partial<Repository> = {}): Promise<void> {
  const facts = {
    private: id === QUAY,
    fork: false,
    archived: id === ARCHIVED,
    hasIssues: true,
    defaultBranch: 'main',
  };
  const installationId = id === ABROAD ? OTHERS : INSTALLATION;
  await saveRepositories(db, [{ id, installationId, owner: 'harbour', name: `r${id}`, ...facts, ...more }]);
}

/** Many repositories of one name, which GitHub would not have; `known` of them with the figures of `quay`. */
export async function addCopies(
  db: Db,
  { from, count, known }: { readonly from: number; readonly count: number; readonly known: number },
): Promise<void> {
  await sql`
    insert into repository (id, installation_id, owner, name, private, fork, archived, has_issues)
    select id, ${INSTALLATION}, 'harbour', 'copy', true, false, false, true
    from generate_series(${from}::int, ${from + count - 1}::int) id`.execute(db);
  await sql`
    insert into readiness select (jsonb_populate_record(readiness, jsonb_build_object('repository_id', id))).*
    from readiness, generate_series(${from}::int, ${from + known - 1}::int) id
    where repository_id = ${QUAY}`.execute(db);
}

export async function sees(
  db: Db,
  viewer: typeof OWNER,
  ids: readonly number[],
  permission: Permission,
  seat: 'owner' | 'member' | null,
): Promise<void> {
  await saveViewer(db, viewer, new Date(0));
  const installations = new Map(seat === null ? [] : [INSTALLATION, OTHERS].map((id) => [id, seat] as const));
  await saveSight(db, viewer, { installations, repositories: new Map(ids.map((id) => [id, permission])) }, NOW);
}

/** What is known of a service today. */
export async function stands(
  db: Db,
  id: number,
  more: Partial<Readiness> = {},
  forecast: Forecast | null = null,
): Promise<void> {
  const readiness = { ...READINESS, computedAt: NOW, ...more };
  const atRisk = atRiskFrom(readiness, forecast);
  await saveLook(db, id, { readiness, forecast, atRiskFrom: atRisk, snapshot: snapshotOf(readiness, TODAY) });
}

export async function stood(db: Db, id: number, day: string, more: Partial<Snapshot> = {}): Promise<void> {
  await saveSnapshots(db, id, [{ ...snapshotOf(READINESS, day), ...more }]);
}
