/** Who decided what, when: filtered, page by page, to be taken away, with the word on whether nothing was changed in it. */
import { isDate } from '../../../domain/life/terms.js';
import type { JournalFilter, JournalLine, JournalPage as Page } from '../../../infra/db/dashboard/journal.js';
import type { JournalVerdict } from '../../../infra/db/journal.js';
import { Day } from '../components/day.js';
import { Empty } from '../components/empty.js';
import { ChoiceField, Filters, SearchField } from '../components/filters.js';
import { Flash } from '../components/flash.js';
import type { Frame } from '../components/frame.js';
import { JOURNAL_KINDS, journalWords, subjectWords } from '../components/journal-words.js';
import { Layout } from '../components/layout.js';
import { organisationPath, withQuery } from '../components/paths.js';
import { Person, RepositoryName } from '../components/person.js';
import { Cell, Column, RowHeader, Table } from '../components/table.js';

interface JournalProps {
  readonly frame: Frame;
  readonly account: string;
  readonly page: Page;
  readonly filter: JournalFilter;
  /** Null while nobody has looked yet. */
  readonly chain: { readonly verdict: JournalVerdict; readonly at: Date } | null;
}

/** What the address asks for; what it says that is none of ours falls back. */
export function parseJournalQuery(parameters: URLSearchParams): { filter: JournalFilter; before: number | null } {
  const text = (name: string) => parameters.get(name)?.trim() || null;
  const date = (name: string) => {
    const value = text(name);
    return value !== null && isDate(value) ? value : null;
  };
  const kind = text('kind');
  const before = text('before') ?? '';
  return {
    filter: {
      actor: text('actor')?.replace(/^@/, '') ?? null,
      kind: kind !== null && /^[a-z.-]+$/.test(kind) ? kind : null,
      repository: text('repository'),
      from: date('from'),
      to: date('to'),
    },
    before: /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null,
  };
}

export function journalParameters(filter: JournalFilter): URLSearchParams {
  return new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export function JournalPage({ frame, account, page, filter, chain }: JournalProps) {
  const path = organisationPath(account, '/journal');
  const parameters = journalParameters(filter);
  const isFiltered = parameters.size > 0;
  return (
    <Layout title={`Journal of ${account}`} frame={frame} section="journal">
      <div class="Subhead">
        <h1 class="f2">Journal</h1>
      </div>
      <p class="fgColor-muted">
        Every decision, with who took it and when. Nothing in it is ever changed or taken out.
      </p>
      <Chain chain={chain} frame={frame} />
      <Filters label="Filter the journal" action={path} clearHref={isFiltered ? path : null}>
        <SearchField name="actor" label="Who" value={filter.actor ?? ''} />
        <SearchField name="repository" label="Repository" value={filter.repository ?? ''} />
        <ChoiceField
          name="kind"
          label="What"
          value={filter.kind ?? ''}
          all="Everything"
          choices={JOURNAL_KINDS.map((kind) => [kind, kind] as const)}
        />
        <DateField name="from" label="From" value={filter.from} />
        <DateField name="to" label="To" value={filter.to} />
      </Filters>
      <p>
        Take away what is filtered as <a href={withQuery(`${path}.csv`, parameters)}>CSV</a> or{' '}
        <a href={withQuery(`${path}.jsonl`, parameters)}>JSON lines</a>, with the hashes.
      </p>
      {page.entries.length === 0 ? (
        <Empty icon="history" title={isFiltered ? 'No entry is like this' : 'Nothing was decided yet'}>
          {!isFiltered && 'Ticks, commands, waivers and rotations will be written here.'}
        </Empty>
      ) : (
        <Entries entries={page.entries} account={account} now={frame.now} />
      )}
      {page.next !== null && (
        <p>
          <a
            class="btn"
            rel="next"
            href={withQuery(path, new URLSearchParams([...parameters, ['before', String(page.next)]]))}
          >
            Older entries
          </a>
        </p>
      )}
    </Layout>
  );
}

function DateField({
  name,
  label,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
}) {
  return (
    <div>
      <label for={`filter-${name}`}>{label}</label>
      <input id={`filter-${name}`} class="form-control" type="date" name={name} value={value ?? ''} />
    </div>
  );
}

function Chain({ chain, frame: { now, organisation } }: Pick<JournalProps, 'chain' | 'frame'>) {
  if (chain === null) return <p class="f6 fgColor-muted">The chain of entries is being verified.</p>;
  const { verdict, at } = chain;
  if (!verdict.intact)
    return (
      <Flash kind="danger">
        The journal was changed by somebody: entry {verdict.seq} does not fit ({verdict.problem}). Looked at{' '}
        <Day at={at} now={now} />.
      </Flash>
    );
  return (
    <p class="f6 fgColor-muted">
      Chain verified <Day at={at} now={now} />: every entry follows from the one before.
      {organisation?.seat === 'owner' && (
        <>
          {' '}
          {verdict.rows} entries, the last hash is <code>{verdict.head.slice(0, 16)}</code>.
        </>
      )}
    </p>
  );
}

interface EntriesProps {
  readonly entries: readonly JournalLine[];
  readonly account: string;
  readonly now: Date;
}

function Entries({ entries, account, now }: EntriesProps) {
  return (
    <Table
      label="Entries, newest first"
      head={
        <>
          <Column>What</Column>
          <Column>Repository</Column>
          <Column>Who</Column>
          <Column>When</Column>
        </>
      }
    >
      {entries.map((entry) => (
        <tr>
          <RowHeader>
            <EntryWords entry={entry} />
          </RowHeader>
          <Cell label="Repository">
            {entry.repository === null ? (
              <span class="fgColor-muted">the organisation</span>
            ) : (
              <RepositoryName account={account} repository={entry.repository} />
            )}
          </Cell>
          <Cell label="Who">
            <Person login={entry.actor} />
          </Cell>
          <Cell label="When">
            <Day at={entry.at} now={now} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

/** `hsts: risk accepted`, with until when and why below. */
function EntryWords({ entry }: { readonly entry: Pick<JournalLine, 'subject' | 'kind' | 'data'> }) {
  const subject = subjectWords(entry.subject);
  const { what, detail } = journalWords(entry);
  return (
    <>
      {subject !== null && (
        <>
          <code>{subject}</code>:{' '}
        </>
      )}
      {what}
      {detail !== null && (
        <div class="f6 text-normal fgColor-muted">
          <bdi>{detail}</bdi>
        </div>
      )}
    </>
  );
}
