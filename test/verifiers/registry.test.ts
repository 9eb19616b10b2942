/** Verifiers and the checklists that ask for them name each other, and what they need is asked of GitHub. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { itemsOf } from '../../src/domain/checklist/index.js';
import requestVerification from '../../src/handlers/request-verification.js';
import { readChecklists } from '../../src/infra/catalogue.js';
import { loadVerifiers } from '../../src/verifiers/_registry.js';
import { TIERS } from '../../src/core/permissions.js';

const { checklists } = await readChecklists(path.resolve('checklists'));
const verifiers = [...(await loadVerifiers())];
const items = itemsOf([...checklists.values()]);
const manifest = load(readFileSync('app.yml', 'utf8')) as { default_permissions: Record<string, string> };

test.each(verifiers)('%s is asked for by an item', (name) => {
  expect(items.filter(({ verify }) => verify === name)).not.toEqual([]);
});

test.each(verifiers)('%s is asked again by webhooks that are heard of', (_, { on }) => {
  const heard = (event: string) => requestVerification.on.some((one) => one === event || one === event.split('.')[0]);
  expect(on.filter((event) => !heard(event))).toEqual([]);
});

test.each(verifiers)('%s needs permissions that are asked for, always or with a tier', (_, { reads }) => {
  const offered = TIERS.flatMap(({ permissions }) => permissions.map(({ key }) => key));
  const known = new Set([...Object.keys(manifest.default_permissions), ...offered]);
  const needed = Object.values(reads).flatMap(({ needs }) => Object.keys(needs ?? {}));
  expect(needed.filter((permission) => !known.has(permission))).toEqual([]);
});
