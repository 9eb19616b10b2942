/** BigCommerce: store tokens are 31 characters, app secrets 64 hexadecimal digits, both without a prefix. */
import type { Rule } from '../rule.js';
import { lowerAlnum, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'BigCommerce',
  rank: 'vendor',
  reference: 'https://developer.bigcommerce.com/docs/start/authentication/api-accounts',
  runbook: 'bigcommerce-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['bigcommerce', 'big_commerce', 'big-commerce'], lowerAlnum(31)),
    id: 'bigcommerce-access-token',
    title: 'BigCommerce API access token',
    opens: 'the orders, products and customers of a shop',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['bigcommerce', 'big_commerce', 'big-commerce'], lowerHex(64)),
    id: 'bigcommerce-client-secret',
    title: 'BigCommerce app client secret',
    opens: 'forging what a shop sends an app',
    severity: 'HIGH',
  },
];

export default rules;
