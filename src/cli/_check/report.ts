/** What a check prints: for people, grouped by answer with the fix for each miss; for programs, one JSON document. */
import { WEIGHT } from '../../domain/checklist/index.js';
import { shownPath } from '../_scan/report.js';
import type { Style } from '../_style.js';
import { type CheckResult, forPeople, type JudgedItem, withAnswer } from './judge.js';

export interface About {
  readonly where: string;
  readonly checklists: readonly string[];
}

export function prettyReport({ where, checklists }: About, result: CheckResult, style: Style): string {
  const unmet = withAnswer(result, 'unmet').toSorted((a, b) => WEIGHT[b.item.risk] - WEIGHT[a.item.risk]);
  const { grade, firstDay } = result;
  const people = forPeople(result).length;
  const lines = [
    `${style.bold(shownPath(where))}, by ${checklists.join(', ')}`,
    '',
    ...group(style.red('Unmet'), unmet, (each) => unmetLines(each, style)),
    ...group(style.green('Met'), withAnswer(result, 'met'), (each) => line('✓', each)),
    ...group('Could not be seen from here', withAnswer(result, 'unknown'), (each) => line('?', each)),
    ...group(style.dim('Not applicable'), withAnswer(result, 'not-applicable'), (each) => line('–', each)),
    ...(people === 0 ? [] : [`For people to say: ${people} more ${people === 1 ? 'item' : 'items'}`, '']),
    `${style.bold(`Grade of what was judged: ${grade.letter}`)} (${grade.score} of 100)`,
    `On its first day the issue would show ${firstDay.letter} (${firstDay.score}): there, what nobody has seen or said counts as open.`,
  ];
  return `${lines.join('\n')}\n`;
}

function group(
  title: string,
  items: readonly JudgedItem[],
  show: (item: JudgedItem) => readonly string[],
): readonly string[] {
  return items.length === 0 ? [] : [`${title} (${items.length})`, ...items.flatMap(show), ''];
}

function line(mark: string, { item, verdict }: JudgedItem): readonly string[] {
  return [`  ${mark} ${item.title}`, `      ${printable(verdict?.because ?? '')}`];
}

function unmetLines(judged: JudgedItem, style: Style): readonly string[] {
  const { item, verdict } = judged;
  const fix = verdict?.answer === 'unmet' ? verdict.fix.split('\n').map((text) => `      ${printable(text)}`) : [];
  return [
    `  ✗ ${style.bold(item.title)} ${style.dim(`${item.level}, ${item.risk}, ${item.id}`)}`,
    `      ${printable(verdict?.because ?? '')}`,
    ...fix.map((text) => text.trimEnd()),
  ];
}

/** Names of files may hold what a terminal takes for a command. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\u{fffd}');
}

export function jsonReport({ where, checklists }: About, result: CheckResult): string {
  const items = result.items.map(({ item: { id, title, level, risk, verify }, verdict }) => ({
    id,
    title,
    level,
    risk,
    verifier: verify ?? null,
    answer: verdict?.answer ?? 'for-people',
    ...(verdict === null ? {} : { because: verdict.because, evidence: verdict.evidence }),
    ...(verdict?.answer === 'unmet' ? { fix: verdict.fix } : {}),
  }));
  const { grade, firstDay, blocking } = result;
  return `${JSON.stringify({ where, checklists, grade, firstDay, blocking: blocking.map(({ id }) => id), items }, null, 2)}\n`;
}
