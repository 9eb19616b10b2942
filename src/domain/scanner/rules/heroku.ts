/** Heroku: API keys were UUIDs, and carry a prefix since 2024. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { base64url, joined, named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 2,
  provider: 'Heroku',
  rank: 'vendor',
  reference: 'https://devcenter.heroku.com/articles/authentication',
  runbook: 'heroku-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('HRKU-', either(joined('AA', base64url(58)), uuid)),
    id: 'heroku-api-key',
    title: 'Heroku API key',
    opens: 'the apps, config and add-ons of an account',
    severity: 'MAXIMUM',
    find: new RegExp(`HRKU-(?:AA[A-Za-z0-9_-]{58}|${uuid.source})(?![A-Za-z0-9_-])`),
  },
  {
    ...common,
    ...named(['heroku'], uuid),
    id: 'heroku-old-api-key',
    title: 'Heroku API key (without prefix)',
    opens: 'the apps, config and add-ons of an account',
    severity: 'MAXIMUM',
  },
];

export default rules;
