/** What an organisation wants to be told unasked: the issue, the digest, the custom properties. */
import type { ParsedPolicy } from './schema.js';
import type { DIGESTS, WEEKDAYS } from './schema-reports.js';

export interface ReportsPolicy {
  readonly readinessIssue: boolean;
  readonly customProperties: boolean;
  readonly digest: (typeof DIGESTS)[number];
  readonly digestOn: (typeof WEEKDAYS)[number];
  /** Full hour in UTC. */
  readonly digestAt: number;
  /** Names in `REPORT_WEBHOOKS`; null where nothing is sent. */
  readonly slackWebhook: string | null;
  readonly webhook: string | null;
}

/** What holds where the organisation says nothing: nobody is told anything they did not ask for. */
export const DEFAULT_REPORTS: ReportsPolicy = {
  readinessIssue: false,
  customProperties: false,
  digest: 'off',
  digestOn: 'monday',
  digestAt: 7,
  slackWebhook: null,
  webhook: null,
};

export function reportsOf(organisation: ParsedPolicy | null): ReportsPolicy {
  const said = organisation?.reports ?? {};
  return {
    readinessIssue: said.readiness_issue ?? DEFAULT_REPORTS.readinessIssue,
    customProperties: said.custom_properties ?? DEFAULT_REPORTS.customProperties,
    digest: said.digest ?? DEFAULT_REPORTS.digest,
    digestOn: said.digest_on ?? DEFAULT_REPORTS.digestOn,
    digestAt: said.digest_at ?? DEFAULT_REPORTS.digestAt,
    slackWebhook: said.slack_webhook ?? DEFAULT_REPORTS.slackWebhook,
    webhook: said.webhook ?? DEFAULT_REPORTS.webhook,
  };
}
