/** The repository's committed secrets, masked: where they are, and what became of them. */
import { plural } from '../../../../domain/checklist/index.js';
import type { FindingLine, RepositoryDetails } from '../../../../infra/db/dashboard/repository.js';
import { Day } from '../../components/day.js';
import type { OrganisationFrame } from '../../components/frame.js';
import { Icon } from '../../components/icon.js';
import { Person } from '../../components/person.js';

interface FindingsProps {
  readonly findings: readonly FindingLine[];
  readonly total: number;
  readonly frame: OrganisationFrame;
  readonly details: Pick<RepositoryDetails, 'owner' | 'name'>;
}

export function Findings({ findings, total, frame, details }: FindingsProps) {
  const open = findings.filter(({ state }) => state === 'open').length;
  return (
    <section class="Box mb-4" aria-labelledby="secrets">
      <div class="Box-header">
        <h2 id="secrets" class="Box-title">
          Secrets
        </h2>
        <span class="f6 fgColor-muted">{open} open</span>
      </div>
      {findings.length === 0 ? (
        <p class="Box-row mb-0">None found in what was looked at.</p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <Row finding={finding} frame={frame} details={details} />
          ))}
        </ul>
      )}
      {total > findings.length && (
        <p class="Box-row mb-0 fgColor-muted">
          {plural(total - findings.length, 'older one is', 'older ones are')} not shown.
        </p>
      )}
    </section>
  );
}

function Row({ finding, frame, details }: { finding: FindingLine } & Pick<FindingsProps, 'frame' | 'details'>) {
  const { id, kind, preview, place, state, foundAt, settledBy, settledAt, settledBecause } = finding;
  const isOpen = state === 'open';
  return (
    <li class="Box-row">
      <div class="Line">
        <span class={isOpen ? 'fgColor-danger' : 'fgColor-muted'}>
          <Icon name="key" />
        </span>
        <div class="Line-text">
          <span class="text-bold">{kind}</span> <code>{preview}</code>{' '}
          <span class={isOpen ? 'Label Label--danger' : 'Label'}>{state.replaceAll('-', ' ')}</span>
          <div class="f6 fgColor-muted">
            {place !== null && (
              <>
                <Place place={place} frame={frame} details={details} />,{' '}
              </>
            )}
            found <Day at={foundAt} now={frame.now} />
            {settledAt !== null && (
              <>
                ; settled by <Person login={settledBy} nobody="Seaworthy" /> <Day at={settledAt} now={frame.now} />
                {settledBecause !== null && (
                  <>
                    : <bdi>{settledBecause}</bdi>
                  </>
                )}
              </>
            )}
          </div>
          {isOpen && (
            <div class="f6 mt-1">
              Rotate it, then say <code>{`/baseline rotated ${id} <link>`}</code> in the baseline issue.
            </div>
          )}
        </div>
      </div>
    </li>
  );
}

interface PlaceProps extends Pick<FindingsProps, 'frame' | 'details'> {
  readonly place: NonNullable<FindingLine['place']>;
}

/** Leads to the line as it was; to nowhere for one whose commit was not kept. */
function Place({ place: { path, line, commit }, frame, details: { owner, name } }: PlaceProps) {
  const text = <bdi>{`${path}:${line}`}</bdi>;
  if (commit === '') return text;
  const parts = [owner, name, 'blob', commit, ...path.split('/')].map(encodeURIComponent);
  return <a href={`${frame.githubUrl}/${parts.join('/')}#L${line}`}>{text}</a>;
}
