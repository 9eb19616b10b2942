/** Another policy of the organisation is in force: the issues of the repositories it changes something for are written, and their heads judged. */
import { isDeepStrictEqual } from 'node:util';
import { compare, type ParsedPolicy, resolvePolicy, selectionOf } from '../domain/policy/index.js';
import { activeRepositories } from '../infra/db/installations.js';
import { relist } from '../infra/db/onboarding.js';
import { findPolicy } from '../infra/db/policies.js';
import type { Context } from './context.js';
import { judgeHeadsJob } from './judge-heads.js';
import { writeJob } from './note-edit.js';
import { onboardJob } from './onboard.js';
import { inputsOf } from './policy.js';

export interface PolicyChange {
  /** What was in force. */
  readonly before: ParsedPolicy | null;
  /** Repositories up to this id are done. */
  readonly after: number;
}

/** As many as one job puts in line; the next job goes on from there. */
const PAGE = 200;

/** Compares with what is in force now: changes that came meanwhile are in it, and their own job finds what is left. */
export async function applyPolicy({ before, after }: PolicyChange, context: Context): Promise<void> {
  const { db, clock, job } = context;
  const { installationId } = job;
  const stored = await findPolicy(db, { scope: 'organisation', id: installationId });
  const now = stored?.good ?? null;
  if (after === 0 && !isDeepStrictEqual(selectionOf(before), selectionOf(now))) {
    await relist(db, installationId, clock.now());
    await context.enqueue([onboardJob(installationId)]);
  }
  const rows = await activeRepositories(db, { installationId, after, limit: PAGE });
  const changed = (await inputsOf(rows, context)).flatMap(({ row, facts, own }) => {
    const resolve = (organisation: ParsedPolicy | null) =>
      resolvePolicy({ organisation, repository: own, facts }).policy;
    const difference = compare(resolve(before), resolve(now));
    if (difference === null) return [];
    const isOfSecrets = difference.keys.some((key) => key.startsWith('scan.') || key.startsWith('gates.secrets.'));
    return [writeJob(row.id, installationId), ...(isOfSecrets ? [judgeHeadsJob(row.id, installationId)] : [])];
  });
  const last = rows.at(-1);
  const more =
    rows.length < PAGE || last === undefined
      ? []
      : [
          {
            handler: 'apply-policy',
            subject: `apply-policy:${installationId}`,
            installationId,
            data: { before, after: last.id } satisfies PolicyChange,
          },
        ];
  await context.enqueue([...changed, ...more]);
}
