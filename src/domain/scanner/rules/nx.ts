/** Nx Cloud: access tokens are base64 of a UUID and the token’s right. */
import type { Rule } from '../rule.js';
import { ALNUM, none, random } from './_samples.js';
import { base64url, named, uuid } from './_shapes.js';

/** `<uuid>|read-write` and the like, in base64. */
const token = (seed: number, right: string): string => Buffer.from(`${uuid.make(seed)}|${right}`).toString('base64');

const RIGHT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\|read(?:-write|-only)?$/;

const common = {
  version: 1,
  provider: 'Nx Cloud',
  rank: 'vendor',
  reference: 'https://nx.dev/ci/recipes/security/access-tokens',
  runbook: 'nx-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'nx-cloud-token',
    title: 'Nx Cloud access token',
    opens: 'reading or filling the cache that builds trust',
    severity: 'HIGH',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['nx_cloud', 'nxcloud', 'accesstoken'],
    find: /(?:nx_?cloud_?)?(?:access_?token|auth_?token)\\?["']?[ \t]{0,4}[=:][ \t]{0,4}\\?["']?(?<secret>[A-Za-z0-9+/]{52,72}={0,2})(?![A-Za-z0-9+/=])/i,
    check: ({ value }) => (RIGHT.test(Buffer.from(value, 'base64').toString('latin1')) ? { confidence: 'high' } : null),
    matches: () =>
      ['"accessToken": "', 'NX_CLOUD_ACCESS_TOKEN="', 'nxCloudAuthToken: "'].map((before, seed) => {
        const value = token(seed + 1, seed % 2 ? 'read' : 'read-write');
        return { text: `${before}${value}"\n`, value };
      }),
    ignores: () =>
      none(
        `"accessToken": "${token(4, 'nothing')}"`,
        `"accessToken": "${random(ALNUM, 64)}"`,
        '"accessToken": "nx-cloud-access-token"',
      ),
  },
  {
    ...common,
    ...named(['nx_cloud', 'nxcloud'], base64url(48)),
    id: 'nx-cloud-personal-token',
    title: 'Nx Cloud personal access token',
    opens: 'the workspaces of its owner',
    severity: 'HIGH',
  },
];

export default rules;
