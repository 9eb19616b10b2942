/** Splunk: event collector tokens are UUIDs, given to a name or written behind the vendor's name in a header. */
import type { Rule } from '../rule.js';
import { none } from './_samples.js';
import { base64url, named, uuid } from './_shapes.js';

const common = { version: 1, provider: 'Splunk', rank: 'vendor', runbook: 'splunk-token' } as const;

const HEC = 'https://help.splunk.com/en/splunk-enterprise/get-started/get-data-in/get-data-with-http-event-collector';

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['splunk', 'hec_token', 'hectoken', 'hec-token'], uuid),
    id: 'splunk-hec-token',
    title: 'Splunk HTTP Event Collector token',
    opens: 'sending events to an index',
    severity: 'MEDIUM',
    reference: HEC,
  },
  {
    ...common,
    id: 'splunk-hec-header',
    title: 'Splunk HTTP Event Collector token in a header',
    opens: 'sending events to an index',
    severity: 'MEDIUM',
    confidence: 'high',
    keywords: ['splunk'],
    find: /Splunk (?<secret>[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})(?![0-9A-Za-z_-])/,
    reference: HEC,
    matches: () =>
      [1, 2, 3].map((seed) => ({ text: `-H "Authorization: Splunk ${uuid.make(seed)}"`, value: uuid.make(seed) })),
    ignores: () =>
      none(
        'Authorization: Splunk <token>',
        `Splunk ${uuid.filler}`,
        `splunk ${uuid.make(4)}`,
        `Splunk ${uuid.make(5)}-1`,
      ),
  },
  {
    ...common,
    ...named(['signalfx', 'splunk_access', 'splunk_observability', 'sfx_token', 'sfx_access'], base64url(22)),
    id: 'splunk-observability-token',
    title: 'Splunk Observability Cloud access token',
    opens: 'the metrics and traces of an organisation, or sending more of them',
    severity: 'MEDIUM',
    reference:
      'https://help.splunk.com/en/splunk-observability-cloud/administer/authentication-and-security/authentication-tokens',
  },
];

export default rules;
