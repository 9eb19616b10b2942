/** Snowflake: programmatic access tokens are JSON Web Tokens, told by the name; so are passwords of service users. */
import type { Rule } from '../rule.js';
import { alnum, joined, named } from './_shapes.js';
import { jwtNamed } from './_tokens.js';

const common = {
  version: 1,
  provider: 'Snowflake',
  rank: 'vendor',
  reference: 'https://docs.snowflake.com/en/user-guide/programmatic-access-tokens',
  runbook: 'snowflake-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...jwtNamed('snowflake'),
    id: 'snowflake-access-token',
    title: 'Snowflake programmatic access token',
    opens: 'the warehouse, as the user it was made for',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(
      ['snowflake_pass', 'snowflake_pwd', 'snowflakepass', 'snowflake.pass', 'snowflake-pass', 'snowsql_pwd'],
      joined(alnum(10, 20)),
    ),
    id: 'snowflake-password',
    title: 'Snowflake password',
    opens: 'the warehouse, as the user it belongs to',
    severity: 'MAXIMUM',
  },
];

export default rules;
