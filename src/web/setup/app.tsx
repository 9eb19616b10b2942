/** The set-up pages as one Hono application: describe, review, (GitHub), save the keys, done. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Clock } from '../../core/clock.js';
import { UserError } from '../../core/user-error.js';
import { EMPTY_FORM, judgeForm, readForm } from './answers.js';
import { mergeEnv, namesSet, readEnvFile, writeEnvFile } from './env-file.js';
import { ExchangeError, exchangeCode } from './exchange.js';
import { createGuard } from './guard.js';
import { type Answers, type AppTemplate, buildManifest, registrationUrl } from './manifest.js';
import { DescribePage } from './pages/describe.js';
import { DonePage } from './pages/done.js';
import { KeysPage } from './pages/keys.js';
import { ProblemPage } from './pages/layout.js';
import { ReviewPage } from './pages/review.js';
import { STYLE_HASH } from './pages/style.js';
import { pendingRegistrations } from './pending.js';
import { APP_VARIABLES, envChange, resultOf, type SetupResult } from './result.js';

export interface SetupAppOptions {
  readonly template: AppTemplate;
  /** Absolute. */
  readonly envFile: string;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  readonly origin: () => string;
  readonly onDone: (result: SetupResult) => void;
  /** Defects of ours, which the page does not show. */
  readonly onDefect: (error: unknown) => void;
}

/** Forms here are small; GitHub's code and state are some 60 characters. */
const BODY_LIMIT = 64 * 1024;

const SHAPE_PROBE = 'x';

export function createSetupApp(options: SetupAppOptions): { readonly app: Hono; readonly token: string } {
  const { template, envFile, clock, origin } = options;
  const app = new Hono();
  const pending = pendingRegistrations(clock);
  // One person, one browser: what was typed last is there again after "Change something".
  let typed = EMPTY_FORM;
  const refuse = (context: Context, message: string, status: 400 | 403 | 404 | 413 | 500 = 403) =>
    context.html(<ProblemPage title="This cannot be shown" message={message} />, status);
  const guard = createGuard({ origin, refuse });

  app.use(securityHeaders);
  app.use(bodyLimit({ maxSize: BODY_LIMIT, onError: (context) => refuse(context, 'This form is too large.', 413) }));
  app.use(guard.middleware);

  app.get('/', (context) => context.html(<DescribePage form={typed} problems={{}} formToken={guard.formToken} />));

  app.post('/review', async (context) => {
    const form = readForm(await context.req.parseBody({ all: true }));
    typed = form;
    const judged = judgeForm(form);
    if ('problems' in judged) {
      return context.html(<DescribePage form={form} problems={judged.problems} formToken={guard.formToken} />, 422);
    }
    const { answers } = judged;
    const manifest = buildManifest(template, answers, `${origin()}/callback`);
    const action = registrationUrl(answers, pending.begin(answers));
    context.header('content-security-policy', policy(`'self' ${answers.site.url}`));
    return context.html(<ReviewPage answers={answers} manifest={manifest} action={action} />);
  });

  // GitHub redirects here. Nothing happens yet: a GET changes nothing, so that reloading costs nothing.
  app.get('/callback', async (context) => {
    const { code = '', state = '' } = context.req.query();
    if (pending.peek(state) === undefined) return context.html(<UnknownStatePage />, 403);
    if (code === '') return refuse(context, 'GitHub sent no code. Go back to the start and register again.', 400);
    return context.html(await keysPage(code, state));
  });

  app.post('/finish', async (context) => {
    const body = await context.req.parseBody();
    const [code, state] = [String(body.code ?? ''), String(body.state ?? '')];
    if (pending.peek(state) === undefined) return context.html(<UnknownStatePage />, 403);
    const before = await readEnvFile(envFile);
    if (namesSet(before, APP_VARIABLES).length > 0 && body.replace !== 'yes') {
      return context.html(await keysPage(code, state, 'Tick the box if the keys in the file may be replaced.'), 422);
    }
    assertWritable(before);
    const answers = pending.take(state);
    if (answers === undefined) return context.html(<UnknownStatePage />, 403);
    try {
      const result = await finish(answers, code, before);
      options.onDone(result);
      // The server ends now; a kept connection would hold it up.
      context.header('connection', 'close');
      return context.html(<DonePage result={result} />);
    } catch (error) {
      if (!(error instanceof ExchangeError && error.retryable)) throw error;
      pending.giveBack(state);
      return context.html(await keysPage(code, state, error.message), 502);
    }
  });

  app.notFound((context) => refuse(context, 'There is no such page. Set-up begins at the start page.', 404));
  app.onError((error, context) => {
    if (error instanceof UserError) {
      return context.html(
        <ProblemPage title="That did not work" message={error.message}>
          <p>
            <a href="/">Back to the start</a>
          </p>
        </ProblemPage>,
        400,
      );
    }
    options.onDefect(error);
    return refuse(context, 'Something went wrong here; the terminal says what.', 500);
  });

  async function keysPage(code: string, state: string, problem?: string) {
    const replaced = namesSet(await readEnvFile(envFile), APP_VARIABLES);
    const common = { envFile, code, state, formToken: guard.formToken, replaced };
    return <KeysPage {...common} {...(problem === undefined ? {} : { problem })} />;
  }

  async function finish(answers: Answers, code: string, before: string): Promise<SetupResult> {
    const registration = await exchangeCode(answers.site, code, options.fetch);
    const result = resultOf(registration, answers, envFile);
    const change = envChange(registration, answers, namesSet(before, ['FINGERPRINT_KEY']).length > 0);
    try {
      await writeEnvFile(envFile, mergeEnv(before, change));
    } catch (cause) {
      throw new UserError(
        `The App exists, but its keys could not be written to ${envFile}. Open ${result.settingsUrl}, generate a private key, client secret and webhook secret there, and enter them by hand as .env.example shows. The App ID is ${result.appId}.`,
        { cause },
      );
    }
    return result;
  }

  return { app, token: guard.token };
}

/** Finds out before the code is spent whether the file can take the keys. */
function assertWritable(before: string): void {
  mergeEnv(before, Object.fromEntries(APP_VARIABLES.map((name) => [name, SHAPE_PROBE])));
}

function UnknownStatePage() {
  return (
    <ProblemPage
      title="This registration is not known here"
      message="It was finished already, is older than an hour, or was begun by another run of set-up."
    >
      <p>
        <a href="/">Start again</a>. If GitHub already made the App, delete it in its settings first, as its name is
        taken.
      </p>
    </ProblemPage>
  );
}

function policy(formAction: string): string {
  return `default-src 'none'; style-src ${STYLE_HASH}; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`;
}

async function securityHeaders(context: Context, next: () => Promise<void>): Promise<void> {
  context.header('content-security-policy', policy("'self'"));
  await next();
  context.header('cache-control', 'no-store');
  context.header('x-content-type-options', 'nosniff');
  // Not `no-referrer`: with it browsers send `Origin: null` along our own forms.
  context.header('referrer-policy', 'same-origin');
  context.header('cross-origin-opener-policy', 'same-origin');
}
