/** Moralis: JSON Web Tokens now, 64 letters and digits before; told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';
import { jwtNamed } from './_tokens.js';

const common = {
  version: 1,
  provider: 'Moralis',
  rank: 'vendor',
  reference: 'https://docs.moralis.com/web3-data-api/evm/get-your-api-key',
  runbook: 'moralis-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...jwtNamed('moralis'),
    id: 'moralis-key',
    title: 'Moralis API key',
    opens: 'the paid requests of an account',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['moralis'], alnum(64)),
    id: 'moralis-legacy-key',
    title: 'Moralis API key (older form)',
    opens: 'the paid requests of an account',
    severity: 'MEDIUM',
  },
];

export default rules;
