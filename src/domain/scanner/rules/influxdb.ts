/** InfluxDB: tokens of version 2 are 64 bytes in base64; those of version 3 carry `apiv3_`. */
import type { Rule } from '../rule.js';
import { base64url, joined, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'InfluxDB',
  rank: 'vendor',
  reference: 'https://docs.influxdata.com/influxdb/v2/admin/tokens/',
  runbook: 'influxdb-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['influx'], joined(base64url(86), '==')),
    id: 'influxdb-token',
    title: 'InfluxDB API token',
    opens: 'the buckets of an organisation',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('apiv3_', base64url(80, 90)),
    id: 'influxdb-3-token',
    title: 'InfluxDB 3 admin token',
    opens: 'the databases and tokens of a server',
    severity: 'MAXIMUM',
  },
];

export default rules;
