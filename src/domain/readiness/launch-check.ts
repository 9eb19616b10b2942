/** Decides what `seaworthy/launch` says on a commit: ready, or what is in the way and the next step for each. */
import {
  type Blocker,
  code,
  escapeInline,
  GUIDE_URL,
  type Item,
  type ItemStates,
  link,
  minutes,
  type Summary,
  stateOf,
} from '../checklist/index.js';
import { askWaiver, type CheckAction, REFRESH } from './actions.js';
import { type CheckContent, code as codeOf, count } from './check-content.js';
import { branchList, enforcementLine, type GateWords, switchedOff } from './enforcement.js';
import { concludes, type Stance } from './gate.js';

/** How the gate stands for this repository. */
export interface LaunchGate {
  readonly stance: Stance;
  readonly whenUnable: 'neutral' | 'failure';
  /** The default branch, then the policy's patterns. */
  readonly branches: readonly string[];
}

/** A committed secret that blocks; there is no field for the value. */
export interface OpenSecret {
  /** Short fingerprint that commands take. */
  readonly id: string;
  readonly kind: string;
  readonly preview: string;
  /** Where the provider says how to rotate it. */
  readonly rotate: string;
}

export interface LaunchFacts {
  readonly gate: LaunchGate;
  readonly summary: Summary;
  readonly states: ItemStates;
  /** The first of the secrets that block. */
  readonly secrets: readonly OpenSecret[];
  /** The baseline issue; null while there is none. */
  readonly issueUrl: string | null;
  /** Why there is no issue. */
  readonly absentBecause: string | null;
}

/** As many blockers as anybody reads; the rest is counted. */
export const LISTED = 20;

const wordsOf = ({ branches }: LaunchGate): GateWords => ({
  key: 'gates.launch',
  where: branchList(branches),
  thing: 'merge',
});

/** Blockers decide, and nothing else: the grade is shown. Pure: the same facts give the same words. */
export function launchCheck(facts: LaunchFacts): CheckContent {
  const { gate, summary, issueUrl } = facts;
  if (gate.stance.mode === 'off') return switchedOff(gate.stance, wordsOf(gate));
  if (issueUrl === null) return withoutIssue(facts);
  const { blockers } = summary;
  const grade = summary.grade === null ? '' : `, grade ${summary.grade.letter}`;
  const isReady = blockers.length === 0;
  return {
    conclusion: concludes(isReady ? 'pass' : 'fail', gate.stance, gate.whenUnable),
    title: isReady
      ? `Ready to launch${grade}${accepted(summary)}`
      : `Not ready: ${count(blockers.length, 'blocker')}${grade}`,
    summary: [
      isReady ? 'Every required item is done, verified, waived or does not apply.' : blockerList(facts, issueUrl),
      openLine(summary, issueUrl),
      enforcementLine(gate.stance, wordsOf(gate)),
    ].join('\n\n'),
    annotations: [],
    actions: actionsOf(summary),
  };
}

/** What people decide by: all that it says but what is open besides, which changes with every tick. */
export function decisive(facts: LaunchFacts): CheckContent {
  const counts = { ...facts.summary.counts, total: 0, open: 0, stale: 0, unknown: 0 };
  const summary = { ...facts.summary, counts, next: [] };
  return launchCheck({ ...facts, summary });
}

/** What it says when readiness could not be told. @param because a sentence for people, without its full stop; Markdown of ours */
export function launchUnable(gate: LaunchGate, because: string): CheckContent {
  if (gate.stance.mode === 'off') return switchedOff(gate.stance, wordsOf(gate));
  return {
    conclusion: concludes('unable', gate.stance, gate.whenUnable),
    title: 'Not known: readiness could not be told',
    summary: [`${because}.`, unableLine(gate), enforcementLine(gate.stance, wordsOf(gate))]
      .filter(Boolean)
      .join('\n\n'),
    annotations: [],
    actions: [REFRESH],
  };
}

function withoutIssue({ gate, absentBecause }: LaunchFacts): CheckContent {
  const why =
    absentBecause === null
      ? 'This repository has no baseline issue yet: it is being opened'
      : `This repository has no baseline issue: ${absentBecause}`;
  const way = absentBecause === null ? [] : ['Once that has changed, one is opened.'];
  return {
    ...launchUnable(gate, why),
    title: 'Not known: there is no baseline issue',
    summary: [`${why}.`, ...way, unableLine(gate), enforcementLine(gate.stance, wordsOf(gate))]
      .filter(Boolean)
      .join('\n\n'),
  };
}

