/** Every environment variable Seaworthy reads: what it means, its default, and how its text becomes a value. */
import { z } from 'zod';
import { parseAddressRange } from '../core/address-range.js';
import { parseGitHubSite, parseOrigin } from '../core/github-site.js';
import { UserError } from '../core/user-error.js';
import { parsePrivateKey } from './private-key.js';
import { parseReportWebhooks } from './report-webhooks.js';
import { parseWebhookSecret } from './webhook-secret.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Variable {
  readonly group: 'GitHub App' | 'Network' | 'Storage' | 'Running';
  /** One sentence for the reference page. */
  readonly summary: string;
  /** What a good value looks like; printed when it is not. */
  readonly expected: string;
  /** The way out, when "correct the value" does not say it all. */
  readonly fix?: string;
  /** Value when unset, as text; absent when there is none. */
  readonly default?: string;
  readonly required?: true;
  /** Never printed, not even in an error. */
  readonly secret?: true;
  readonly schema: z.ZodType<unknown, string>;
}

const SET_UP =
  'run `npx seaworthy setup`, which registers the App and writes it, or copy it from the App’s settings page';

/** Turns a function that throws `UserError` into a zod schema: its sentence becomes the issue. */
function parsed<T>(parse: (text: string) => T): z.ZodType<T, string> {
  return z.string().transform((text, context) => {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  });
}

function wholeNumber(minimum: number, maximum: number): z.ZodType<number, string> {
  return parsed((text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= minimum && value <= maximum) return value;
    throw new UserError(`is not a whole number from ${minimum} to ${maximum}`);
  });
}

function oneOf<T extends string>(values: readonly T[]): z.ZodType<T, string> {
  return parsed((text) => {
    const value = values.find((candidate) => candidate === text);
    if (value === undefined) throw new UserError('is not one of the known values');
    return value;
  });
}

function parseKey(text: string): Uint8Array {
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  if (bytes.length !== 32) throw new UserError('is not 32 bytes in hex (64 digits) or base64 (44 characters)');
  return bytes;
}

function parseRanges(text: string): readonly string[] {
  const ranges = text
    .split(',')
    .map((range) => range.trim())
    .filter((range) => range !== '');
  for (const range of ranges) parseAddressRange(range);
  return ranges;
}

function parseDatabaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') return text;
  throw new UserError('is not a PostgreSQL address');
}

