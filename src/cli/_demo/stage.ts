/** Sets the stage: a sandbox with an organisation and people, a website of theirs, and the real App, a process of its own, installed on it. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startLocalGitHub } from '../../sandbox/local-github.js';
import type { ApiRequest, Sandbox } from '../../sandbox/types.js';
import { asksFor, parseTemplate } from '../../web/setup/manifest.js';
import { type AppProcess, DATA, startApp } from './app-process.js';
import { type Site, startSite } from './site.js';

export const ORG = 'harbour';
export const DEVELOPER = 'octocat';
export const SECURITY = 'hubot-security';

export interface StageOptions {
  /** Holds `app.yml`, `checklists/` and `dist/`. */
  readonly packageFolder: string;
  /** Of the sandbox; 0, the default, takes any free one. */
  readonly port?: number;
  /** PostgreSQL instead of the embedded database. */
  readonly databaseUrl?: string;
  /** Makes the App's data folder, which does not exist yet; left out, the App makes it at its first start. */
  readonly makeData?: (folder: string) => Promise<void>;
  /** What Node runs as the App; the package's `dist/main.js` when left out. */
  readonly program?: string;
  /** Options of Node for the App's process. */
  readonly nodeOptions?: readonly string[];
  /** Sees every request of the App before it is carried out. */
  readonly onRequest?: (request: ApiRequest) => void;
}

export interface Stage {
  readonly sandbox: Sandbox;
  /** At `https://localhost:PORT`; the App trusts its certificate and may ask this machine. */
  readonly site: Site;
  /** The running App; another one after `restart`. */
  readonly app: AppProcess;
  /** What the App logged in all its lives. */
  readonly log: () => readonly string[];
  /** Requests of ours that broke GitHub's contract; has to stay empty. */
  readonly violations: () => readonly string[];
  /** Holds `app.yml`, `checklists/` and `dist/`. */
  readonly packageFolder: string;
  /** For clones and the App's data; removed with the stage. */
  readonly folder: string;
  /** Starts the App again on the same data, after it ended, with further environment variables. */
  restart(env?: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

/** Starts both on loopback. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const { packageFolder, port = 0, databaseUrl, makeData, program, nodeOptions = [], onRequest } = options;
  const folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-'));
  const manifest = parseTemplate(await readFile(path.join(packageFolder, 'app.yml'), 'utf8'));
  const sandbox = await startLocalGitHub({
    port,
    webhookSecret: randomBytes(32).toString('hex'),
    app: { id: 4711, slug: 'seaworthy', ...asksFor(manifest, ['gate']) },
    ...(onRequest === undefined ? {} : { onRequest }),
  });
  const fingerprintKey = randomBytes(32).toString('hex');
  await makeData?.(path.join(folder, DATA));
  const site = await startSite('localhost');
  const vouching = path.join(folder, 'site.pem');
  await writeFile(vouching, site.certificate);
  const lives: AppProcess[] = [];
  const start = async (env: Readonly<Record<string, string>> = {}) => {
    const app = await startApp({
      sandbox,
      packageFolder,
      dataFolder: folder,
      fingerprintKey,
      nodeOptions,
      env: { ALLOWED_ADDRESSES: '127.0.0.0/8,::1', NODE_EXTRA_CA_CERTS: vouching, ...env },
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
      ...(program === undefined ? {} : { program }),
    });
    lives.push(app);
    sandbox.setWebhookUrl(app.webhookUrl);
    sandbox.setCallbackUrl(`${app.url}/login/callback`);
  };
  const close = async () => {
    await lives.at(-1)?.stop();
    await site.close();
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await close();
    throw error;
  }
  sandbox.createOrganization(ORG, { owner: SECURITY });
  sandbox.createUser(DEVELOPER);
  sandbox.addMember(ORG, DEVELOPER);
  sandbox.installApp(ORG);
  return {
    sandbox,
    site,
    get app() {
      const app = lives.at(-1);
      if (app === undefined) throw new Error('The App was never started');
      return app;
    },
    log: () => lives.flatMap(({ log }) => log),
    violations: () => sandbox.violations.map(({ method, path, reasons }) => `${method} ${path}: ${reasons.join('; ')}`),
    packageFolder,
    folder,
    restart: start,
    close,
  };
}
