/** ClickHouse Cloud: the secret of an API key has 42 letters and digits and begins with `4b1d`. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('4b1d', alnum(38)),
  id: 'clickhouse-cloud-secret',
  title: 'ClickHouse Cloud API key secret',
  opens: 'with its id: the services of an organisation',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'ClickHouse',
  rank: 'vendor',
  reference: 'https://clickhouse.com/docs/cloud/manage/openapi',
  runbook: 'clickhouse-key',
};

export default rule;
