/** The pages of those who are not in: to sign in, or to be told why nothing is shown. */
import { BarePage } from './bare-page.js';

/** @param to where they wanted to go */
export function SignInPage({ to, canSignIn }: { readonly to: string; readonly canSignIn: boolean }) {
  if (!canSignIn) return <NotSetUp />;
  return (
    <BarePage title="Sign in">
      <p>Seaworthy shows which services are ready to launch. You see the repositories that you see on GitHub.</p>
      <p>
        <a href={to === '/' ? '/login' : `/login?to=${encodeURIComponent(to)}`}>Sign in with GitHub</a>
      </p>
      <p>
        <a href="/checklists">Read the checklists</a> without signing in.
      </p>
    </BarePage>
  );
}

function NotSetUp() {
  return (
    <BarePage title="Nobody can sign in yet">
      <p>
        The App has to know its client ID and secret. Set <code>CLIENT_ID</code>, <code>CLIENT_SECRET</code> and{' '}
        <code>PUBLIC_URL</code>, and on the App’s settings page the callback address: <code>PUBLIC_URL</code> with{' '}
        <code>/login/callback</code> behind it. Then start Seaworthy again.
      </p>
      <p>
        <code>npx seaworthy setup</code> does all of this for a new App.
      </p>
    </BarePage>
  );
}

export function NotFoundPage() {
  return (
    <BarePage title="Nothing here">
      <p>
        There is no such page, or it is not yours to see. If it should be, ask whoever owns the repository on GitHub.
      </p>
      <p>
        <a href="/">To your organisations</a>
      </p>
    </BarePage>
  );
}

export function UnknownAccess() {
  return (
    <BarePage title="GitHub cannot be asked">
      <p>
        What you may see is asked of GitHub every few minutes, and GitHub does not answer. Until it does nothing is
        shown. Reload this page in a minute.
      </p>
    </BarePage>
  );
}

const REFUSALS = {
  origin: 'This form was sent from another page, so nothing was done.',
  token: 'This form is out of date, so nothing was done. Go back, reload the page, and send it again.',
} as const;

export function Refused({ because }: { readonly because: keyof typeof REFUSALS }) {
  return (
    <BarePage title="Nothing was done">
      <p>{REFUSALS[because]}</p>
    </BarePage>
  );
}

const FAILURES = {
  state: 'This sign-in was begun in another browser, or too long ago.',
  denied: 'You did not let Seaworthy know who you are.',
  code: 'GitHub did not take the code of this sign-in. It works once, and for ten minutes.',
  setup: 'GitHub does not know the client secret of this App. Whoever runs Seaworthy has to set CLIENT_SECRET anew.',
  address: 'Whoever runs Seaworthy has to set PUBLIC_URL: without it GitHub cannot lead you back here.',
  away: 'GitHub does not answer. Try again in a minute.',
} as const;

export type SignInFailure = keyof typeof FAILURES;

export function SignInFailed({ because, to }: { readonly because: SignInFailure; readonly to: string }) {
  return (
    <BarePage title="Not signed in">
      <p>{FAILURES[because]}</p>
      <p>
        <a href={`/login?to=${encodeURIComponent(to)}`}>Sign in with GitHub</a>
      </p>
    </BarePage>
  );
}

export function Failed() {
  return (
    <BarePage title="Something went wrong">
      <p>It was not your doing. Whoever runs Seaworthy finds it in the log. Reload this page in a minute.</p>
    </BarePage>
  );
}
