/** From verdicts to what a check tells: every item with its answer, and the grade that follows. */
import { type Grade, gradeOf, type Item, type ItemState, type ItemStates } from '../../domain/checklist/index.js';
import type { Answer, Verdict } from '../../domain/verification/verdict.js';
import type { Chosen } from './choose.js';

export interface JudgedItem {
  readonly item: Item;
  /** Null: no verifier looks at it; a person says whether it is done. */
  readonly verdict: Verdict | null;
}

export interface CheckResult {
  readonly items: readonly JudgedItem[];
  /** Over what was judged: met, unmet, not applicable. */
  readonly grade: Grade;
  /** Over all items, as the issue would show it on its first day: what is unknown, or for people to say, counts as open. */
  readonly firstDay: Grade;
  /** Items at level MUST that are unmet. */
  readonly blocking: readonly Item[];
}

export function judged(
  { items, notApplicable }: Pick<Chosen, 'items' | 'notApplicable'>,
  verdicts: ReadonlyMap<string, Verdict>,
  at: string,
): CheckResult {
  const all = items.map((item): JudgedItem => {
    const reason = notApplicable.get(item.id);
    if (reason !== undefined)
      return { item, verdict: { answer: 'not-applicable', because: reason, evidence: [], isPublic: true } };
    return { item, verdict: verdicts.get(item.verify ?? '') ?? null };
  });
  const decided = all.filter(({ verdict }) => verdict !== null && verdict.answer !== 'unknown');
  return {
    items: all,
    grade: gradeOf(
      decided.map(({ item }) => item),
      statesOf(decided, at),
    ),
    firstDay: gradeOf(items, statesOf(all, at)),
    blocking: all
      .filter(({ item, verdict }) => item.level === 'MUST' && verdict?.answer === 'unmet')
      .map(({ item }) => item),
  };
}

export const withAnswer = ({ items }: CheckResult, answer: Answer): readonly JudgedItem[] =>
  items.filter(({ verdict }) => verdict?.answer === answer);

export const forPeople = ({ items }: CheckResult): readonly JudgedItem[] =>
  items.filter(({ verdict }) => verdict === null);

function statesOf(items: readonly JudgedItem[], at: string): ItemStates {
  return new Map(items.flatMap(({ item, verdict }) => (verdict === null ? [] : [[item.id, stateOf(verdict, at)]])));
}

function stateOf({ answer, because }: Verdict, at: string): ItemState {
  switch (answer) {
    case 'met':
      return { kind: 'verified', at };
    case 'unmet':
      return { kind: 'open' };
    case 'not-applicable':
      return { kind: 'not-applicable', by: null, at, reason: because };
    case 'unknown':
      return { kind: 'unknown', at, reason: because };
  }
}
