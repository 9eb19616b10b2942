/** Segment: tokens of the Public API have a prefix, write keys none. */
import type { Rule } from '../rule.js';
import { alnum, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Segment',
  rank: 'vendor',
  reference: 'https://segment.com/docs/api/public-api/',
  runbook: 'segment-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('sgp_', alnum(64)),
    id: 'segment-public-api-token',
    title: 'Segment Public API token',
    opens: 'the sources and destinations of a workspace',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['segment_write', 'segmentwrite', 'segment-write', 'segment_key', 'segment_api', 'segmentkey'], alnum(32)),
    id: 'segment-write-key',
    title: 'Segment write key',
    opens: 'sending events of a source',
    severity: 'LOW',
  },
];

export default rules;
