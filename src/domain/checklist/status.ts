/** The reply to `/baseline status`: the header's facts and the items that wait, without the list. */
import { code, escapeInline } from './escape.js';
import { verdict, tally, blockerList, toNextGrade, waitingLine } from './header.js';
import { summarise } from './summary.js';
import type { View } from './view.js';
import { minutes } from './words.js';

/** Markdown for a comment. */
export function renderStatus(view: Pick<View, 'checklists' | 'states' | 'asides' | 'header' | 'today'>): string {
  const summary = summarise(view.checklists, view.states, view.header, view.asides);
  const rows = summary.next.map(
    (item) => `| ${code(item.id)} | ${escapeInline(item.title)} | ${item.risk} | ${minutes(item.effort)} |`,
  );
  const next =
    rows.length === 0
      ? 'Nothing is waiting to be done.'
      : ['Best next steps:', '', '| item | what | risk | takes |', '|--|--|--|--|', ...rows].join('\n');
  return [
    `${verdict(summary, view.header, view.today)}\n${tally(summary.counts)}`,
    blockerList(summary.blockers, view.header),
    waitingLine(summary, view.header),
    next,
    toNextGrade(summary),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
