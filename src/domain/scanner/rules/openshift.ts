/** OpenShift: OAuth tokens name the hash that they are stored under. */
import type { Rule } from '../rule.js';
import { base64url, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('sha256~', base64url(43)),
    id: 'openshift-oauth-token',
    version: 1,
    provider: 'Red Hat OpenShift',
    title: 'OpenShift OAuth access token',
    opens: 'a cluster, as the person or service account signed in',
    severity: 'HIGH',
    rank: 'vendor',
    reference:
      'https://docs.redhat.com/en/documentation/openshift_container_platform/4.16/html/authentication_and_authorization/index',
    runbook: 'openshift-token',
  },
];

export default rules;
