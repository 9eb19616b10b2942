/** Doppler: every kind of token says its kind in its prefix; those of services may name their config. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, joined, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Doppler',
  rank: 'vendor',
  reference: 'https://docs.doppler.com/reference/auth-token-formats',
  runbook: 'doppler-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['dp.pt.', 'dp.ct.'], alnum(40, 44)),
    id: 'doppler-personal-token',
    title: 'Doppler personal or CLI token',
    opens: 'every project’s secrets its owner may see',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('dp.st.', either(alnum(40, 44), joined('dev.', alnum(40, 44)), joined('prd_main.', alnum(40, 44)))),
    id: 'doppler-service-token',
    title: 'Doppler service token',
    opens: 'the secrets of one config',
    severity: 'HIGH',
    find: /dp\.st\.(?:[a-z0-9_-]{2,35}\.)?[A-Za-z0-9]{40,44}(?![A-Za-z0-9_])/,
  },
  {
    ...common,
    ...prefixed('dp.sa.', alnum(40, 44)),
    id: 'doppler-service-account-token',
    title: 'Doppler service account token',
    opens: 'the projects its roles allow',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed(['dp.scim.', 'dp.audit.'], alnum(40, 44)),
    id: 'doppler-workplace-token',
    title: 'Doppler SCIM or audit token',
    opens: 'the people of a workplace, or its audit log',
    severity: 'HIGH',
  },
];

export default rules;
