/** Prisma: the key of Accelerate and Prisma Postgres stands in the connection string. */
import type { Rule, Sample } from '../rule.js';
import { hasJwtHeader } from './_checks.js';
import { BASE64URL, none, random } from './_samples.js';

function sample(seed: number): Sample {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const value = [
    part({ alg: 'HS256' }),
    part({ api_key: `k${seed}`, tenant_id: 't' }),
    random(BASE64URL, 43, seed),
  ].join('.');
  return { text: `DATABASE_URL="prisma://accelerate.prisma-data.net/?api_key=${value}"\n`, value };
}

const rule: Rule = {
  id: 'prisma-key',
  version: 1,
  provider: 'Prisma',
  title: 'Prisma Accelerate or Postgres API key',
  opens: 'the data of the database behind it',
  severity: 'MAXIMUM',
  confidence: 'high',
  rank: 'vendor',
  boundary: 'anywhere',
  judgesPlaceholders: true,
  keywords: ['prisma-data.net/?api_key='],
  find: /prisma-data\.net\/\?api_key=(?<secret>eyJ[A-Za-z0-9_-]{10,200}\.eyJ[A-Za-z0-9_-]{10,1000}\.[A-Za-z0-9_-]{20,200})(?![A-Za-z0-9_-])/i,
  check: ({ value }) => (hasJwtHeader(value) ? { confidence: 'high' } : null),
  reference: 'https://www.prisma.io/docs/accelerate/getting-started',
  runbook: 'prisma-key',
  matches: () => [1, 2, 3].map(sample),
  ignores: () =>
    none(
      'prisma://accelerate.prisma-data.net/?api_key=__API_KEY__',
      sample(4).text.slice(0, 100),
      `prisma://accelerate.prisma-data.net/?api_key=eyJ${random(BASE64URL, 20)}.eyJ${random(BASE64URL, 30)}.${random(BASE64URL, 43)}`,
    ),
};

export default rule;
