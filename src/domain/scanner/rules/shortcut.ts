/** Shortcut (once Clubhouse): a UUID, told by the name or the header `Shortcut-Token`. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(
    [
      'shortcut_api',
      'shortcut-api',
      'shortcut-token',
      'shortcut_token',
      'shortcuttoken',
      'clubhouse_api',
      'clubhouse_token',
      'clubhouse_key',
    ],
    uuid,
  ),
  id: 'shortcut-token',
  title: 'Shortcut API token',
  opens: 'the stories and epics that a person sees',
  severity: 'HIGH',
  version: 1,
  provider: 'Shortcut',
  rank: 'vendor',
  reference: 'https://developer.shortcut.com/api/rest/v3',
  runbook: 'shortcut-key',
};

export default rule;
