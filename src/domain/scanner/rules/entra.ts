/** Microsoft Entra ID: client secrets carry the mark Q~ behind their first four characters; older ones are told by their names. */
import type { Rule } from '../rule.js';
import { ALNUM, around, DIGITS, none, random } from './_samples.js';
import { type Body, named } from './_shapes.js';

const PART = `${ALNUM}-_.~`;

const secret = (seed: number): string => `${random(ALNUM, 3, seed)}8Q~${random(PART, 34, seed + 1)}`;

/** The mark with the digit before it: alone it would be too short for a keyword. */
const MARKS = [...DIGITS].map((digit) => `${digit}q~`);

const old: Body = {
  source: '[0-9A-Za-z_.~@?:/=+*[\\]-]{32,44}',
  members: '0-9A-Za-z_.~',
  make: (seed) => random(`${ALNUM}~._-`, 34, seed),
  filler: 'x'.repeat(34),
};

const common = {
  version: 2,
  provider: 'Microsoft Entra',
  rank: 'vendor',
  reference: 'https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials',
  runbook: 'entra-client-secret',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'entra-client-secret',
    title: 'Microsoft Entra client secret',
    opens: 'whatever the application may do in the tenant',
    severity: 'MAXIMUM',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: MARKS,
    find: /(?<=(?:(?<![A-Za-z0-9_~.-])|\\[nrt])(?<head>[A-Za-z0-9_~.-]{3}))[0-9]Q~(?:[A-Za-z0-9_~.-]{34}|[A-Za-z0-9_~.-]{31})(?!\.?[A-Za-z0-9_~-])/,
    matches: () => MARKS.flatMap((mark, seed) => around(secret(seed + 1).replace('8Q~', mark.toUpperCase()))),
    ignores: () =>
      none(
        'abc8Q~ is the mark',
        secret(1).slice(0, 30),
        `${secret(2)}~too-long`,
        `x${secret(3)}`,
        `abc8Q~${'x'.repeat(34)}`,
      ),
  },
  {
    ...common,
    ...named(
      [
        'azure_client_secret',
        'azureclientsecret',
        'azure-client-secret',
        'arm_client_secret',
        'aad_client_secret',
        'aadclientsecret',
        'azuread',
        'azure_ad',
        'azure_secret',
        'entra_',
        'msal_',
        'graph_client_secret',
        'microsoft_client_secret',
        'microsoftclientsecret',
        'serviceprincipalkey',
        'microsoftapppassword',
      ],
      old,
    ),
    id: 'entra-old-client-secret',
    title: 'Microsoft Entra client secret (before 2021)',
    opens: 'whatever the application may do in the tenant',
    severity: 'MAXIMUM',
  },
];

export default rules;
