/** The top of the baseline issue: where the service stands and what to do next, in five seconds. */
import { code, escapeInline, link, mention } from './escape.js';
import type { Item } from './item.js';
import type { Counts, Summary } from './summary.js';
import type { Blocker, HeaderFacts } from './view.js';
import { countWord, distance, minutes } from './words.js';

/** More blockers than this are counted, not listed: the list below shows them anyway. */
const LISTED = 3;

const HINT =
  '<sub>Tick a box, strike an item through if it does not apply, or comment `/baseline help`. Seaworthy keeps this list in order.</sub>';

/** Markdown without markers. `today` is a calendar date. */
export function renderHeader(summary: Summary, facts: HeaderFacts, today: string): string {
  return [
    `${verdict(summary, facts, today)}\n${tally(summary.counts)}`,
    blockerList(summary.blockers),
    nextLine(summary.next),
    HINT,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The first line: ready or not, grade, risk, launch, champion. */
export function verdict(summary: Summary, facts: HeaderFacts, today: string): string {
  return [
    summary.blockers.length === 0 ? '**Ready to launch**' : '**Not ready to launch**',
    facts.grade === undefined ? '' : `grade **${escapeInline(facts.grade.letter)}** (${facts.grade.score})`,
    facts.risk === undefined ? '' : `risk **${facts.risk}**`,
    facts.launch === undefined ? '' : `launch **${escapeInline(facts.launch)}**, ${distance(today, facts.launch)}`,
    facts.champion === undefined ? '' : `champion ${mention(facts.champion)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** `14 done · 3 verified · 12 open of 32`; what is zero is not said, but for `open`. */
export function tally(counts: Counts): string {
  const said = [
    counts.done === 0 ? '' : `${counts.done} done`,
    counts.verified === 0 ? '' : `${counts.verified} verified`,
    counts['not-applicable'] === 0 ? '' : `${counts['not-applicable']} not applicable`,
    counts.waived === 0 ? '' : `${counts.waived} waived`,
    counts.stale === 0 ? '' : `${counts.stale} out of date`,
    counts.unknown === 0 ? '' : `${counts.unknown} unknown`,
    `${counts.open} open of ${counts.total}`,
  ];
  return said.filter((part) => part !== '').join(' · ');
}

export function blockerList(blockers: readonly Blocker[]): string {
  if (blockers.length === 0) return '';
  const verb = blockers.length === 1 ? 'thing blocks' : 'things block';
  const rest = blockers.length - LISTED;
  const lines = blockers.slice(0, LISTED).map(blockerLine);
  if (rest > 0) lines.push(`- and ${rest} more, in the list below`);
  return `${countWord(blockers.length)} ${verb} the launch:\n${lines.join('\n')}`;
}

function blockerLine({ itemId, text, link: where }: Blocker): string {
  const id = itemId === undefined ? '' : `${code(itemId)} `;
  const go = where === undefined ? '' : `, ${link(escapeInline(where.text, 80), where.url)}`;
  return `- ${id}${escapeInline(text, 160)}${go}`;
}

export function nextLine(next: readonly Item[]): string {
  if (next.length === 0) return '';
  return `Best next steps: ${next.map((item) => `${code(item.id)} (${item.risk}, ${minutes(item.effort)})`).join(' · ')}.`;
}
