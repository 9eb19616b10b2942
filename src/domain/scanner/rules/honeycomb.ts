/** Honeycomb: key ids name their kind with a letter that varies in it; older keys are bare. */
import type { Rule } from '../rule.js';
import { ALNUM, around, DIGITS, LOWER, none, random } from './_samples.js';
import { alnum, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Honeycomb',
  rank: 'vendor',
  reference: 'https://docs.honeycomb.io/api/authentication',
  runbook: 'honeycomb-key',
} as const;

const part = (length: number, seed: number): string => random(DIGITS + LOWER, length, seed);

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'honeycomb-ingest-key',
    title: 'Honeycomb ingest key',
    opens: 'sending events to an environment',
    severity: 'MEDIUM',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['ik_'],
    find: /(?<=(?:(?<![0-9A-Za-z_])|\\[nrt])(?<head>hc[a-z]))ik_[0-9a-z]{58}(?![0-9A-Za-z_])/,
    matches: () => around(`hcaik_${part(58, 1)}`, `hcxik_${part(58, 2)}`, `hcbik_${part(58, 3)}`),
    ignores: () =>
      none('hcaik_', `hcaik_${part(26, 1)}`, `hcaik_${'0'.repeat(58)}`, `hc1ik_${part(58, 4)}`, `ik_${part(58, 5)}`),
  },
  {
    ...common,
    id: 'honeycomb-management-key',
    title: 'Honeycomb management key',
    opens: 'the environments and keys of a team',
    severity: 'HIGH',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['mk_'],
    find: /(?<=(?:(?<![0-9A-Za-z_])|\\[nrt])(?<head>hc[a-z]))mk_[0-9a-z]{26}:[0-9A-Za-z]{32}(?![0-9A-Za-z_])/,
    matches: () => [1, 2, 3].flatMap((seed) => around(`hcxmk_${part(26, seed)}:${random(ALNUM, 32, seed)}`)),
    ignores: () =>
      none(`hcxmk_${part(26, 1)}`, `hcxmk_${part(26, 1)}:short`, `mk_${part(26, 2)}:${random(ALNUM, 32)}`, 'hcxmk_:'),
  },
  {
    ...common,
    ...named(['honeycomb', 'libhoney'], lowerHex(32)),
    id: 'honeycomb-classic-key',
    title: 'Honeycomb classic API key',
    opens: 'sending events and changing boards of a team',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['honeycomb', 'libhoney'], alnum(22)),
    id: 'honeycomb-configuration-key',
    title: 'Honeycomb configuration key',
    opens: 'boards, triggers and events of an environment',
    severity: 'HIGH',
  },
];

export default rules;
