/** Explanations for replies: one item, the grade's sum, and the best next steps with how each begins. */
import { code, escapeInline, escapeText, link, mention } from './escape.js';
import { BONUS_FROM, betterThan, type Grade, gradeOf, type Letter } from './grade.js';
import type { Item, Level } from './item.js';
import { itemText } from './item-line.js';
import { endOf, parseMarkdown, startOf, walk } from './markdown.js';
import { shortestTo } from './shortest.js';
import type { ItemState, ItemStates } from './state.js';
import type { Aside, Asides, Sight } from './view.js';
import { aLetter, dateOf, minutes, moreItems } from './words.js';

/** Longest text of a person that is shown, in characters. */
const LONGEST = 300;
/** More items than this are counted: who is that far away starts with the first ones anyway. */
const NAMED = 10;

const BINDING: Readonly<Record<Level, string>> = {
  MUST: 'MUST: it blocks the launch until it is done, does not apply, or its risk is accepted',
  SHOULD: 'SHOULD: it counts in the grade and blocks the launch only where the risk of the service asks for it',
  OPTIONAL: 'OPTIONAL: it can lift a good grade and never blocks',
};

/** Markdown: the state, why, how, and what is wanted as evidence. */
export function explainItem(item: Item, state: ItemState, aside: Aside = {}): string {
  const facts = [
    `- Level: ${BINDING[item.level]}`,
    `- Risk: ${item.risk}. Takes ${minutes(item.effort)}`,
    `- Evidence: ${item.evidence}`,
    state.kind === 'done' && state.with !== undefined ? `- Done with ${code(state.with)}` : '',
    item.satisfies.length === 0 ? '' : `- Satisfies ${item.satisfies.join(', ')}`,
    `- More: ${item.references.map((url) => link(new URL(url).hostname, url)).join(', ')}`,
  ];
  return [
    `${itemText(item, state, { longest: LONGEST }, aside)}${state.kind === 'open' ? ' · **open**' : ''}`,
    `**Why.** ${item.why.trim()}`,
    `**How.**\n\n${item.how.trim()}`,
    ...sightText(aside.seen),
    facts.filter((line) => line !== '').join('\n'),
  ].join('\n\n');
}

/** What a verifier saw where, and what it says is to be done: whole, as the line in the issue has room for a sentence only. */
function sightText(seen: Sight | undefined): string[] {
  if (seen === undefined) return [];
  const where = seen.where.slice(0, PLACES).map((address) => link(new URL(address).hostname, address));
  const looked = where.length === 0 ? '' : ` (${where.join(', ')})`;
  const answer = `**Looked at on ${dateOf(seen.at)}:** ${ANSWERS[seen.answer]}, ${escapeText(seen.because)}${looked}`;
  return seen.fix === undefined ? [answer] : [answer, `**To mend it.** ${withoutMentions(seen.fix)}`];
}

/** More addresses than this are no help. */
const PLACES = 3;

const ANSWERS: Readonly<Record<Sight['answer'], string>> = {
  met: 'it is so',
  unmet: 'it is not so',
  'not-applicable': 'it does not apply',
  unknown: 'unknown',
};

/** Names of people and teams may stand in a step; outside of code they would be called, and tags would act. */
function withoutMentions(markdown: string): string {
  const risky = [...walk(parseMarkdown(markdown))].filter(({ type }) => type === 'text' || type === 'html');
  return risky.toReversed().reduce((text, node) => {
    const part = text.slice(startOf(node), endOf(node));
    const calm = part.replaceAll('@', '@&#8203;').replaceAll('<', '&lt;');
    return `${text.slice(0, startOf(node))}${calm}${text.slice(endOf(node))}`;
  }, markdown);
}

/** Markdown: the sum line by line, then the shortest way to the next grade and to A+. */
export function explainGrade(items: readonly Item[], states: ItemStates): string {
  const grade = gradeOf(items, states);
  const rows = grade.lines.map(
    ({ itemId, points, why }) => `| ${code(itemId)} | ${points > 0 ? `+${points}` : points} | ${escapeInline(why)} |`,
  );
  const better = betterThan(grade.letter);
  const goals = new Set<Letter>(better === null ? [] : [better, 'A+']);
  return [
    `**Grade ${grade.letter} (${grade.score})**`,
    [
      '| item | points | because |',
      '|--|--|--|',
      '| start | 100 | |',
      ...rows,
      `| **sum** | **${grade.sum}** | ${total(grade)} |`,
    ].join('\n'),
    ...[...goals].map((letter) => wayTo(letter, shortestTo(items, states, letter))),
    `Open items subtract by risk (MAXIMUM 25, HIGH 20, MEDIUM 10, LOW 5), and so do accepted risks: the grade says how things are, readiness what was decided. Optional items add 5 each once the rest leaves ${BONUS_FROM}.`,
  ].join('\n\n');
}

/** Markdown: each item with why it is worth doing now and how it begins. */
export function explainNext(next: readonly Item[], asides: Asides): string {
  const parts = next.map((item, at) => {
    const who = (asides.get(item.id)?.assigned ?? []).map(mention).join(', ');
    const head = `${at + 1}. **${escapeInline(item.title)}** ${code(item.id)} · ${item.risk} · ${minutes(item.effort)}${who === '' ? '' : ` · assigned to ${who}`}`;
    return [head, `${item.why.trim()}`, `First step: ${firstStep(item.how)}`]
      .join('\n\n')
      .replaceAll('\n', '\n   ')
      .replaceAll(/^ +$/gm, '');
  });
  return parts.join('\n\n');
}

/** How the steps of an item begin: the first paragraph or list item, with the snippet that it introduces. */
export function firstStep(how: string): string {
  const [first, second] = parseMarkdown(how).children;
  if (first === undefined) return how.trim();
  if (first.type === 'list') {
    const [step] = first.children;
    const [start, end] = [step?.children[0], step?.children.at(-1)];
    return start && end ? how.slice(startOf(start), endOf(end)) : how.trim();
  }
  const text = how.slice(startOf(first), endOf(first));
  const isIntroduction = text.endsWith(':') && second !== undefined;
  return isIntroduction ? how.slice(startOf(first), endOf(second)) : text;
}

function wayTo(letter: Letter, items: readonly Item[]): string {
  const named = items.slice(0, NAMED).map((item) => `${code(item.id)} (${item.risk}, ${minutes(item.effort)})`);
  const rest = items.length - named.length;
  const time = items.reduce((sum, { effort }) => sum + effort, 0);
  const all = `${named.join(' · ')}${rest > 0 ? ` · and ${rest} more` : ''}`;
  return `${moreItems(items.length)} to ${aLetter(letter)}: ${all}${items.length > 1 ? `, ${minutes(time)} in all` : ''}.`;
}

function total({ sum, score, letter }: Grade): string {
  return sum === score ? letter : `counts as ${score}: ${letter}`;
}
