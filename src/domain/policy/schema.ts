/** What `.github/seaworthy.yml` may hold. Unknown keys are errors; each key says what it means, for editors and the reference page. */
import { z } from 'zod';
import { RISK_LEVELS } from '../../core/risk.js';
import { reports } from './schema-reports.js';

/** Where the file lies, in the organisation's `.github` repository and in any other one. */
export const POLICY_FILE = '.github/seaworthy.yml';

/** The repository whose file speaks for the whole organisation. */
export const ORGANISATION_REPOSITORY = '.github';

/** GitHub's names of repositories are the same in any case. */
export function isOrganisations({ name }: { readonly name: string }): boolean {
  return name.toLowerCase() === ORGANISATION_REPOSITORY;
}

/** Further than any organisation goes, and little enough to be read on every pull request. */
const MANY = 200;

const riskLevel = z.enum(RISK_LEVELS, { error: `Expected one of ${RISK_LEVELS.join(', ')}` });

const text = (longest: number) =>
  z.string('Expected some text').trim().min(1, 'Expected some text').max(longest, `At most ${longest} characters`);

const list = <T extends z.ZodType>(entry: T, expected: string, longest = MANY) =>
  z.array(entry, `Expected a list of ${expected}`).max(longest, `At most ${longest} entries`);

const days = (longest: number) => z.int('Expected whole days').max(longest, `At most ${longest} days`);

const checklistName = z
  .string('Expected the name of a checklist')
  .max(50, 'At most 50 characters')
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*(?:@[1-3])?$/,
    'Expected the name of a checklist, such as "web-service" or "open-source@2"',
  );

const itemId = z
  .string('Expected the id of an item')
  .max(40, 'At most 40 characters')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Expected the id of an item, such as "hsts"');

const oneOrMany = z.union([text(100), list(text(100), 'texts', 50).min(1, 'Expected at least one entry')], {
  error: 'Expected a text of at most 100 characters, or a list of such texts',
});

const when = z
  .strictObject({
    topic: oneOrMany.exactOptional().describe('The repository has this topic, or one of these.'),
    language: oneOrMany
      .exactOptional()
      .describe("GitHub's main language of the repository, in any case: `TypeScript`."),
    name: oneOrMany
      .exactOptional()
      .describe('Pattern of the name without its owner: `*` is any text, `?` one character.'),
    visibility: z
      .enum(['public', 'private', 'internal'], { error: 'Expected public, private or internal' })
      .exactOptional()
      .describe('Who may see the repository.'),
    property: z
      .record(z.string().min(1).max(75), text(75), 'Expected names with values, such as `tier: "1"`')
      .exactOptional()
      .describe('Custom properties of the repository with these values; of a property with several, one of them.'),
  })
  .refine(
    (given) => Object.keys(given).length > 0,
    'Expected at least one of topic, language, name, visibility, property',
  );

const profile = z.strictObject({
  when: when.describe('Which repositories; all conditions have to hold.'),
  use: list(checklistName, 'checklists')
    .min(1, 'Expected at least one checklist')
    .describe('Checklists these repositories get as well.'),
});

const notApplicable = z.strictObject({
  items: list(itemId, 'ids of items').min(1, 'Expected at least one item').describe('Ids of items.'),
  when: when.exactOptional().describe('Which repositories; all when left out.'),
  because: text(300)
    .regex(/^[^\n\r]*$/, 'Expected a single line')
    .describe('The reason, shown in the issue.'),
});

