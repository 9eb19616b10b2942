/** Runs the real App as a process of its own against a sandbox, for the demo, the benches and the tests that kill it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface AppOptions {
  readonly sandbox: {
    readonly url: string;
    readonly appId: number;
    readonly privateKeyPem: string;
    readonly webhookSecret: string;
    readonly app: { readonly clientId: string; readonly clientSecret: string };
  };
  /** The folder of the package, where `dist/main.js` lies. */
  readonly packageFolder: string;
  /** What Node runs instead of `dist/main.js`: a file. */
  readonly program?: string;
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly fingerprintKey?: string;
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node itself, before the name of the program. */
  readonly nodeOptions?: readonly string[];
}

export interface AppProcess {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly webhookUrl: string;
  readonly pid: number;
  /** From `spawn` to ready, in milliseconds. */
  readonly startMs: number;
  /** Everything it logged so far, one JSON object a line. */
  readonly log: readonly string[];
  /** SIGTERM, and the exit code; null when it did not end by itself. */
  stop(): Promise<number | null>;
  /** SIGKILL: as a power cut would end it. */
  kill(): Promise<void>;
}

/** The App ends itself after 25 s; one that is stuck in the engine cannot, and would go on for ever. */
const STOP_LIMIT_MS = 30_000;

/** Where below `dataFolder` the App keeps its data. */
export const DATA = 'data';

/** Seconds; the embedded database's first start takes a few on a busy machine. */
const START_LIMIT = 60;

/** Resolves when the App answers on its port. @throws Error with the end of its log when it does not start. */
export async function startApp(options: AppOptions): Promise<AppProcess> {
  const began = performance.now();
  const program = options.program ?? path.join(options.packageFolder, 'dist/main.js');
  const child = spawn(process.execPath, [...(options.nodeOptions ?? []), program], {
    cwd: options.dataFolder,
    env: environmentOf(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const url = await listening(child, log, exited);
  return {
    url,
    webhookUrl: `${url}/api/github/webhooks`,
    pid: child.pid ?? 0,
    startMs: performance.now() - began,
    log,
    async stop() {
      child.kill('SIGTERM');
      const overdue = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      try {
        return await exited;
      } finally {
        clearTimeout(overdue);
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Only what the App needs: nothing of the caller's own configuration may leak into a demo. */
function environmentOf({ sandbox, dataFolder, databaseUrl, fingerprintKey, env }: AppOptions): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: dataFolder,
    APP_ID: String(sandbox.appId),
    PRIVATE_KEY: sandbox.privateKeyPem,
    WEBHOOK_SECRET: sandbox.webhookSecret,
    CLIENT_ID: sandbox.app.clientId,
    CLIENT_SECRET: sandbox.app.clientSecret,
    GITHUB_URL: sandbox.url,
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_FOLDER: path.join(dataFolder, DATA),
    FINGERPRINT_KEY: fingerprintKey ?? randomBytes(32).toString('hex'),
    LOG_LEVEL: 'info',
    // What they see depends on when they look, and the story tells of what people do.
    VERIFIERS: 'off',
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    ...env,
  };
}

/** The App logs `{"msg":"ready","url":…}` once it takes webhooks. */
async function listening(child: ChildProcess, log: string[], exited: Promise<number | null>): Promise<string> {
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        log.push(line);
        const url = readyUrl(line);
        if (url !== null) resolve(url);
      });
    }
  });
  const limit = AbortSignal.timeout(START_LIMIT * 1000);
  const tooLate = once(limit, 'abort').then(() => `not ready after ${START_LIMIT} s`);
  const ended = exited.then((code) => `ended with code ${code}`);
  const first = await Promise.race([ready, Promise.race([ended, tooLate]).then((why) => new Error(why))]);
  if (typeof first === 'string') return first;
  child.kill('SIGKILL');
  throw new Error(`The App did not start: ${first.message}\n${log.slice(-20).join('\n')}`);
}

function readyUrl(line: string): string | null {
  if (!line.includes('"ready"')) return null;
  try {
    const { msg, url } = JSON.parse(line) as { msg?: unknown; url?: unknown };
    return msg === 'ready' && typeof url === 'string' ? url : null;
  } catch {
    // Not a log line of ours (a runtime's own warning): it is kept in the log and says nothing about readiness.
    return null;
  }
}
