/** Prismic: permanent access tokens are two parts of base64, the first of which begins with `MC5`. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { base64url, joined, named } from './_shapes.js';
import { jwtNamed } from './_tokens.js';

const common = {
  version: 1,
  provider: 'Prismic',
  rank: 'vendor',
  reference: 'https://prismic.io/docs/fetch-content',
  runbook: 'prismic-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['prismic'],
      joined('MC5', either(base64url(60, 120), joined(base64url(10, 60), '.', base64url(20, 120)))),
    ),
    id: 'prismic-access-token',
    title: 'Prismic permanent access token',
    opens: 'the unpublished content of a repository',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...jwtNamed('prismic'),
    id: 'prismic-write-token',
    title: 'Prismic write token',
    opens: 'changing the content of a repository',
    severity: 'HIGH',
  },
];

export default rules;
