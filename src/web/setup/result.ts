/** What a finished set-up leaves behind: values for `.env`, and what to tell the operator. */
import { randomBytes } from 'node:crypto';
import type { EnvChange } from './env-file.js';
import type { Registration } from './exchange.js';
import type { Answers } from './manifest.js';

export interface SetupResult {
  readonly appId: number;
  readonly name: string;
  readonly envFile: string;
  readonly publicUrl: string;
  /** Where an owner chooses the repositories. */
  readonly installUrl: string;
  /** The App's own settings page. */
  readonly settingsUrl: string;
  /** True when GitHub gave no webhook secret and the one we made has to be entered there. */
  readonly webhookSecretToPaste: boolean;
}

/** Variables that belong to one App, so that a new App replaces all of them. FINGERPRINT_KEY outlives Apps. */
export const APP_VARIABLES = [
  'APP_ID',
  'PRIVATE_KEY',
  'PRIVATE_KEY_PATH',
  'WEBHOOK_SECRET',
  'WEBHOOK_SECRET_PREVIOUS',
  'CLIENT_ID',
  'CLIENT_SECRET',
] as const;

/** What to write. The key goes in as base64: one line without quotes, which every reader of env files agrees on. */
export function envChange(app: Registration, answers: Answers, keepFingerprintKey: boolean): EnvChange {
  return {
    APP_ID: String(app.id),
    PRIVATE_KEY: Buffer.from(app.pem).toString('base64'),
    PRIVATE_KEY_PATH: null,
    WEBHOOK_SECRET: app.webhook_secret || randomBytes(32).toString('hex'),
    WEBHOOK_SECRET_PREVIOUS: null,
    CLIENT_ID: app.client_id,
    CLIENT_SECRET: app.client_secret,
    GITHUB_URL: answers.site.url,
    PUBLIC_URL: answers.publicUrl,
    ...(keepFingerprintKey ? {} : { FINGERPRINT_KEY: randomBytes(32).toString('hex') }),
  };
}

export function resultOf(app: Registration, answers: Answers, envFile: string): SetupResult {
  const owner = answers.organisation === '' ? '' : `/organizations/${app.owner.login}`;
  return {
    appId: app.id,
    name: app.name,
    envFile,
    publicUrl: answers.publicUrl,
    installUrl: `${app.html_url.replace(/\/$/, '')}/installations/new`,
    settingsUrl: `${answers.site.url}${owner}/settings/apps/${app.slug}`,
    webhookSecretToPaste: !app.webhook_secret,
  };
}
