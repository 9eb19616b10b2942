/** Snowflake: programmatic access tokens are JSON Web Tokens, told by the name; so are passwords, which people think up. */
import type { Finder, Rule } from '../rule.js';
import { assignmentAt } from './_assignment.js';
import { likelihood } from './_likely-secret.js';
import { ALNUM, none, random } from './_samples.js';
import { jwtNamed } from './_tokens.js';

const common = { version: 1, provider: 'Snowflake', rank: 'vendor' } as const;

const PASSWORDS = [
  'snowflake_pass',
  'snowflake_pwd',
  'snowflakepass',
  'snowflake.pass',
  'snowflake-pass',
  'snowsql_pwd',
];

const password: Finder = (text, at, keyword, path) => {
  const assignment = assignmentAt(text, at, at + keyword.length);
  if (assignment === null) return null;
  const { start, end } = assignment;
  const confidence = likelihood('password', assignment, text.slice(start, end), path);
  return confidence === null ? null : { start, end, confidence };
};

const rules: readonly Rule[] = [
  {
    ...common,
    ...jwtNamed('snowflake'),
    id: 'snowflake-access-token',
    title: 'Snowflake programmatic access token',
    opens: 'the warehouse, as the user it was made for',
    severity: 'MAXIMUM',
    reference: 'https://docs.snowflake.com/en/user-guide/programmatic-access-tokens',
    runbook: 'snowflake-access-token',
  },
  {
    ...common,
    id: 'snowflake-password',
    title: 'Snowflake password',
    opens: 'the warehouse, as the user it belongs to',
    severity: 'MAXIMUM',
    confidence: 'medium',
    boundary: 'anywhere',
    judgesPlaceholders: true,
    keywords: PASSWORDS,
    find: password,
    reference: 'https://docs.snowflake.com/en/user-guide/admin-user-management',
    runbook: 'snowflake-password',
    matches: () =>
      PASSWORDS.flatMap((name, seed) => {
        const value = `Tr${random(ALNUM, 10, seed + 1)}!7`;
        return [`${name}: "${value}"`, `${name.toUpperCase()}='${value}'\n`].map((text) => ({ text, value }));
      }),
    ignores: () =>
      none(
        'snowflake_password = os.environ["SNOWFLAKE_PASSWORD"]',
        'SNOWFLAKE_PASSWORD=changeme123',
        `snowflake_password_hash = "${random(ALNUM, 32)}"`,
        'snowflake_password: <your-password-1>',
      ),
  },
];

export default rules;
