/** The small things to do here: the launch date, the champion, risks to approve; and the badge to take away. */
import { dayOf } from '../../../../core/clock.js';
import type { Child } from 'hono/jsx';
import { CalendarDay } from '../../components/day.js';
import { FormToken, SEEN_AT } from '../../components/form-token.js';
import type { OrganisationFrame } from '../../components/frame.js';
import { repositoryPath } from '../../components/paths.js';
import { Person } from '../../components/person.js';
import type { RepositoryPageProps, Standing } from './page.js';

export function Settings({ frame, details, standing, may, badge }: RepositoryPageProps & { standing: Standing }) {
  const waiting = may.approve ? requestsFor(standing, frame.session.viewer.login) : [];
  if (!may.write && waiting.length === 0 && badge === null) return null;
  return (
    <>
      {waiting.length > 0 && <Approvals waiting={waiting} frame={frame} name={details.name} />}
      {(may.write || badge !== null) && (
        <section class="Box mb-4" aria-labelledby="plan">
          <h2 id="plan" class="Box-header Box-title">
            {may.write ? 'Plan' : 'Badge'}
          </h2>
          {may.write && <Plan frame={frame} name={details.name} header={standing.header} />}
          {badge !== null && (
            <div class="Box-row">
              <label for="badge">Badge for the README</label>
              <input id="badge" class="form-control input-block input-monospace" value={badge} readonly />
            </div>
          )}
        </section>
      )}
    </>
  );
}

function Plan({ frame, name, header }: { frame: OrganisationFrame; name: string; header: Standing['header'] }) {
  return (
    <>
      <Form frame={frame} name={name} action="launch">
        <label for="launch">Launch date</label>
        <div class="Fields">
          <input
            id="launch"
            class="form-control"
            type="date"
            name="day"
            value={header.launched === undefined ? header.launch : undefined}
            min={dayOf(frame.now)}
          />
          <button type="submit" class="btn">
            Set date
          </button>
        </div>
        <p class="note">Empty clears it.</p>
      </Form>
      <Form frame={frame} name={name} action="champion">
        <label for="champion">Champion</label>
        <div class="Fields">
          <input
            id="champion"
            class="form-control"
            name="login"
            value={header.champion}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            maxlength={40}
          />
          <button type="submit" class="btn">
            Name
          </button>
        </div>
        <p class="note">A GitHub user who looks after the security of this service. Empty clears it.</p>
      </Form>
    </>
  );
}

interface FormProps {
  readonly frame: OrganisationFrame;
  readonly name: string;
  readonly action: 'launch' | 'champion' | 'approve';
  readonly children?: Child;
}

function Form({ frame, name, action, children }: FormProps) {
  const path = repositoryPath(frame.organisation.account, name, `/${action}`);
  return (
    <form method="post" action={path} class="Box-row">
      <FormToken session={frame.session} path={path} />
      <input type="hidden" name={SEEN_AT} value={frame.now.toISOString()} />
      {children}
    </form>
  );
}

interface Waiting {
  readonly itemId: string;
  readonly by: string;
  readonly until: string;
  readonly reason: string;
}

/** Nobody approves what they asked for, or twice. */
export function requestsFor({ asides }: Pick<Standing, 'asides'>, login: string): readonly Waiting[] {
  return [...asides].flatMap(([itemId, { asked }]) =>
    asked === undefined || [asked.by, ...asked.approvedBy].some((one) => one.toLowerCase() === login.toLowerCase())
      ? []
      : [{ itemId, by: asked.by, until: asked.until, reason: asked.reason }],
  );
}

function Approvals({ waiting, frame, name }: { waiting: readonly Waiting[]; frame: OrganisationFrame; name: string }) {
  return (
    <section class="Box mb-4" aria-labelledby="approvals">
      <div class="Box-header Box-row--over">
        <h2 id="approvals" class="Box-title">
          Waiting for your approval
        </h2>
        <span class="Counter">{waiting.length}</span>
      </div>
      {waiting.map(({ itemId, by, until, reason }) => (
        <Form frame={frame} name={name} action="approve">
          <input type="hidden" name="item" value={itemId} />
          <p class="mb-2">
            Accept the risk of <a href={`#item-${itemId}`}>{itemId}</a> until{' '}
            <CalendarDay date={until} now={frame.now} />? <Person login={by} /> asks: <bdi>{reason}</bdi>
          </p>
          <button type="submit" class="btn btn-danger">
            Approve<span class="sr-only"> {itemId}</span>
          </button>
        </Form>
      ))}
    </section>
  );
}
