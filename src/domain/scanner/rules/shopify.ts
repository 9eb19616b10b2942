/** Shopify: access tokens and app secrets are 32 hexadecimal digits behind a prefix of their kind. */
import type { Rule } from '../rule.js';
import { hex, lowerHex, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Shopify',
  rank: 'vendor',
  reference: 'https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens',
  runbook: 'shopify-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('shpat_', hex(32)),
    id: 'shopify-access-token',
    title: 'Shopify Admin or Storefront private access token',
    opens: 'the products, orders and customers of a shop',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('shpca_', hex(32)),
    id: 'shopify-custom-app-token',
    title: 'Shopify custom app access token',
    opens: 'the products, orders and customers of a shop',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('shppa_', hex(32)),
    id: 'shopify-private-app-password',
    title: 'Shopify private app password',
    opens: 'the products, orders and customers of a shop',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('shpua_', hex(32)),
    id: 'shopify-user-token',
    title: 'Shopify user access token',
    opens: 'a shop, as one of its staff',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('shpss_', hex(32)),
    id: 'shopify-shared-secret',
    title: 'Shopify app shared secret',
    opens: 'forging the requests and webhooks that an app trusts',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('atkn_', lowerHex(64)),
    id: 'shopify-partners-token',
    title: 'Shopify Partners CLI token',
    opens: 'the apps and stores of a partner',
    severity: 'HIGH',
    reference: 'https://shopify.dev/docs/apps/tools/cli/ci-cd',
  },
  {
    ...common,
    ...prefixed('shptka_', hex(32)),
    id: 'shopify-theme-token',
    title: 'Shopify Theme Access password',
    opens: 'changing the themes of a shop, and so what its buyers run',
    severity: 'HIGH',
  },
];

export default rules;