/** Only where it decides something. */
function unableLine({ stance, whenUnable }: LaunchGate): string {
  if (stance.mode !== 'enforce') return '';
  return whenUnable === 'neutral'
    ? 'By the policy (`gates.launch.when_unable: neutral`) it lets pass meanwhile.'
    : 'By the policy (`gates.launch.when_unable: failure`) it does not let pass until it is known.';
}

/** People cannot see which item a button means, and asking twice helps nobody. */
function actionsOf({ blockers, waiting }: Summary): readonly CheckAction[] {
  const [only, another] = blockers;
  if (only?.itemId === undefined || another !== undefined) return [REFRESH];
  return waiting.some(({ itemId }) => itemId === only.itemId) ? [REFRESH] : [REFRESH, askWaiver(only.itemId)];
}

/** ` (1 risk accepted until 2027-01-31)`: ready, and for how long at least. */
function accepted({ counts, waivedUntil }: Summary): string {
  if (counts.waived === 0 || waivedUntil === null) return '';
  return ` (${count(counts.waived, 'risk')} accepted${counts.waived === 1 ? '' : ', the first'} until ${waivedUntil})`;
}

function blockerList({ summary, states, secrets }: LaunchFacts, issueUrl: string): string {
  const { blockers, waiting } = summary;
  const lines = blockers.slice(0, LISTED).flatMap((blocker) => {
    if (blocker.itemId === undefined) return otherBlocker(blocker, secrets, issueUrl);
    const { itemId, text } = blocker;
    const asked = waiting.find((one) => one.itemId === itemId)?.since;
    const next = nextStep(itemId, asked, states, issueUrl);
    return [`- ${link(code(itemId), `${GUIDE_URL}#${itemId}`)} ${escapeInline(text, 160)}: ${next}`];
  });
  const more = blockers.length > LISTED ? [`- and ${count(blockers.length - LISTED, 'more', 'more')}`] : [];
  return [
    `In the way of the launch (commands are comments on ${link('the baseline issue', issueUrl)}):`,
    '',
    ...lines,
    ...more,
  ].join('\n');
}

function nextStep(itemId: string, asked: string | undefined, states: ItemStates, issueUrl: string): string {
  if (asked !== undefined) return `waits for approval since ${asked}: ${code(`/baseline approve ${itemId}`)}`;
  if (stateOf(states, itemId).kind === 'unknown') return `have it looked at again: ${code('/baseline refresh')}`;
  return `${link('tick it', issueUrl)} once it is done, or ${code(`/baseline done ${itemId} <link to the evidence>`)}`;
}

/** What blocks besides items is committed secrets, each with its own commands. */
function otherBlocker(
  { text, link: where }: Blocker,
  secrets: readonly OpenSecret[],
  issueUrl: string,
): readonly string[] {
  const to = where ?? { text: 'the baseline issue', url: issueUrl };
  return [
    `- ${escapeInline(text, 160)} (${link(escapeInline(to.text, 80), to.url)}):`,
    ...secrets
      .slice(0, LISTED)
      .map(
        ({ id, kind, preview, rotate }) =>
          `  - **${escapeInline(kind, 80)}** ${codeOf(preview)}: ${link('rotate it', rotate)}, then ${code(`/baseline rotated ${id} <link to the evidence>`)}; no secret: ${code(`/baseline false-positive ${id} because <reason>`)}`,
      ),
  ];
}

function openLine({ counts, next }: Summary, issueUrl: string): string {
  const open = counts.open + counts.stale + counts.unknown;
  const all = `of ${count(counts.total, 'item')} in ${link('the baseline issue', issueUrl)}`;
  const first = open === 0 ? `Nothing is open ${all}.` : `${count(open, 'item is', 'items are')} open ${all}.`;
  return next.length === 0 ? first : `${first} Best next steps: ${next.map(nextItem).join(' · ')}.`;
}

const nextItem = (item: Item): string => `${code(item.id)} (${item.risk}, ${minutes(item.effort)})`;
