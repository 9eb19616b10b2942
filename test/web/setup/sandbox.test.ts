/** Set-up against the sandbox: GitHub's own confirmation page, and keys that the sandbox then accepts. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environment, readConfig } from '../../../src/config.js';
import { systemClock } from '../../../src/core/clock.js';
import { parseTemplate } from '../../../src/web/setup/manifest.js';
import { startSetup } from '../../../src/web/setup/server.js';
import { startScene } from '../../sandbox/support.js';
import { createBrowser, textOf } from './browser.js';

test('the App is registered as app.yml says, and its keys are those in .env', async () => {
  const scene = await startScene();
  const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-setup-'));
  const template = parseTemplate(readFileSync('app.yml', 'utf8'));
  const envFile = path.join(folder, '.env');
  const onDefect = (error: unknown) => {
    throw error;
  };
  const setup = await startSetup({ template, envFile, port: 0, clock: systemClock, fetch, onDefect });
  try {
    const browser = createBrowser();
    const answers = { organisation: 'acme', publicUrl: 'https://seaworthy.example.com', githubUrl: scene.sandbox.url };
    const review = await browser.submit(await browser.open(setup.url), answers);
    const confirmation = await browser.submit(review);
    expect(new URL(confirmation.url).origin).toBe(scene.sandbox.url);
    const done = await browser.submit(await browser.submit(confirmation));
    expect(textOf(done)).toContain('The App is registered');

    const result = await setup.finished;
    const app = scene.sandbox.state.apps.get(result?.appId ?? 0);
    expect(app).toMatchObject({ permissions: template.default_permissions, events: template.default_events });
    const config = readConfig(environment(folder, {}), folder);
    expect(config.app).toMatchObject({ id: result?.appId, webhookSecrets: [app?.webhookSecret] });
    expect(config.github.apiUrl).toBe(`${scene.sandbox.url}/api/v3`);
  } finally {
    setup.close();
    await scene.stop();
    rmSync(folder, { recursive: true });
  }
});
