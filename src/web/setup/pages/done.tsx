/** Step 4: where to install the App, and what to run next. */
import type { SetupResult } from '../result.js';
import { Layout } from './layout.js';

export function DonePage({ result }: { result: SetupResult }) {
  return (
    <Layout title="The App is registered" step="install">
      <p>
        <strong>{result.name}</strong> is yours, and its keys are in <code>{result.envFile}</code>. Three steps are
        left:
      </p>
      {result.webhookSecretToPaste && (
        <p class="note warn">
          GitHub gave no webhook secret, so one was made. Copy <code>WEBHOOK_SECRET</code> from the file into{' '}
          <a href={result.settingsUrl}>the App’s settings</a>, field “Webhook secret”, and save.
        </p>
      )}
      <ol class="next">
        <li>
          Start Seaworthy where <code>{result.publicUrl}</code> leads: <code>npm start</code>.{' '}
          <code>{result.publicUrl}/readyz</code> then answers with 200.
        </li>
        <li>
          <a class="button" href={result.installUrl}>
            Install it on your repositories
          </a>
        </li>
        <li>
          Make its checks required: see <code>docs/setup.md</code>, “Make the check required”.
        </li>
      </ol>
      <p class="muted">
        This set-up page has ended; you can close the tab. Settings of the App:{' '}
        <a href={result.settingsUrl}>{result.settingsUrl}</a>
      </p>
    </Layout>
  );
}
