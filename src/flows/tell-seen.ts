/** Says in the baseline issue, once each, what was seen and nobody expects: an item that is open again, a waiver that is needed no more. */
import { createHash } from 'node:crypto';
import type { RepoRef } from '../core/repo-ref.js';
import { code, escapeInline, escapeText, type Sight } from '../domain/checklist/index.js';
import type { KeptVerdict } from '../infra/db/verifications.js';
import { currentWaivers } from '../infra/db/waivers.js';
import type { Context } from './context.js';
import { oneComment } from './one-comment.js';
import type { ItemChange } from './verify-repository.js';

/** More items than this are counted: the list above the comment shows them. */
const LISTED = 10;

/** One comment for all that one look found: who turns a ruleset off hears of it once. */
export async function tellRegressions(
  repository: RepoRef,
  issue: number,
  regressions: readonly ItemChange[],
  sightFor: (verdict: KeptVerdict) => Sight,
  context: Context,
): Promise<void> {
  const [first] = regressions;
  if (first === undefined) return;
  const lines = regressions.slice(0, LISTED).map(({ item, verdict }) => {
    return `- ${code(item.id)} (${escapeInline(item.title)}): ${escapeText(sightFor(verdict).because)}`;
  });
  const rest = regressions.length - lines.length;
  if (rest > 0) lines.push(`- and ${rest} more, in the list above`);
  const [what, is] = regressions.length === 1 ? ['This item', 'is'] : ['These items', 'are'];
  const text = [
    `${what} counted as done and ${is} open again:`,
    lines.join('\n'),
    `\`/baseline explain ${first.item.id}\` says what to do. It is looked at again by itself; \`/baseline refresh\` looks now.`,
  ].join('\n\n');
  // By what each was before: the same regression is the same comment, whatever ends in between.
  const id = digest(regressions.map(({ item, from }) => `${item.id}@${from.at ?? ''}`).join('\n'));
  const [purpose, marker] = [`regression:${repository.id}:${issue}:${id}`, `regression=${id}`];
  await oneComment({ repository, issue, purpose, marker, text, again: 'keep' }, context);
}

/** @param passing ids of items whose risk is accepted and which are seen to be done */
export async function tellPassing(
  repository: RepoRef,
  issue: number,
  passing: readonly string[],
  context: Context,
): Promise<void> {
  for (const itemId of passing) {
    const waivers = await currentWaivers(context.db, repository.id, itemId);
    const waiver = waivers.find(({ state }) => state === 'active');
    if (waiver === undefined) continue;
    const text = `${code(itemId)} is seen to be done, so nobody has to accept its risk until ${waiver.until} any more. \`/baseline undo ${itemId}\` ends that, and the next look verifies the item.`;
    const [purpose, marker] = [`waiver-passing:${waiver.id}`, `waiver-passing=${waiver.id}`];
    await oneComment({ repository, issue, purpose, marker, text, again: 'keep' }, context);
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
