/** Registers GitHub Apps: the one under test, and those that the manifest flow makes. */
import { createPublicKey, generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { invalid } from '../api-error.js';
import type { App, Permissions } from '../state/model.js';
import { timestamp, type World } from '../world.js';

export interface NewApp {
  readonly id?: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: string;
  readonly permissions: Permissions;
  readonly events: readonly string[];
  readonly externalUrl: string;
  readonly webhookUrl: string | null;
  readonly callbackUrls?: readonly string[];
  readonly webhookSecret?: string;
  readonly privateKeyPem?: string;
}

const generate = promisify(generateKeyPair);

async function newKey(): Promise<string> {
  const { privateKey } = await generate('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  return privateKey;
}

/** @throws ApiError 422 when the name is taken. */
export async function registerApp(world: World, given: NewApp): Promise<App> {
  if ([...world.state.apps.values()].some((app) => app.slug === given.slug)) {
    throw invalid({ resource: 'Integration', field: 'name', code: 'already_exists' });
  }
  const privateKeyPem = given.privateKeyPem ?? (await newKey());
  const id = given.id ?? world.state.nextId();
  const app: App = {
    id,
    slug: given.slug,
    name: given.name,
    owner: given.owner,
    clientId: `Iv23li${randomBytes(7).toString('hex')}`,
    clientSecret: randomBytes(20).toString('hex'),
    publicKeyPem: createPublicKey(privateKeyPem).export({ type: 'spki', format: 'pem' }).toString(),
    privateKeyPem,
    webhookSecret: given.webhookSecret ?? randomBytes(20).toString('hex'),
    webhookUrl: given.webhookUrl,
    callbackUrls: given.callbackUrls ?? [],
    permissions: { metadata: 'read', ...given.permissions },
    events: given.events,
    externalUrl: given.externalUrl,
    createdAt: timestamp(world),
  };
  world.state.apps.set(id, app);
  return app;
}
