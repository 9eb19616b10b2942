/** WooCommerce: REST keys come in pairs, forty hexadecimal digits each, behind ck and cs. */
import type { Rule } from '../rule.js';
import { lowerHex, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'WooCommerce',
  rank: 'vendor',
  reference: 'https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication',
  runbook: 'woocommerce-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('cs_', lowerHex(40)),
    id: 'woocommerce-consumer-secret',
    title: 'WooCommerce consumer secret',
    opens: 'the orders, products and customers of a shop',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('ck_', lowerHex(40), 'medium'),
    id: 'woocommerce-consumer-key',
    title: 'WooCommerce consumer key',
    opens: 'together with its secret: the orders, products and customers of a shop',
    severity: 'MEDIUM',
  },
];

export default rules;