/** A person, `@octocat`, or a team, `harbour/security`. No flags on patterns: the JSON Schema has none. */
const approver = z
  .string('Expected @user or organisation/team')
  .max(150, 'At most 150 characters')
  .regex(
    /^(?:@[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?|@?[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\/[A-Za-z0-9_-]+)$/,
    'Expected @user or organisation/team',
  );

const waiver = (most: number) =>
  z.strictObject({
    days: days(most)
      .min(0, 'Expected 0 days or more')
      .exactOptional()
      .describe('Longest term of a waiver, in days; 0: nobody may accept this risk.'),
    approvers: z
      .int('Expected a whole number')
      .min(1, 'Expected at least one approver')
      .max(5, 'At most five approvers')
      .exactOptional()
      .describe('How many people have to approve it, none of them the one who asks.'),
  });

/** An address that is asked over the network. User names in it would be sent to a stranger, and fragments mean nothing to a server. */
const address = (protocol: RegExp, example: string) =>
  z
    .url({ protocol, hostname: /^.+$/, error: `Expected an address such as ${example}` })
    .max(300, 'At most 300 characters')
    .regex(/^[^@#]*$/, 'Expected an address without a user name and without #');

export const EXPECTATIONS = ['unreachable', 'authentication'] as const;

const exposure = z.strictObject({
  url: address(/^https?$/, 'https://admin.example.com/').describe('The address.'),
  expect: z
    .enum(EXPECTATIONS, { error: 'Expected unreachable or authentication' })
    .describe('What a stranger on the Internet has to find: nothing at all, or at most a question who is there.'),
});

/** How sure a finding is, least first. */
export const SURENESS = ['low', 'medium', 'high'] as const;

export type Sureness = (typeof SURENESS)[number];

export const HISTORY = ['report', 'block'] as const;

/** Fingerprints are keyed: without our key nobody learns from one what was found, so that they may stand in a file. */
const dismissal = z.strictObject({
  fingerprint: z
    // YAML reads an id of digits only as a number, unless it stands in quotes.
    .string('Expected the id of a finding, in quotes')
    .regex(/^[0-9a-f]{8,64}$/, 'Expected the id of a finding as the check shows it, such as "7f3a91c2"')
    .describe('The id of the finding as the check shows it, or more digits of it.'),
  because: text(300)
    .regex(/^[^\n\r]*$/, 'Expected a single line')
    .describe('Why it is no secret.'),
  by: z
    .string('Expected @user')
    .regex(/^@?[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/, 'Expected @user')
    .describe('Who says so.'),
  until: z.iso
    .date('Expected a date, such as 2027-01-31')
    .describe('Last day on which it holds, `2027-01-31`; after it the finding counts again.'),
});

/** How strict a gate is, least strict first. */
export const GATE_MODES = ['off', 'observe', 'warn', 'enforce'] as const;

export type GateMode = (typeof GATE_MODES)[number];

/** What a check says of what could not be looked at; the stricter last. */
export const WHEN_UNABLE = ['neutral', 'failure'] as const;

/** What becomes of a deployment that a gate holds; the stricter last. */
export const WHEN_NOT_READY = ['wait', 'reject'] as const;

const gate = (holdsUp: string) => ({
  mode: z
    .enum(GATE_MODES, { error: `Expected one of ${GATE_MODES.join(', ')}` })
    .exactOptional()
    .describe(`\`off\` says nothing, \`observe\` tells, \`warn\` tells loudly, \`enforce\` holds ${holdsUp} up.`),
  enforce_from: z.iso
    .date('Expected a date, such as 2027-01-31')
    .exactOptional()
    .describe('First day on which it is enforced; until then it is what `mode` says, and `enforce` only warns.'),
});

const patterns = (of: string) => list(text(100), `patterns of ${of}`, 50);

const gates = z.strictObject({
  branches: patterns('branches')
    .exactOptional()
    .describe(
      'Branches besides the default one where readiness counts: their pushes get `seaworthy/launch`, and their pull requests are kept up to date. `*` is any text, `?` one character.',
    ),
  secrets: z.strictObject(gate('a merge')).exactOptional().describe('The check `seaworthy/secrets`.'),
  launch: z
    .strictObject({
      ...gate('a merge'),
      when_unable: z
        .enum(WHEN_UNABLE, { error: `Expected ${WHEN_UNABLE.join(' or ')}` })
        .exactOptional()
        .describe('What an enforced check says when readiness could not be told: `neutral` lets pass.'),
    })
    .exactOptional()
    .describe('The check `seaworthy/launch`.'),
  deployments: z
    .strictObject({
      ...gate('a deployment'),
      environments: patterns('environments')
        .exactOptional()
        .describe('Environments whose deployments are held, by pattern.'),
      when_not_ready: z
        .enum(WHEN_NOT_READY, { error: `Expected ${WHEN_NOT_READY.join(' or ')}` })
        .exactOptional()
        .describe(
          'What an enforced gate does with a deployment while anything is in the way: `wait` holds it and lets it go once the service is ready, `reject` fails it.',
        ),
    })
    .exactOptional()
    .describe('Deployments to environments that have Seaworthy as a protection rule.'),
  statuses: z
    .boolean('Expected true or false')
    .exactOptional()
    .describe(
      'Also sets commit statuses of the names of the checks, for tools that read only those. Needs the permission `statuses: write`.',
    ),
});

/** Keys that an organisation may leave to its repositories. What repositories decide anyway is not among them. */
export const LOOSENABLE = [
  'default',
  'not_applicable',
  'teams',
  'should_counts_from',
  'waivers',
  'evidence',
  'when_closed',
  'scan',
  'gates',
] as const;

export type Loosenable = (typeof LOOSENABLE)[number];

/** Keys that describe one service, and so have no place in the organisation's file. */
export const REPOSITORY_ONLY = ['risk', 'launch', 'champion'] as const;

/** Keys by which an organisation keeps its authority, and so have no place in a repository's file. */
export const ORGANISATION_ONLY = ['may_loosen', 'onboarding', 'reports'] as const;

const SELECTIONS = ['all', 'new-only'] as const;

export const WHEN_CLOSED = ['reopen', 'record'] as const;

export const policySchema = z.strictObject({
  version: z.literal(1, { error: 'Expected 1' }).exactOptional().describe('Version of this format.'),
  default: list(checklistName, 'checklists').exactOptional().describe('Checklists that every repository gets.'),
  profiles: list(profile, 'profiles')
    .exactOptional()
    .describe('Further checklists for some repositories; all that fit add up.'),
  not_applicable: list(notApplicable, 'rules')
    .exactOptional()
    .describe('Items that do not apply, with the reason that is shown.'),
  teams: z
    .strictObject({
      security: list(approver, '@users and organisation/teams', 20)
        .exactOptional()
        .describe(
          'Who may attest items that demand the security team, and approve waivers: `@user` or `organisation/team`.',
        ),
    })
    .exactOptional()
    .describe('Who may approve.'),
  risk: riskLevel.exactOptional().describe("The service's risk level."),
  launch: z.iso
    .date('Expected a date, such as 2027-01-31')
    .exactOptional()
    .describe('Day of the launch, `2027-01-31`.'),
  champion: z
    .string('Expected @user')
    .regex(/^@?[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/, 'Expected @user')
    .exactOptional()
    .describe('Who looks after the baseline of this service.'),
  should_counts_from: riskLevel
    .exactOptional()
    .describe("The service's risk level from which on SHOULD items block a launch like MUST items."),
  waivers: z
    .strictObject({
      MAXIMUM: waiver(365).exactOptional().describe('Of items of risk MAXIMUM.'),
      HIGH: waiver(365).exactOptional().describe('Of items of risk HIGH.'),
      MEDIUM: waiver(1100).exactOptional().describe('Of items of risk MEDIUM.'),
      LOW: waiver(1100).exactOptional().describe('Of items of risk LOW.'),
    })
    .exactOptional()
    .describe('How long a risk may be accepted, and by how many.'),
  evidence: z
    .strictObject({
      max_age_days: days(1100)
        .min(1, 'Expected at least one day')
        .exactOptional()
        .describe('Days after which what a person attested is out of date, unless the item says less.'),
    })
    .exactOptional()
    .describe('What attestations are worth.'),
  when_closed: z
    .enum(WHEN_CLOSED, { error: 'Expected reopen or record' })
    .exactOptional()
    .describe(
      'What happens when the baseline issue is closed with open items: it is reopened, or the decision is recorded.',
    ),
  scan: z
    .strictObject({
      blocks_from: riskLevel.exactOptional().describe('Severity from which on a committed secret fails the check.'),
      confidence: z
        .enum(SURENESS, { error: `Expected one of ${SURENESS.join(', ')}` })
        .exactOptional()
        .describe('How sure a finding has to be to fail the check; what is less sure is a notice.'),
      history: z
        .enum(HISTORY, { error: 'Expected report or block' })
        .exactOptional()
        .describe('Whether secrets that were in the history before are only reported, or block the launch.'),
      dismissed: list(dismissal, 'dismissed findings')
        .exactOptional()
        .describe("Findings that are no secrets, in all repositories. Only in the organisation's file."),
    })
    .exactOptional()
    .describe('The scan for committed secrets.'),
  gates: gates.exactOptional().describe('What holds up a merge or a deployment.'),
  onboarding: z
    .strictObject({
      repositories: z
        .union([z.enum(SELECTIONS), list(text(100), 'patterns').min(1, 'Expected at least one pattern')], {
          error: 'Expected all, new-only or a list of patterns of names',
        })
        .exactOptional()
        .describe(
          'Which repositories get a baseline issue: all, those created after the App was installed, or those of these names (`*` is any text, `?` one character).',
        ),
    })
    .exactOptional()
    .describe("How Seaworthy is introduced. Only in the organisation's file."),
  reports: reports.exactOptional().describe("What is told to whom unasked. Only in the organisation's file."),
  targets: list(address(/^https$/, 'https://pay.example.com'), 'addresses', 10)
    .exactOptional()
    .describe(
      'Addresses of the running service, `https://pay.example.com`, that verifiers look at; an API by one that it answers.',
    ),
  exposure: list(exposure, 'addresses', 20)
    .exactOptional()
    .describe('Addresses that strangers must not reach, or not without signing in.'),
  may_loosen: list(z.enum(LOOSENABLE, { error: `Expected one of ${LOOSENABLE.join(', ')}` }), 'keys')
    .exactOptional()
    .describe('Keys that repositories may also set less strictly.'),
});

/** One policy file that is good, as it was written. */
export type ParsedPolicy = z.infer<typeof policySchema>;

export type When = z.infer<typeof when>;

export type Severity = z.infer<typeof riskLevel>;
