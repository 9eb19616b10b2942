/** The pages of those who are not in: to sign in, or to be told why nothing is shown. */
import type { Frame } from './frame.js';
import { Layout } from './layout.js';

interface Framed {
  readonly frame: Frame;
}

/** @param to where they wanted to go */
export function SignInPage({ frame, to, canSignIn }: Framed & { readonly to: string; readonly canSignIn: boolean }) {
  if (!canSignIn) return <NotSetUp frame={frame} />;
  return (
    <Layout title="Sign in" frame={frame}>
      <h1>Sign in</h1>
      <p>Seaworthy shows which services are ready to launch. You see the repositories that you see on GitHub.</p>
      <p>
        <a class="btn btn-primary" href={to === '/' ? '/login' : `/login?to=${encodeURIComponent(to)}`}>
          Sign in with GitHub
        </a>
      </p>
      <p>
        The <a href="/checklists">checklists</a> are for everybody.
      </p>
    </Layout>
  );
}

function NotSetUp({ frame }: Framed) {
  return (
    <Layout title="Nobody can sign in yet" frame={frame}>
      <h1>Nobody can sign in yet</h1>
      <p>
        The App has to know its client ID and secret. Set <code>CLIENT_ID</code>, <code>CLIENT_SECRET</code> and{' '}
        <code>PUBLIC_URL</code>, and on the App’s settings page the callback address: <code>PUBLIC_URL</code> with{' '}
        <code>/login/callback</code> behind it. Then start Seaworthy again.
      </p>
      <p>
        <code>npx seaworthy setup</code> does all of this for a new App.
      </p>
    </Layout>
  );
}

export function NotFoundPage({ frame }: Framed) {
  return (
    <Layout title="Nothing here" frame={frame}>
      <h1>Nothing here</h1>
      <p>
        There is no such page, or it is not yours to see. If it should be, ask whoever owns it on GitHub for access.
      </p>
      <p>
        <a href="/">To your organisations</a>
      </p>
    </Layout>
  );
}

export function UnknownAccess({ frame }: Framed) {
  return (
    <Layout title="GitHub cannot be asked" frame={frame}>
      <h1>GitHub cannot be asked</h1>
      <p>
        What you may see is asked of GitHub every few minutes, and just now GitHub does not answer. Until it does
        nothing is shown. Reload this page in a minute.
      </p>
    </Layout>
  );
}

const REFUSALS = {
  origin: 'This form was sent from another page, so nothing was done.',
  size: 'This form is longer than any of ours, so nothing was done.',
  token: 'This form is out of date, so nothing was done. Go back, reload the page, and send it again.',
} as const;

export function Refused({ frame, because }: Framed & { readonly because: keyof typeof REFUSALS }) {
  return (
    <Layout title="Nothing was done" frame={frame}>
      <h1>Nothing was done</h1>
      <p>{REFUSALS[because]}</p>
    </Layout>
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

export function SignInFailed({
  frame,
  because,
  to,
}: Framed & { readonly because: SignInFailure; readonly to: string }) {
  return (
    <Layout title="Not signed in" frame={frame}>
      <h1>Not signed in</h1>
      <p>{FAILURES[because]}</p>
      <p>
        <a class="btn btn-primary" href={`/login?to=${encodeURIComponent(to)}`}>
          Sign in with GitHub
        </a>
      </p>
    </Layout>
  );
}

export function Failed({ frame }: Framed) {
  return (
    <Layout title="Something went wrong" frame={frame}>
      <h1>Something went wrong</h1>
      <p>It was not your doing. Whoever runs Seaworthy finds it in the log. Reload this page in a minute.</p>
    </Layout>
  );
}
