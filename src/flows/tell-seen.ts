/** Says in the baseline issue, once each, what was seen and nobody expects: an item that is open again or urgent, a waiver that is needed no more. */
import { createHash } from 'node:crypto';
import type { RepoRef } from '../core/repo-ref.js';
import { code, escapeInline, escapeText, type Item, type Sight } from '../domain/checklist/index.js';
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
  const lines = regressions.slice(0, LISTED).map(({ item, verdict }) => lineOf(item, sightFor(verdict)));
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

/** An item that is urgent, and was not when it was looked at before: an ISO 8601 instant, null when it never was. */
export interface Call {
  readonly item: Item;
  readonly verdict: KeptVerdict;
  readonly lookedBefore: string | null;
}

/** One comment for all that one look found, also at the first look: what stands open to everybody does not wait for the launch. */
export async function tellUrgent(
  repository: RepoRef,
  issue: number,
  calls: readonly Call[],
  sightFor: (verdict: KeptVerdict) => Sight,
  context: Context,
): Promise<void> {
  const [first] = calls;
  if (first === undefined) return;
  const lines = calls.slice(0, LISTED).map(({ item, verdict }) => lineOf(item, sightFor(verdict)));
  const rest = calls.length - lines.length;
  if (rest > 0) lines.push(`- and ${rest} more, in the list above`);
  const text = [
    '**This does not wait for the launch:**',
    lines.join('\n'),
    `\`/baseline explain ${first.item.id}\` says what to do. It is looked at again by itself; \`/baseline refresh\` looks now.`,
  ].join('\n\n');
  const id = digest(calls.map(({ item, lookedBefore }) => `${item.id}@${lookedBefore ?? ''}`).join('\n'));
  const [purpose, marker] = [`urgent:${repository.id}:${issue}:${id}`, `urgent=${id}`];
  await oneComment({ repository, issue, purpose, marker, text, again: 'keep' }, context);
}

function lineOf(item: Item, { because }: Sight): string {
  return `- ${code(item.id)} (${escapeInline(item.title)}): ${escapeText(because)}`;
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
