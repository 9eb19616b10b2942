/** IBM Cloud: API keys of 44 characters, and HMAC pairs of Object Storage, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { base64url, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'IBM Cloud',
  rank: 'vendor',
  reference: 'https://cloud.ibm.com/docs/account?topic=account-manapikey',
  runbook: 'ibm-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      [
        'ibmcloud',
        'ibm_cloud',
        'ibm-cloud',
        'ibm_api',
        'ibmapi',
        'ic_api_key',
        'bluemix',
        'watson',
        'iam_apikey',
        'iamapikey',
        'ibm_cos',
        'ibm_iam',
        'ibmiam',
      ],
      base64url(44),
    ),
    id: 'ibm-api-key',
    title: 'IBM Cloud API key',
    opens: 'everything that the user or service id may do',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['cos_hmac', 'coshmac', 'ibm_cos', 'ibmcos', 'secret_access_key'], lowerHex(48)),
    id: 'ibm-cos-hmac-secret',
    title: 'IBM Cloud Object Storage HMAC secret',
    opens: 'the buckets that the service credential allows',
    severity: 'HIGH',
    reference: 'https://cloud.ibm.com/docs/cloud-object-storage?topic=cloud-object-storage-uhc-hmac-credentials-main',
  },
];

export default rules;
