/** Backblaze B2: application keys name their cluster in their first characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { base64, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed(['K000', 'K001', 'K002', 'K003', 'K004', 'K005'], base64(27)),
    id: 'backblaze-application-key',
    version: 1,
    provider: 'Backblaze',
    title: 'Backblaze B2 application key',
    opens: 'the buckets that the key names',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://www.backblaze.com/docs/cloud-storage-create-and-manage-app-keys',
    runbook: 'backblaze-key',
  },
];

export default rules;
