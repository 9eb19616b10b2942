/** A button on one of our checks was pressed: it does what its command does, for those who may say that command. */
import { dayOf } from '../core/clock.js';
import type { RepoRef } from '../core/repo-ref.js';
import { markOf, type PressedAction } from '../domain/readiness/actions.js';
import { addDays } from '../domain/life/terms.js';
import { itemsOf } from '../domain/checklist/index.js';
import { shortFingerprint } from '../domain/scanner/finding.js';
import { findHead } from '../infra/db/heads.js';
import type { Context } from './context.js';
import { judgeAgain } from './judge-again.js';
import { bothFailed, type Failure } from './say-failed.js';
import { blockingOn } from './secrets-check.js';
import { readService, summaryOf } from './service.js';

export interface Pressed extends PressedAction {
  readonly repository: RepoRef;
  readonly isPrivate: boolean;
  readonly sha: string;
  /** Login. */
  readonly by: string;
}

/** Looking again changes nothing that anybody decided, so it is everybody's to whom GitHub shows the button. */
export async function pressButton(pressed: Pressed, context: Context): Promise<void> {
  const { repository, isPrivate, sha, by, action } = pressed;
  if (action === 'refresh') return judgeAgain({ repository, sha }, context);
  const issue = (await readService(repository.id, context)).baseline?.issue?.number;
  const said = action === 'false-positive' ? await dismissal(pressed, context) : await waiver(pressed, context);
  if (said === null || issue === undefined) return judgeAgain({ repository, sha }, context);
  const from = `commit ${sha.slice(0, 7)}`;
  const saidAt = context.clock.now().toISOString();
  await context.press({ repository, isPrivate, issue, by, saidAt, said, from }, context);
}

/** To look again is to run the check again, and fails as that does; of a command that failed the check says nothing. */
export async function pressFailed({ action, ...head }: Pressed, failure: Failure, context: Context): Promise<void> {
  if (action === 'refresh') await bothFailed(head, failure, context);
}

/** Null when by now the one finding that the button was shown for is not the one that is open: the check says so once it is written again. */
async function dismissal({ repository, sha, about }: Pressed, context: Context) {
  const head = await findHead(context.db, repository.id, sha);
  const [only, another] = head === null ? [] : await blockingOn(repository, head, context);
  if (only === undefined || another !== undefined || shortFingerprint(only) !== about) return null;
  const because = `because it was marked so on the check of ${sha.slice(0, 7)}`;
  return { name: 'false-positive', args: `${shortFingerprint(only)} ${because}` };
}

/** For as long as the policy allows; null when by now something else is in the way than what the button was shown for. */
async function waiver({ repository, sha, about }: Pressed, context: Context) {
  const service = await readService(repository.id, context);
  const { blockers } = summaryOf(service);
  const item = itemsOf(service.checklists).find(({ id }) => id === blockers[0]?.itemId);
  if (blockers.length !== 1 || item === undefined || markOf(item.id) !== about) return null;
  const { waivers } = await context.lifeRules(repository, context);
  const until = addDays(dayOf(context.clock.now()), waivers[item.risk].days);
  return {
    name: 'accept-risk',
    args: `${item.id} until ${until} because it was asked for on the check of ${sha.slice(0, 7)}`,
  };
}
