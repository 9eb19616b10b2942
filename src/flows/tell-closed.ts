/** Time opens again what is required while the baseline issue is closed: the issue opens too, or a comment says so, as the policy says. */
import { dayOf } from '../core/clock.js';
import type { RepoRef } from '../core/repo-ref.js';
import { blockingItems, code, escapeInline, type Item, type ItemState, itemsOf } from '../domain/checklist/index.js';
import type { Context } from './context.js';
import { oneComment } from './one-comment.js';
import { ownIssue } from './own-issue.js';
import { type Service, shownStates } from './service.js';

/** More items than this are counted: the list above the comment shows them. */
const LISTED = 5;

/**
 * Told once a day at most, and before the change is on record, so that no crash leaves it out. Of a list that was closed with other
 * things open only what time adds is told.
 */
export async function tellClosed(
  repository: RepoRef,
  service: Service,
  changed: ReadonlyMap<string, ItemState>,
  context: Context,
): Promise<void> {
  const known = service.baseline?.issue ?? null;
  const opened = openedItems(service, changed);
  if (known === null || opened.length === 0) return;
  const issue = await ownIssue(repository, known, context);
  if (issue?.state !== 'closed') return;
  const { earlyClose } = await context.lifeRules(repository, context);
  const today = dayOf(context.clock.now());
  const purpose = `time-opened:${repository.id}:${known.number}:${today}`;
  const text = `${listed(opened)} again. ${earlyClose === 'reopen' ? 'So this list is open as well.' : 'This list stays closed, as the policy says.'}`;
  const comment = { repository, issue: known.number, purpose, marker: `time-opened=${today}`, text };
  await oneComment({ ...comment, again: 'keep' }, context);
  if (earlyClose === 'record') return;
  await context.github.issues.update(repository, known.number, { state: 'open', stateReason: 'reopened' });
}

/** What blocks the launch with the change, and did not without it. */
function openedItems(service: Service, changed: ReadonlyMap<string, ItemState>): readonly Item[] {
  const blocking = (states: Service['stored']) =>
    blockingItems(itemsOf(service.checklists), shownStates(states, service), service.header.shouldCounts);
  const before = new Set(blocking(service.stored).map(({ id }) => id));
  return blocking(new Map([...service.stored, ...changed])).filter(({ id }) => !before.has(id));
}

function listed(items: readonly Item[]): string {
  const names = items.slice(0, LISTED).map(({ id, title }) => `${code(id)} (${escapeInline(title)})`);
  const more = items.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''} ${items.length === 1 ? 'waits' : 'wait'}`;
}
