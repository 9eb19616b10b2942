/** The only reader of the environment: turns variables into a `Config`, or lists everything that is wrong with them at once. */
import { createPrivateKey, hkdfSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import {
  type CompleteValues,
  type LogLevel,
  VARIABLE_NAMES,
  VARIABLES,
  type Values,
  type Variable,
} from './config/variables.js';
import { errorCode } from './core/error-code.js';
import type { GitHubSite } from './core/github-site.js';
import { StartError } from './core/start-error.js';

export type Env = Readonly<Record<string, string | undefined>>;
export type { LogLevel };

export interface Config {
  readonly app: {
    readonly id: number;
    /** PEM, PKCS#8. */
    readonly privateKey: string;
    /** Current first; a delivery signed with any of them is genuine. */
    readonly webhookSecrets: readonly [string, ...string[]];
    /** For signing people in; absent when the App's client ID and secret are not set. */
    readonly login?: { readonly clientId: string; readonly clientSecret: string };
  };
  readonly github: GitHubSite;
  readonly http: { readonly host: string; readonly port: number; readonly publicUrl?: string };
  /** Ranges of inner addresses that may be asked when people name them; `10.20.0.0/16`. */
  readonly allowedAddresses: readonly string[];
  /** Where reports are sent, by `organisation/name` in lower case. */
  readonly reportWebhooks: ReadonlyMap<string, string>;
  readonly storage: {
    /** Absolute. */
    readonly dataFolder: string;
    /** PostgreSQL; absent means the embedded database in `dataFolder`. */
    readonly databaseUrl?: string;
  };
  readonly fingerprints: {
    /** 32 bytes. */
    readonly key: Uint8Array;
    /** The key before it, while findings go over to the new one. */
    readonly previousKey?: Uint8Array;
    /** True when it hangs on the private key: worth one warning at the start. */
    readonly derived: boolean;
  };
  readonly workers: number;
  readonly recovery: {
    /** Of an installation's hourly limit, at most that much goes into looking for what webhooks did not say. */
    readonly reconcilePercent: number;
  };
  /** Whether verifiers look by themselves. */
  readonly verifies: boolean;
  readonly log: { readonly level: LogLevel };
}

/** One variable that cannot be used, in words. */
export interface ConfigProblem {
  readonly variable: string;
  /** Completes "VARIABLE …"; never holds the value of a secret. */
  readonly problem: string;
  readonly expected: string;
  readonly fix: string;
}

/** The configuration cannot be used. `problems` is empty when nothing at all is set up. */
export class ConfigError extends StartError {
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.length === 0 ? NOT_SET_UP : describe(problems));
    this.problems = problems;
  }
}

const NOT_SET_UP = `Seaworthy has no GitHub App yet, so there is nothing to start.
To register one and write its keys to .env:    npx seaworthy setup
To look around first, without GitHub:          npm run demo`;

/** Without any of these nobody has begun to set up. */
const ESSENTIAL = ['APP_ID', 'PRIVATE_KEY', 'PRIVATE_KEY_PATH', 'WEBHOOK_SECRET'] as const;

/** Reads a text file; handed in so that the rules are testable without a disk. */
export type ReadText = (file: string) => string;

/**
 * The process's environment over the `.env` of `folder`: what is really set wins over the file.
 * @throws StartError when the file is there but cannot be read.
 */
export function environment(folder: string, processEnv: Env = process.env): Env {
  const file = path.join(folder, '.env');
  if (!existsSync(file)) return processEnv;
  try {
    return { ...parseEnv(readFileSync(file, 'utf8')), ...processEnv };
  } catch (cause) {
    throw new StartError(`${file} cannot be read. Check who owns it: \`ls -l ${file}\`.`, { cause });
  }
}

/**
 * @param env what `environment()` gave; empty values count as unset.
 * @param folder what relative paths are relative to.
 * @throws ConfigError listing every problem at once.
 */
export function readConfig(
  env: Env,
  folder: string,
  readText: ReadText = (file) => readFileSync(file, 'utf8'),
): Config {
  if (ESSENTIAL.every((name) => isUnset(env[name]))) throw new ConfigError([]);
  const problems: ConfigProblem[] = [];
  const report = (variable: keyof typeof VARIABLES, problem: string) => {
    const { expected, fix = 'correct the value' }: Variable = VARIABLES[variable];
    problems.push({ variable, problem, expected, fix });
  };

  const values = readValues(env, report);
  const privateKey = readPrivateKey(values, env, folder, readText, report);
  if ((values.CLIENT_ID === undefined) !== (values.CLIENT_SECRET === undefined)) {
    report(
      values.CLIENT_ID === undefined ? 'CLIENT_ID' : 'CLIENT_SECRET',
      'is missing, but the other of the two is set',
    );
  }
  if (problems.length > 0 || privateKey === undefined) throw new ConfigError(problems);
  // Required variables that are unset were reported above, so every required value is there.
  return assemble(values as CompleteValues, privateKey, folder);
}

const STORAGE = ['DATABASE_URL', 'DATA_FOLDER'] as const;

