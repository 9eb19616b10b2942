/** The top of the baseline issue: where the service stands and what to do next, in five seconds. */
import { changeText } from './catalogue-change.js';
import { code, escapeInline, link, mention } from './escape.js';
import type { Item } from './item.js';
import type { Counts, Summary } from './summary.js';
import type { Blocker, HeaderFacts } from './view.js';
import { aLetter, countWord, daysBetween, distance, minutes, moreItems, plural } from './words.js';

/** More blockers than this are counted, not listed: the list below shows them anyway. */
const LISTED = 3;

/** A launch that is overdue longer than this, in days, is just overdue: nobody counts on, and the issue can rest. */
export const COUNTED_OVERDUE = 30;

const HINT =
  '<sub>Tick a box, strike an item through if it does not apply, or comment `/baseline help`. Seaworthy keeps this list in order.</sub>';

/** Markdown without markers. `today` is a calendar date. */
export function renderHeader(summary: Summary, facts: HeaderFacts, today: string): string {
  return [
    `${verdict(summary, facts, today)}\n${tally(summary.counts)}`,
    blockerList(summary.blockers, facts),
    oldSecretsLine(facts),
    waitingLine(summary, facts),
    [nextLine(summary.next), toNextGrade(summary)].filter((part) => part !== '').join(' '),
    updateLine(facts, today),
    HINT,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The first line: ready or not, grade, risk, launch, champion. */
export function verdict({ blockers, grade }: Summary, facts: HeaderFacts, today: string): string {
  const isReady = blockers.length === 0;
  return [
    facts.launched === undefined
      ? `**${isReady ? 'Ready' : 'Not ready'} to launch**`
      : `**Launched** on ${escapeInline(facts.launched)}, ${isReady ? 'nothing required is open' : '**not everything required is done**'}`,
    grade === null ? '' : `grade **${grade.letter}** (${grade.score})`,
    `risk ${facts.risk === undefined ? '**not said yet** (`/baseline risk`)' : `**${facts.risk}**`}`,
    facts.launch === undefined || facts.launched !== undefined ? '' : launchDay(facts.launch, today),
    facts.champion === undefined ? '' : `champion ${mention(facts.champion)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function launchDay(day: string, today: string): string {
  const left = daysBetween(today, day);
  const when =
    left >= 0 ? distance(today, day) : `**${left < -COUNTED_OVERDUE ? '' : `${plural(-left, 'day')} `}overdue**`;
  return `launch **${escapeInline(day)}**${Number.isNaN(left) ? '' : `, ${when}`}`;
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

export function blockerList(blockers: readonly Blocker[], { launched }: Pick<HeaderFacts, 'launched'>): string {
  if (blockers.length === 0) return '';
  const [things, block, are] = blockers.length === 1 ? ['thing', 'blocks', 'is'] : ['things', 'block', 'are'];
  const rest = blockers.length - LISTED;
  const lines = blockers.slice(0, LISTED).map(blockerLine);
  if (rest > 0) lines.push(`- and ${rest} more, in the list below`);
  const verb = launched === undefined ? `${block} the launch` : `${are} still to be done`;
  return `${countWord(blockers.length)} ${things} ${verb}:\n${lines.join('\n')}`;
}

function blockerLine({ itemId, text, link: where }: Blocker): string {
  const id = itemId === undefined ? '' : `${code(itemId)} `;
  const go = where === undefined ? '' : `, ${link(escapeInline(where.text, 80), where.url)}`;
  return `- ${id}${escapeInline(text, 160)}${go}`;
}

function oldSecretsLine({ oldSecrets }: Pick<HeaderFacts, 'oldSecrets'>): string {
  if (oldSecrets === undefined) return '';
  const [are, they] = oldSecrets === 1 ? ['is', 'it blocks'] : ['are', 'they block'];
  return `${plural(oldSecrets, 'older secret')} in the history ${are} neither rotated nor dismissed; ${they} nothing. \`/baseline scan history\` lists ${oldSecrets === 1 ? 'it' : 'them'}.`;
}

/** Whose word is missing, and how it is given: `Waiting for approval by …: …`. */
export function waitingLine(
  { waiting }: Pick<Summary, 'waiting'>,
  { approvers = [] }: Pick<HeaderFacts, 'approvers'>,
): string {
  const [first] = waiting;
  if (first === undefined) return '';
  const who = approvers.length === 0 ? 'a maintainer or administrator' : approvers.map(mention).join(', ');
  const listed = waiting.slice(0, LISTED).map(({ itemId, since }) => `${code(itemId)} since ${since}`);
  const rest = waiting.length - listed.length;
  const more = rest > 0 ? ` and ${rest} more` : '';
  return `Waiting for approval by ${who}: ${listed.join(', ')}${more}. ${code(`/baseline approve ${first.itemId}`)}`;
}

export function nextLine(next: readonly Item[]): string {
  if (next.length === 0) return '';
  return `Best next steps: ${next.map((item) => `${code(item.id)} (${item.risk}, ${minutes(item.effort)})`).join(' · ')}.`;
}

/** How long the top says what a new version of the catalogue changed, in days: the line is news, the list is what holds. */
const NEWS_DAYS = 30;

/**
 * A line in place of a comment: whoever follows the issue is not called for an edit of ours, and what a new item asks for counts in
 * the lines above it from the start.
 */
function updateLine({ updated }: Pick<HeaderFacts, 'updated'>, today: string): string {
  if (updated === undefined || daysBetween(updated.on, today) >= NEWS_DAYS) return '';
  return changeText(updated);
}

/** `Three more items to a B.`; nothing at the top. */
export function toNextGrade({ nextGrade }: Pick<Summary, 'nextGrade'>): string {
  return nextGrade === null ? '' : `${moreItems(nextGrade.items)} to ${aLetter(nextGrade.letter)}.`;
}
