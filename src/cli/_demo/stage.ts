/** Sets the stage of the demo: a sandbox with an organisation and people, and the real App installed on it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createContract } from '../../sandbox/contract/index.js';
import { addPages } from '../../sandbox/pages/index.js';
import type { Sandbox } from '../../sandbox/types.js';
import { startSandbox } from '../../sandbox/sandbox.js';
import { readManifest } from '../../sandbox/manifest.js';
import { type AppProcess, startApp } from './app-process.js';

export const ORG = 'harbour';
export const DEVELOPER = 'octocat';
export const SECURITY = 'hubot-security';

export interface Stage {
  readonly sandbox: Sandbox;
  readonly app: AppProcess;
  /** Requests of ours that broke GitHub's contract; has to stay empty. */
  readonly violations: () => readonly string[];
  /** A folder for clones; removed with the stage. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Starts both on loopback. `packageFolder` holds `app.yml` and `dist/`. */
export async function setStage(packageFolder: string, port: number): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-demo-'));
  const manifest = await readManifest(path.join(packageFolder, 'app.yml'));
  const contract = createContract();
  const sandbox = await startSandbox({
    port,
    webhookSecret: crypto.randomUUID(),
    app: { id: 4711, slug: 'seaworthy', permissions: manifest.permissions, events: manifest.events },
    validate: contract.validate,
    pages: addPages,
  });
  try {
    const app = await startApp({ sandbox, packageFolder, dataFolder: folder });
    sandbox.setWebhookUrl(app.webhookUrl);
    sandbox.createOrganization(ORG, { owner: SECURITY });
    sandbox.createUser(DEVELOPER);
    sandbox.addMember(ORG, DEVELOPER);
    sandbox.installApp(ORG);
    return {
      sandbox,
      app,
      folder,
      violations: contract.violations,
      async close() {
        await app.stop();
        await sandbox.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