/**
 * Where the data are, for whoever only looks at them: the rest need not be set.
 * @throws ConfigError when that cannot be used.
 */
export function readStorage(env: Env, folder: string): Config['storage'] {
  const problems: ConfigProblem[] = [];
  const only = Object.fromEntries(STORAGE.map((name) => [name, env[name]]));
  const values = readValues(only, (name, problem) => {
    const { expected, fix = 'correct the value' }: Variable = VARIABLES[name];
    if (STORAGE.some((each) => each === name)) problems.push({ variable: name, problem, expected, fix });
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return storageOf(values as CompleteValues, folder);
}

function storageOf({ DATA_FOLDER, DATABASE_URL }: CompleteValues, folder: string): Config['storage'] {
  return {
    dataFolder: path.resolve(folder, DATA_FOLDER),
    ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
  };
}

type Report = (variable: keyof typeof VARIABLES, problem: string) => void;

function isUnset(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function readValues(env: Env, report: Report): Values {
  const values: Record<string, unknown> = {};
  for (const name of VARIABLE_NAMES) {
    const variable: Variable = VARIABLES[name];
    const text = isUnset(env[name]) ? variable.default : env[name]?.trim();
    if (text === undefined) {
      if (variable.required) report(name, 'is not set');
      continue;
    }
    const result = variable.schema.safeParse(text);
    if (result.success) values[name] = result.data;
    else report(name, sentence(variable, text, result.error.issues[0]?.message ?? 'cannot be read'));
  }
  // Each value was produced by the schema of its own name, which is what Values says.
  return values as Values;
}

function sentence(variable: Variable, text: string, message: string): string {
  return variable.secret ? message : `(${JSON.stringify(text.slice(0, 80))}) ${message}`;
}

function readPrivateKey(values: Values, env: Env, folder: string, readText: ReadText, report: Report) {
  const file = values.PRIVATE_KEY_PATH;
  if (!isUnset(env.PRIVATE_KEY)) {
    if (file !== undefined)
      report('PRIVATE_KEY_PATH', 'is set as well as PRIVATE_KEY, and the two may disagree: keep one');
    return values.PRIVATE_KEY;
  }
  if (file === undefined) {
    report('PRIVATE_KEY', 'is not set');
    return undefined;
  }
  let text: string;
  try {
    text = readText(path.resolve(folder, file));
  } catch (error) {
    report('PRIVATE_KEY_PATH', `(${JSON.stringify(file)}) cannot be read (${errorCode(error) ?? 'unknown reason'})`);
    return undefined;
  }
  const result = VARIABLES.PRIVATE_KEY.schema.safeParse(text);
  if (result.success) return result.data;
  report('PRIVATE_KEY_PATH', `(${JSON.stringify(file)}) ${result.error.issues[0]?.message ?? 'cannot be read'}`);
  return undefined;
}

function assemble(values: CompleteValues, privateKey: string, folder: string): Config {
  const { CLIENT_ID, CLIENT_SECRET, PUBLIC_URL, FINGERPRINT_KEY, WEBHOOK_SECRET_PREVIOUS } = values;
  const previousKey = values.FINGERPRINT_KEY_PREVIOUS;
  return {
    app: {
      id: values.APP_ID,
      privateKey,
      webhookSecrets: [values.WEBHOOK_SECRET, ...(WEBHOOK_SECRET_PREVIOUS ? [WEBHOOK_SECRET_PREVIOUS] : [])],
      ...(CLIENT_ID && CLIENT_SECRET ? { login: { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET } } : {}),
    },
    github: values.GITHUB_URL,
    http: { host: values.HOST, port: values.PORT, ...(PUBLIC_URL ? { publicUrl: PUBLIC_URL } : {}) },
    allowedAddresses: values.ALLOWED_ADDRESSES ?? [],
    reportWebhooks: values.REPORT_WEBHOOKS ?? new Map(),
    storage: storageOf(values, folder),
    fingerprints: {
      key: FINGERPRINT_KEY ?? deriveFingerprintKey(privateKey),
      ...(previousKey ? { previousKey } : {}),
      derived: FINGERPRINT_KEY === undefined,
    },
    workers: values.WORKERS,
    recovery: { reconcilePercent: values.RECONCILE_BUDGET_PERCENT },
    verifies: values.VERIFIERS === 'on',
    log: { level: values.LOG_LEVEL },
  };
}

/** HKDF-SHA-256 over the key's DER, so that the spelling of the PEM does not matter. */
function deriveFingerprintKey(privateKey: string): Uint8Array {
  const der = createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'der' });
  return new Uint8Array(hkdfSync('sha256', der, '', 'seaworthy finding fingerprints v1', 32));
}

function describe(problems: readonly ConfigProblem[]): string {
  const count = problems.length === 1 ? '1 setting needs' : `${problems.length} settings need`;
  const lines = problems.map(
    ({ variable, problem, expected, fix }) => `${variable} ${problem}.\n  Expected: ${expected}.\n  To fix it: ${fix}.`,
  );
  return [`Seaworthy cannot start: ${count} attention.`, ...lines].join('\n\n');
}