export const VARIABLES = {
  APP_ID: {
    group: 'GitHub App',
    summary: 'The number of the GitHub App, shown at the top of its settings page.',
    expected: 'a number such as 123456 (not the client ID, which starts with `Iv`)',
    fix: SET_UP,
    required: true,
    schema: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  },
  PRIVATE_KEY: {
    group: 'GitHub App',
    summary: 'The private key of the App: a PEM, a PEM with `\\n` for line breaks, or base64 of the PEM.',
    expected: 'the RSA key GitHub gave, as PEM or base64; or leave it empty and set PRIVATE_KEY_PATH',
    fix: 'generate a new private key on the App’s settings page, or run `npx seaworthy setup`',
    secret: true,
    schema: parsed(parsePrivateKey),
  },
  PRIVATE_KEY_PATH: {
    group: 'GitHub App',
    summary: 'Where the private key lies as a file, instead of PRIVATE_KEY (Docker and Kubernetes secrets).',
    expected: 'a readable file that holds the RSA key GitHub gave',
    schema: z.string(),
  },
  WEBHOOK_SECRET: {
    group: 'GitHub App',
    summary: 'The secret GitHub signs webhooks with. A guessable one would let anybody send events, so it is refused.',
    expected: '16 random characters or more, the same as in the App’s settings',
    fix: 'make one with `openssl rand -hex 32` and set it here and in the App’s settings, or run `npx seaworthy setup`',
    required: true,
    secret: true,
    schema: parsed(parseWebhookSecret),
  },
  WEBHOOK_SECRET_PREVIOUS: {
    group: 'GitHub App',
    summary: 'The secret before the current one, accepted as well while you rotate it. Empty it afterwards.',
    expected: 'the former value of WEBHOOK_SECRET, or nothing',
    secret: true,
    schema: parsed(parseWebhookSecret),
  },
  CLIENT_ID: {
    group: 'GitHub App',
    summary: 'The client ID of the App, for signing people in on the pages. Goes with CLIENT_SECRET.',
    expected: 'the client ID from the App’s settings, such as `Iv23li…`',
    schema: z.string(),
  },
  CLIENT_SECRET: {
    group: 'GitHub App',
    summary: 'The client secret of the App. Goes with CLIENT_ID.',
    expected: 'a client secret generated on the App’s settings page',
    secret: true,
    schema: z.string(),
  },
  GITHUB_URL: {
    group: 'GitHub App',
    summary: 'Which GitHub: github.com, your ghe.com address, or your Enterprise Server.',
    expected: 'an address such as https://github.com or https://github.example.com, without a path',
    default: 'https://github.com',
    schema: parsed(parseGitHubSite),
  },
  PUBLIC_URL: {
    group: 'Network',
    summary:
      'Where people and GitHub reach this Seaworthy. Links in issues and checks start with it, and people who sign in are led back to it.',
    expected: 'an address such as https://seaworthy.example.com, without a path',
    schema: parsed((text) => parseOrigin(text, 'https://seaworthy.example.com')),
  },
  HOST: {
    group: 'Network',
    summary: 'The address to listen on. 0.0.0.0 in a container; behind a proxy on the same machine leave it.',
    expected: 'an IP address or a host name of this machine',
    default: '127.0.0.1',
    schema: z.string().regex(/^[\w.:-]+$/, 'is not an address to listen on'),
  },
  PORT: {
    group: 'Network',
    summary: 'The port to listen on; 0 takes any free one.',
    expected: 'a number from 0 to 65535',
    default: '3000',
    schema: wholeNumber(0, 65_535),
  },
  ALLOWED_ADDRESSES: {
    group: 'Network',
    summary:
      'Inner addresses that verifiers may ask when a policy names them under `targets:`. Unset, only addresses on the public Internet are asked. Whoever may write a policy can have them asked, so allow no more than needed.',
    expected: 'ranges separated by commas, such as 10.20.0.0/16, fd00:20::/32',
    schema: parsed(parseRanges),
  },
  REPORT_WEBHOOKS: {
    group: 'Network',
    summary:
      'Where weekly summaries are sent: addresses by the organisation and the name under which its policy says `slack_webhook` or `webhook`. Only that organisation can use them. They are secrets: whoever knows one may write there.',
    expected: 'entries such as harbour/launches=https://hooks.slack.com/services/…, with blanks between them',
    secret: true,
    schema: parsed(parseReportWebhooks),
  },
  DATABASE_URL: {
    group: 'Storage',
    summary: 'A PostgreSQL server. Unset, the embedded database in DATA_FOLDER is used.',
    expected: 'an address such as postgres://user:password@host:5432/seaworthy',
    secret: true,
    schema: parsed(parseDatabaseUrl),
  },
  DATA_FOLDER: {
    group: 'Storage',
    summary: 'The folder of the embedded database and of caches. One process per folder.',
    expected: 'a folder that this process may write to',
    default: './data',
    schema: z.string(),
  },
  FINGERPRINT_KEY: {
    group: 'Storage',
    summary:
      'The key of the fingerprints that findings are known by. Unset, it is derived from the private key, and every dismissal ends when that key changes; so set it.',
    expected: '32 bytes as 64 hex digits or as base64',
    fix: 'make one with `openssl rand -hex 32`, once, and keep it',
    secret: true,
    schema: parsed(parseKey),
  },
  FINGERPRINT_KEY_PREVIOUS: {
    group: 'Storage',
    summary:
      'The key before, while FINGERPRINT_KEY is being changed: what is known by it goes over to the new one when it is seen again.',
    expected: '32 bytes as 64 hex digits or as base64',
    fix: 'take the value that FINGERPRINT_KEY had, or leave it out',
    secret: true,
    schema: parsed(parseKey),
  },
  WORKERS: {
    group: 'Running',
    summary: 'How many jobs run at the same time.',
    expected: 'a number from 1 to 64',
    default: '4',
    schema: wholeNumber(1, 64),
  },
  RECONCILE_BUDGET_PERCENT: {
    group: 'Running',
    summary:
      'How much of each installation’s hourly requests may go into looking for what webhooks did not say. The last 20 % of what GitHub says is left are never used for it.',
    expected: 'a number from 1 to 50',
    default: '20',
    schema: wholeNumber(1, 50),
  },
  VERIFIERS: {
    group: 'Running',
    summary:
      'Whether repositories, websites and settings are looked at by verifiers. Off, items are what people attest, what was verified before becomes unknown after three days, and no address that a policy names is asked.',
    expected: 'on or off',
    default: 'on',
    schema: oneOf<'on' | 'off'>(['on', 'off']),
  },
  LOG_LEVEL: {
    group: 'Running',
    summary: 'From which level on lines are logged, one JSON object each. No level logs payloads or credentials.',
    expected: `one of ${LOG_LEVELS.join(', ')}`,
    default: 'info',
    schema: oneOf<LogLevel>(LOG_LEVELS),
  },
} as const satisfies Readonly<Record<string, Variable>>;

export type VariableName = keyof typeof VARIABLES;

/** The names in the order of the reference page. */
export const VARIABLE_NAMES = Object.keys(VARIABLES) as readonly VariableName[];

type ValueOf<Name extends VariableName> = z.output<(typeof VARIABLES)[Name]['schema']>;

type AlwaysPresent = {
  [Name in VariableName]: (typeof VARIABLES)[Name] extends { required: true } | { default: string } ? Name : never;
}[VariableName];

/** What could be read; problems leave gaps. */
export type Values = { readonly [Name in VariableName]?: ValueOf<Name> };

/** What is there when nothing was wrong: only the truly optional may be missing. */
export type CompleteValues = Values & { readonly [Name in AlwaysPresent]: ValueOf<Name> };
