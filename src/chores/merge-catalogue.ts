/** Has every baseline issue written that shows another version of the checklists than this process has: at the start, and once a day. */
import { writeJob } from '../flows/note-edit.js';
import { type Behind, baselinesBehind, catalogueDigest, keepCatalogue } from '../infra/db/catalogues.js';
import { enqueue } from '../infra/queue/queue.js';
import type { Chore } from './_chore.js';

const DAY = 86_400_000;

/** Issues to one statement. */
const PAGE = 500;

/**
 * One issue of an installation in this time, in milliseconds: a reading and a write cost 6 of the 20 points and 1 of the 2 writes that its
 * pace allows meanwhile, so that people's ticks and commands always find room. @see docs/decisions/0002-pacing.md
 */
const SPACING = 2_000;

const chore: Chore = {
  everyMs: DAY,
  async run({ db, clock, log, checklists }) {
    const now = clock.now();
    await keepCatalogue(db, checklists, now);
    const waiting = new Map<number, number>();
    const jobOf = ({ repositoryId, installationId }: Behind) => {
      const before = waiting.get(installationId) ?? 0;
      waiting.set(installationId, before + 1);
      return { ...writeJob(repositoryId, installationId), runAt: new Date(now.getTime() + before * SPACING) };
    };
    let behind: readonly Behind[];
    let after = 0;
    do {
      behind = await baselinesBehind(db, catalogueDigest(checklists), { after, limit: PAGE });
      await enqueue(db, clock, behind.map(jobOf));
      after = behind.at(-1)?.repositoryId ?? after;
    } while (behind.length === PAGE);
    const issues = [...waiting.values()].reduce((sum, count) => sum + count, 0);
    if (issues > 0) log.info({ issues }, 'issues that show an earlier catalogue are written');
  },
};
export default chore;
