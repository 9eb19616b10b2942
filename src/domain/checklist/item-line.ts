/** One item as Markdown: its line, and why and how folded under it. */
import { code, escapeInline, escapeText, webAddress, link, mention } from './escape.js';
import type { Item } from './item.js';
import { indent } from './notes.js';
import { type Box, boxOf, type ItemState } from './state.js';
import type { Aside } from './view.js';
import { dateOf, minutes } from './words.js';

/** How an item is written. */
export interface LineStyle {
  /** Longest text of a person that is shown, in characters. */
  readonly longest: number;
  /** When given, the line links to `<guideUrl>#<id>` in place of details under it. */
  readonly guideUrl?: string;
}

/** First line of the folded part; by it our own details are told from people's. */
export const DETAILS_START = '<details><summary>Why and how</summary>';

export const DETAILS_END = '</details>';

/** `- [x] `: the start of a line. */
export function checkbox({ checked }: Box): string {
  return checked ? '- [x] ' : '- [ ] ';
}

/** What stands between the checkbox and the marker. */
export function itemText(item: Item, state: ItemState, style: LineStyle, aside: Aside = {}): string {
  const title = `**${escapeInline(item.title)}**`;
  const head = `${boxOf(state).struck ? `~~${title}~~` : title} ${code(item.id)}`;
  const guide = style.guideUrl === undefined || !isExplained(state) ? '' : guideLink(item, style.guideUrl);
  const beside = isExplained(state) ? asideText(aside, style.longest) : [];
  return [head, ...facts(item, state, style.longest), ...beside, guide].filter((part) => part !== '').join(' · ');
}

/** The lines of the folded part, not indented; none once the item needs no explaining. */
export function detailLines(item: Item, state: ItemState): readonly string[] {
  if (!isExplained(state)) return [];
  const more = [
    `Evidence: ${item.evidence}`,
    item.satisfies.length === 0 ? '' : `Satisfies ${item.satisfies.join(', ')}.`,
    ...item.references.map((url) => link(new URL(url).hostname, url)),
  ].filter((part) => part !== '');
  return [DETAILS_START, '', ...lines(item.why), '', ...lines(item.how), '', more.join(' '), '', DETAILS_END];
}

/** The folded part as it stands in the body of an issue. */
export function detailsBlock(item: Item, state: ItemState): string {
  return indent(detailLines(item, state).join('\n'), 2);
}

/** Why and how are for what somebody still has to do. */
function isExplained(state: ItemState): boolean {
  return state.kind === 'open' || state.kind === 'stale' || state.kind === 'unknown' || state.kind === 'waived';
}

function guideLink(item: Item, guideUrl: string): string {
  return link('why and how', `${guideUrl}#${item.id}`);
}

function facts(item: Item, state: ItemState, longest: number): string[] {
  switch (state.kind) {
    case 'open':
      return [...todo(item), state.reason === undefined ? '' : `open again: ${escapeInline(state.reason, longest)}`];
    case 'stale':
      return [...todo(item), `out of date: ${escapeInline(state.reason, longest)}`];
    case 'unknown':
      return [...todo(item), `could not be checked: ${escapeInline(state.reason, longest)}`];
    case 'done':
      return [
        item.risk,
        `done${state.by === null ? '' : ` by ${mention(state.by)}`} on ${dateOf(state.at)}${proof(state.evidence, longest)}`,
      ];
    case 'verified':
      return [
        item.risk,
        `verified on ${dateOf(state.at)}${proof(state.evidence, longest)}`,
        state.note === undefined ? '' : escapeInline(state.note, longest),
      ];
    case 'not-applicable': {
      const reason = state.reason === undefined ? '' : `: ${escapeInline(state.reason, longest)}`;
      return [`not applicable${reason}${state.by === null ? '' : ` (${mention(state.by)})`}`];
    }
    case 'waived':
      return [
        item.risk,
        `risk accepted until ${state.until} by ${[...(state.alsoBy ?? []), state.approver].map(mention).join(' and ')}: ${escapeInline(state.reason, longest)}`,
      ];
  }
}

/** More people than this are counted. */
const NAMED = 3;

/** A sentence of a verifier is this long at most, in characters: the whole of it is what `/baseline explain` is for. */
const SENTENCE = 120;

function asideText({ asked, assigned = [], seen }: Aside, longest: number): string[] {
  const more = assigned.length > NAMED ? ` and ${assigned.length - NAMED} more` : '';
  return [
    seen?.answer === 'unmet' ? `seen: ${escapeText(seen.because, Math.min(longest, SENTENCE))}` : '',
    assigned.length === 0 ? '' : `assigned to ${assigned.slice(0, NAMED).map(mention).join(', ')}${more}`,
    asked === undefined ? '' : askedText(asked, longest),
  ];
}

function askedText({ by, approvedBy, since, until, reason }: NonNullable<Aside['asked']>, longest: number): string {
  const approved = approvedBy.length === 0 ? '' : `, approved by ${approvedBy.map(mention).join(' and ')} so far`;
  return `waiting for approval since ${since}${approved}: ${mention(by)} asks to accept the risk until ${until} because ${escapeInline(reason, longest)}`;
}

/** What somebody who has not done it yet wants to know: risk, time, how binding, who looks at it. */
function todo(item: Item): string[] {
  return [
    item.risk,
    minutes(item.effort),
    item.level === 'MUST' ? '' : item.level === 'SHOULD' ? 'recommended' : 'optional',
    item.approve === undefined ? '' : `attested by ${item.approve}`,
  ];
}

function proof(evidence: string | undefined, longest: number): string {
  if (evidence === undefined || evidence.trim() === '') return '';
  return webAddress(evidence) === undefined
    ? `, ${escapeInline(evidence, longest)}`
    : `, ${link('evidence', evidence)}`;
}

function lines(markdown: string): string[] {
  return markdown.trim().split('\n');
}
