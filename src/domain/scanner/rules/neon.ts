/** Neon: keys of a person, an organisation or a project carry the prefix `napi_`, passwords of roles `npg_`. */
import type { Rule } from '../rule.js';
import { alnum, lowerAlnum, prefixed } from './_shapes.js';

const common = { version: 2, provider: 'Neon', rank: 'vendor', runbook: 'neon-key' } as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('napi_', lowerAlnum(64)),
    id: 'neon-key',
    title: 'Neon API key',
    opens: 'the databases and branches of an account',
    severity: 'MAXIMUM',
    reference: 'https://neon.com/docs/manage/api-keys',
  },
  {
    ...common,
    ...prefixed('npg_', alnum(12)),
    id: 'neon-role-password',
    title: 'Neon role password',
    opens: 'a database, as the role it belongs to',
    severity: 'HIGH',
    reference: 'https://neon.com/docs/manage/roles',
  },
];

export default rules;
