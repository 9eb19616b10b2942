/** MongoDB Atlas: service account secrets carry a prefix; the private half of a programmatic key is a UUID. */
import type { Rule } from '../rule.js';
import { base64url, named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 2,
  provider: 'MongoDB Atlas',
  rank: 'vendor',
  reference: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
  runbook: 'mongodb-atlas-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('mdb_sa_sk_', base64url(40)),
    id: 'mongodb-atlas-service-account-secret',
    title: 'MongoDB Atlas service account secret',
    opens: 'the clusters, users and backups of an organisation',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(
      [
        'mongodb_atlas',
        'mongodbatlas',
        'mongodb-atlas',
        'atlas_private',
        'atlas-private',
        'atlasprivate',
        'atlas_api',
        'mcli_private',
      ],
      uuid,
    ),
    id: 'mongodb-atlas-private-key',
    title: 'MongoDB Atlas programmatic API private key',
    opens: 'with its public key: the clusters, users and backups of an organisation',
    severity: 'MAXIMUM',
  },
];

export default rules;
