/** What of a policy file says about reports: the part of the schema that is the organisation's alone. */
import { z } from 'zod';

/** In the order of the week, as ISO 8601 counts it. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const DIGESTS = ['off', 'weekly'] as const;

/** The address itself is a secret: whoever knows it may write there, and many may read a policy. */
const webhookName = z
  .string('Expected the name of a webhook')
  .max(50, 'At most 50 characters')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Expected the name of a webhook in REPORT_WEBHOOKS, such as "launches"');

export const reports = z
  .strictObject({
    readiness_issue: z
      .boolean('Expected true or false')
      .exactOptional()
      .describe(
        "Keeps one issue in the organisation's `.github` repository that says which services are ready to launch. Where that repository is public, private repositories are left out of it.",
      ),
    custom_properties: z
      .boolean('Expected true or false')
      .exactOptional()
      .describe(
        "Writes grade, readiness and launch date into custom properties of the organisation, for GitHub's own filters and rulesets. Needs the permission `organization_custom_properties: write`.",
      ),
    digest: z
      .enum(DIGESTS, { error: `Expected ${DIGESTS.join(' or ')}` })
      .exactOptional()
      .describe('Whether a summary is sent to `slack_webhook` and `webhook` once a week.'),
    digest_on: z
      .enum(WEEKDAYS, { error: `Expected one of ${WEEKDAYS.join(', ')}` })
      .exactOptional()
      .describe('The day of the week on which it is sent, in UTC.'),
    digest_at: z
      .int('Expected a full hour, such as 7')
      .min(0, 'Expected 0 to 23')
      .max(23, 'Expected 0 to 23')
      .exactOptional()
      .describe('The hour from which on it is sent, in UTC.'),
    slack_webhook: webhookName
      .exactOptional()
      .describe(
        'Name of an address that takes messages as Slack does; whoever runs Seaworthy sets the address in `REPORT_WEBHOOKS`, so that it stands in no file.',
      ),
    webhook: webhookName
      .exactOptional()
      .describe('Name of an address in `REPORT_WEBHOOKS` that takes the summary as JSON, for programs.'),
  })
  .refine(
    ({ digest, slack_webhook, webhook }) => digest !== 'weekly' || (slack_webhook ?? webhook) !== undefined,
    'A digest needs `slack_webhook` or `webhook`: where it is sent',
  );
