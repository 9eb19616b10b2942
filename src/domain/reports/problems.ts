/** Why reports that an organisation's policy asks for do not reach anybody: one line of Markdown each, for its owners. */
import type { ReportsPolicy } from '../policy/reports.js';
import { isEnough } from '../readiness/missing.js';
import { OWN_PROPERTIES } from './properties.js';

export interface ReportFacts {
  readonly account: string;
  readonly isOrganisation: boolean;
  /** Granted, by GitHub's names. */
  readonly permissions: Readonly<Record<string, string>>;
  /** By `organisation/name`, in lower case. */
  readonly webhooks: ReadonlyMap<string, string>;
  /** When the custom properties of all repositories were right last; null: never. */
  readonly propertiesAt: Date | null;
}

const PERMISSION = 'organization_custom_properties';

/** The address that a policy means by a name; undefined where nobody has set it. */
export function webhookOf({ account, webhooks }: Pick<ReportFacts, 'account' | 'webhooks'>, name: string) {
  return webhooks.get(`${account}/${name}`.toLowerCase());
}

export const maySetProperties = ({ permissions }: Pick<ReportFacts, 'permissions'>): boolean =>
  isEnough(permissions[PERMISSION], 'write');

/** Owners may define them in place of us. */
export const mayDefineProperties = ({ permissions }: Pick<ReportFacts, 'permissions'>): boolean =>
  isEnough(permissions[PERMISSION], 'admin');

export function reportProblems(policy: ReportsPolicy, facts: ReportFacts): readonly string[] {
  const names = policy.digest === 'off' ? [] : [policy.slackWebhook, policy.webhook];
  return [
    ...names
      .filter((name) => name !== null)
      .filter((name) => webhookOf(facts, name) === undefined)
      .map(
        (name) =>
          `The policy sends reports to \`${name}\`, which has no address: whoever runs Seaworthy sets \`REPORT_WEBHOOKS\` to \`${facts.account}/${name}=https://…\`.`,
      ),
    ...(policy.customProperties ? propertyProblems(facts) : []),
  ];
}

function propertyProblems(facts: ReportFacts): readonly string[] {
  if (!facts.isOrganisation) return ['The policy asks for `reports.custom_properties`, which only organisations have.'];
  const instead = facts.permissions[PERMISSION];
  if (!maySetProperties(facts))
    return [
      `The policy asks for \`reports.custom_properties\`. Permission \`${PERMISSION}: write\` is missing${instead === undefined ? '' : ` (it has \`${instead}\`)`}: the optional tier "Label repositories" has it.`,
    ];
  return mayDefineProperties(facts) || facts.propertiesAt !== null
    ? []
    : [
        `An owner of the organisation has to define the custom properties ${OWN_PROPERTIES.map(({ name }) => `\`${name}\``).join(', ')} once, or allow \`${PERMISSION}: admin\`: \`write\` is enough for values only. [How](https://github.com/seaworthy-app/seaworthy/blob/main/docs/reports.md#custom-properties)`,
      ];
}
