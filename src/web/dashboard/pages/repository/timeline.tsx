/** Who decided what, newest first. */
import type { JournalLine } from '../../../../infra/db/dashboard/journal.js';
import { Day } from '../../components/day.js';
import { entryInWords } from '../../components/journal-words.js';
import { Person } from '../../components/person.js';

/** More than these are on the journal's own page. */
const SHOWN = 15;

export function Timeline({ entries, now }: { readonly entries: readonly JournalLine[]; readonly now: Date }) {
  return (
    <section class="Box mb-4" aria-labelledby="timeline">
      <h2 id="timeline" class="Box-header Box-title">
        Timeline
      </h2>
      {entries.length === 0 ? (
        <p class="Box-row mb-0">Nobody has decided anything here yet.</p>
      ) : (
        <ol class="Timeline">
          {entries.slice(0, SHOWN).map((entry) => (
            <li class="Timeline-item">
              <Person login={entry.actor} /> <bdi>{entryInWords(entry)}</bdi>{' '}
              <span class="f6 fgColor-muted">
                <Day at={entry.at} now={now} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
