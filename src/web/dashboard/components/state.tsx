/** The state of one item: an icon with its word, and who said so, when and why. */
import type { ItemState, StateKind } from '../../../domain/checklist/index.js';
import { CalendarDay, Day } from './day.js';
import { Icon, type IconName } from './icon.js';
import { Person } from './person.js';

const LOOKS: Readonly<Record<StateKind, { icon: IconName; word: string; tint: string }>> = {
  open: { icon: 'circle', word: 'Open', tint: 'fgColor-muted' },
  done: { icon: 'check-circle-fill', word: 'Done', tint: 'fgColor-success' },
  verified: { icon: 'verified', word: 'Verified', tint: 'fgColor-success' },
  stale: { icon: 'history', word: 'Out of date', tint: 'fgColor-attention' },
  'not-applicable': { icon: 'skip', word: 'Does not apply', tint: 'fgColor-muted' },
  waived: { icon: 'law', word: 'Risk accepted', tint: 'fgColor-done' },
  unknown: { icon: 'question', word: 'Could not be checked', tint: 'fgColor-attention' },
};

export function StateName({ kind }: { readonly kind: StateKind }) {
  const { icon, word, tint } = LOOKS[kind];
  return (
    <span class={`${tint} no-wrap`}>
      <Icon name={icon} /> {word}
    </span>
  );
}

/** Null when nothing is known beside the state itself. */
export function StateFacts({ state, now }: { readonly state: ItemState; readonly now: Date }) {
  switch (state.kind) {
    case 'open':
      return state.reason === undefined ? null : <bdi>{state.reason}</bdi>;
    case 'done':
      return (
        <>
          by <Person login={state.by} nobody="somebody" /> <Day at={new Date(state.at)} now={now} />
          {state.with !== undefined && `, with ${state.with}`}
          {state.evidence !== undefined && <Evidence text={state.evidence} />}
        </>
      );
    case 'verified':
      return (
        <>
          seen <Day at={new Date(state.at)} now={now} />
          {state.evidence !== undefined && <Evidence text={state.evidence} />}
        </>
      );
    case 'stale':
    case 'unknown':
      return (
        <>
          <bdi>{state.reason}</bdi>, <Day at={new Date(state.at)} now={now} />
        </>
      );
    case 'not-applicable':
      return (
        <>
          {state.by === null ? (
            'by the policy'
          ) : (
            <>
              by <Person login={state.by} /> <Day at={new Date(state.at)} now={now} />
            </>
          )}
          {state.reason !== undefined && (
            <>
              : <bdi>{state.reason}</bdi>
            </>
          )}
        </>
      );
    case 'waived':
      return (
        <>
          until <CalendarDay date={state.until} now={now} />: <bdi>{state.reason}</bdi>. Asked by{' '}
          <Person login={state.by} />, approved by <Person login={state.approver} />
          {(state.alsoBy ?? []).map((login) => (
            <>
              {' '}
              and <Person login={login} />
            </>
          ))}
        </>
      );
  }
}

/** A link where it is one of the web, else the words. */
export function Evidence({ text }: { readonly text: string }) {
  return <>, {/^https?:\/\/\S+$/i.test(text) ? <a href={text}>evidence</a> : <bdi>{text}</bdi>}</>;
}
