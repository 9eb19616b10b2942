/** Eventbrite: private tokens are twenty capitals and digits, told by the name. */
import type { Rule } from '../rule.js';
import { named, upperAlnum } from './_shapes.js';

const rule: Rule = {
  ...named(['eventbrite'], upperAlnum(20)),
  id: 'eventbrite-token',
  title: 'Eventbrite private token',
  opens: 'the events and guests of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Eventbrite',
  rank: 'vendor',
  reference: 'https://www.eventbrite.com/platform/docs/authentication',
  runbook: 'eventbrite-key',
};

export default rule;
