/** Who decided what, newest first. */
import type { JournalLine } from '../../../../infra/db/dashboard/journal.js';
import { Day } from '../../components/day.js';
import { journalWords, subjectWords } from '../../components/journal-words.js';
import { organisationPath, withQuery } from '../../components/paths.js';
import { Person } from '../../components/person.js';

interface TimelineProps {
  readonly entries: readonly JournalLine[];
  readonly now: Date;
  readonly account: string;
  readonly repository: string;
}

/** More than these are on the journal's own page. */
const SHOWN = 12;

export function Timeline({ entries, now, account, repository }: TimelineProps) {
  const all = withQuery(organisationPath(account, '/journal'), new URLSearchParams({ repository }));
  return (
    <section class="Box mb-4" aria-labelledby="timeline">
      <div class="Box-header">
        <h2 id="timeline" class="Box-title">
          Timeline
        </h2>
        <a class="f6" href={all}>
          All entries
        </a>
      </div>
      {entries.length === 0 ? (
        <p class="Box-row mb-0">Nobody has decided anything here yet.</p>
      ) : (
        <ol class="Timeline">
          {entries.slice(0, SHOWN).map((entry) => (
            <Entry entry={entry} now={now} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Entry({ entry, now }: { entry: JournalLine; now: Date }) {
  const about = subjectWords(entry.subject);
  const { what, detail } = journalWords(entry);
  return (
    <li class="Timeline-item">
      {about !== null && <code>{about}</code>} {what}
      {detail !== null && (
        <>
          : <bdi>{detail}</bdi>
        </>
      )}
      <div class="f6 fgColor-muted">
        <Person login={entry.actor} /> <Day at={entry.at} now={now} />
      </div>
    </li>
  );
}
