/** OVHcloud: application secrets and consumer keys of 32 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(
      ['ovh_', 'ovh-', 'ovh.', 'ovhapplication', 'ovhconsumer', 'ovhapi', 'application_secret'],
      either(lowerHex(32), alnum(32)),
    ),
    id: 'ovh-application-secret',
    version: 1,
    provider: 'OVHcloud',
    title: 'OVHcloud application secret or consumer key',
    opens: 'the services of an account that the key was granted',
    severity: 'HIGH',
    rank: 'vendor',
    reference:
      'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api?id=kb_article_view&sysparm_article=KB0042777',
    runbook: 'ovh-key',
  },
];

export default rules;
