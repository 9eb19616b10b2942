/** Accepted risks of the repository, those in force and those of before. */
import type { WaiverLine } from '../../../../infra/db/dashboard/waivers.js';
import { CalendarDay } from '../../components/day.js';
import { Person } from '../../components/person.js';

const WORDS = { asked: 'asked for', active: 'in force', ended: 'ended', withdrawn: 'withdrawn' } as const;
const TINTS = {
  asked: 'Label Label--attention',
  active: 'Label Label--accent',
  ended: 'Label',
  withdrawn: 'Label',
} as const;

/** Nothing where nobody ever asked: most repositories have none. */
export function Waivers({ waivers, now }: { readonly waivers: readonly WaiverLine[]; readonly now: Date }) {
  if (waivers.length === 0) return null;
  return (
    <section class="Box mb-4" aria-labelledby="waivers">
      <h2 id="waivers" class="Box-header Box-title">
        Accepted risks
      </h2>
      <ul>
        {waivers.map(({ itemId, state, until, reason, requestedBy, approvals }) => (
          <li class="Box-row">
            <a href={`#item-${itemId}`} class="text-bold">
              {itemId}
            </a>{' '}
            <span class={TINTS[state]}>{WORDS[state]}</span>
            <div class="f6 fgColor-muted">
              until <CalendarDay date={until} now={now} />: <bdi>{reason}</bdi>. Asked by <Person login={requestedBy} />
              {approvals.map(({ by }, index) => (
                <>
                  {index === 0 ? ', approved by ' : ' and '}
                  <Person login={by} />
                </>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
