/** The tokens with which programs read the reports of an organisation, on its System page: which there are, a new one, the end of one. */
import type { ApiToken } from '../../../infra/db/api-tokens.js';
import type { Session } from '../access/env.js';
import { Day } from './day.js';
import { FormToken } from './form-token.js';
import type { Frame } from './frame.js';
import { Layout } from './layout.js';
import { organisationPath } from './paths.js';
import { Panel } from './panel.js';
import { Person } from './person.js';

/** Days that a token may last. */
export const TOKEN_DAYS = [30, 90, 180, 365] as const;

/** Characters of a token's name. */
export const NAME_LIMIT = 60;

interface ApiTokensProps {
  readonly account: string;
  readonly session: Session;
  readonly tokens: readonly ApiToken[];
  readonly now: Date;
}

export function ApiTokens({ account, session, tokens, now }: ApiTokensProps) {
  const path = organisationPath(account, '/tokens');
  return (
    <Panel id="tokens" title="Tokens for programs">
      <p>
        A token reads the reports of the whole organisation at <code>/api/v1</code>, and changes nothing.
      </p>
      {tokens.length > 0 && (
        <ul class="pl-4 mb-3">
          {tokens.map(({ id, name, madeBy, endsAt, usedAt }) => (
            <li class="mb-2">
              <form method="post" action={`${path}/${id}/revoke`}>
                <FormToken session={session} path={`${path}/${id}/revoke`} />
                <strong>
                  <bdi>{name}</bdi>
                </strong>
                , made by <Person login={madeBy} />, ends <Day at={endsAt} now={now} />,{' '}
                {usedAt === null ? (
                  'never used'
                ) : (
                  <>
                    last used <Day at={usedAt} now={now} />
                  </>
                )}{' '}
                <button type="submit" class="btn btn-sm btn-danger" aria-label={`Revoke ${name}`}>
                  Revoke
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={path}>
        <FormToken session={session} path={path} />
        <label>
          Name <input class="form-control" name="name" required maxlength={NAME_LIMIT} />
        </label>{' '}
        <label>
          Ends after{' '}
          <select class="form-select" name="days">
            {TOKEN_DAYS.map((days) => (
              <option value={String(days)} selected={days === 90}>
                {`${days} days`}
              </option>
            ))}
          </select>
        </label>{' '}
        <button type="submit" class="btn">
          Make a token
        </button>
      </form>
    </Panel>
  );
}

/** The answer to the form itself: what is on no other page cannot be found on one. */
export function NewTokenPage({
  frame,
  account,
  name,
  token,
}: {
  readonly frame: Frame;
  readonly account: string;
  readonly name: string;
  readonly token: string;
}) {
  return (
    <Layout title="New token" frame={frame} section="system">
      <div class="Subhead">
        <h1 class="f2">New token</h1>
      </div>
      <p>
        This is the token <bdi>{name}</bdi>. Copy it now: it is shown this once, and kept nowhere.
      </p>
      <pre tabindex={0}>
        <code>{token}</code>
      </pre>
      <p>
        <code>curl -H "Authorization: Bearer …" …/api/v1/readiness</code>
      </p>
      <p>
        <a href={organisationPath(account, '/system')}>Back to System</a>
      </p>
    </Layout>
  );
}
