/** The answer, before any detail: ready or not, when it launches, and whether the two go together. */
import { plural } from '../../../../domain/checklist/index.js';
import type { RepositoryLine } from '../../../../infra/db/dashboard/line.js';
import { Day } from '../../components/day.js';
import { Grade } from '../../components/grade.js';
import { Icon } from '../../components/icon.js';
import { Progress, progressInWords } from '../../components/progress.js';
import { RiskLabel } from '../../components/risk-label.js';
import { LaunchDay } from '../../components/standing.js';
import type { Standing } from './page.js';
import { Person } from '../../components/person.js';

interface VerdictProps {
  readonly line: RepositoryLine;
  readonly standing: Standing;
  /** When verifiers looked last; null when they never did. */
  readonly verifiedAt: Date | null;
  readonly now: Date;
}

export function Verdict({ line, standing: { header, summary }, verifiedAt, now }: VerdictProps) {
  const { blockers, grade, counts } = summary;
  // As decided just now; the figures of lists follow within seconds.
  const readiness = { launchOn: header.launch ?? null, launchedOn: header.launched ?? null };
  const isReady = blockers.length === 0;
  return (
    <section class="Box Verdict mb-4" aria-label="Verdict">
      <Grade letter={grade?.letter ?? null} isLarge />
      <div class="Verdict-words">
        <p class="f3 text-bold mb-1">
          <span class={isReady ? 'fgColor-success' : 'fgColor-danger'}>
            <Icon name={isReady ? 'check-circle-fill' : 'stop'} />
          </span>{' '}
          {verdictInWords(readiness.launchedOn !== null, blockers.length)}
        </p>
        <Progress counts={counts} isBare />
        <p class="f6 fgColor-muted mt-1 mb-0">{progressInWords(counts)}</p>
      </div>
      <dl class="Facts">
        <div>
          <dt>Launch</dt>
          <dd>
            <LaunchDay readiness={readiness} forecast={line.forecast} isAtRisk={line.isAtRisk} now={now} />
          </dd>
        </div>
        <div>
          <dt>Risk level</dt>
          <dd>
            <RiskLabel risk={header.risk ?? null} />
          </dd>
        </div>
        <div>
          <dt>Champion</dt>
          <dd>
            <Person login={header.champion ?? null} />
          </dd>
        </div>
        <div>
          <dt>Looked at</dt>
          <dd>{verifiedAt === null ? <span class="fgColor-muted">never</span> : <Day at={verifiedAt} now={now} />}</dd>
        </div>
      </dl>
    </section>
  );
}

/** A service that is live is not blocked from launching: something is open all the same. */
export function verdictInWords(isLaunched: boolean, blockers: number): string {
  if (isLaunched)
    return blockers === 0
      ? 'Launched, nothing required is open'
      : `Launched, ${plural(blockers, 'required thing')} still open`;
  return blockers === 0 ? 'Ready to launch' : `Not ready: ${plural(blockers, 'blocker')}`;
}
