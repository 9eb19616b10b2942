/** `docs/generated/policy.md`: every key of the policy, what it means, what holds without it, and what a repository may say. */
import { z } from 'zod';
import {
  DEFAULT_REPORTS,
  DEFAULT_SELECTION,
  DEFAULTS,
  LOOSENABLE,
  ORGANISATION_ONLY,
  ORGANISATION_REPOSITORY,
  POLICY_FILE,
  policySchema,
  REPOSITORY_ONLY,
  resolvePolicy,
  valuesOf,
} from '../../domain/policy/index.js';
import { GENERATED, type GeneratedPage, table } from './_page.js';

export default {
  file: 'docs/generated/policy.md',
  render() {
    const rows = [...keysOf(z.toJSONSchema(policySchema, { io: 'input' }) as Schema, '')].map(([key, schema]) => [
      `\`${key}\``,
      schema.description ?? '',
      expectedOf(schema),
      defaultOf(key),
      roleOf(key),
    ]);
    return `${GENERATED}\n\n${INTRODUCTION}\n\n${table(HEADER, rows)}\n\n${EXAMPLE}\n`;
  },
} satisfies GeneratedPage;

const HEADER = ['key', 'what it says', 'value', 'default', 'in a repository'];

const INTRODUCTION = `# Policy

\`${POLICY_FILE}\` in the organisation's \`${ORGANISATION_REPOSITORY}\` repository holds for all its repositories. The same file in a repository holds
for that one, and may only be stricter, unless the organisation lists the key under \`may_loosen\`; what would be looser is ignored, and said.
Only the file on the default branch is in force. Every key may be left out; unknown keys are errors. A pull request that changes the file
gets the check \`seaworthy/policy\`: what is wrong, line by line, or what would change for which repository. It is posted on such pull
requests only, so do not make it a required check.

Whoever may push to the default branch of \`${ORGANISATION_REPOSITORY}\` sets the policy of the organisation: create that repository and protect the
branch. \`seaworthy lint\` checks the file before it is committed; editors that know JSON Schema take
[policy.schema.json](policy.schema.json). \`/baseline explain policy\` says where each value comes from.`;

const EXAMPLE = `## Example

\`\`\`yaml
version: 1
default: [repository]
profiles:
  - when: { topic: web }
    use: [web-service]
teams:
  security: [harbour/security]
waivers:
  HIGH: { days: 14, approvers: 1 }
may_loosen: [evidence]
\`\`\``;

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
}

/** Every key with its path; those of entries of a list are written `profiles[].use`. */
function* keysOf(schema: Schema, prefix: string): Generator<readonly [string, Schema]> {
  for (const [name, child] of Object.entries(schema.properties ?? {})) {
    const key = `${prefix}${name}`;
    yield [key, child];
    yield* keysOf(child, `${key}.`);
    if (child.items) yield* keysOf(child.items, `${key}[].`);
  }
}

function expectedOf(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map(expectedOf).join(' or ');
  if (schema.enum) return schema.enum.map((word) => `\`${word}\``).join(', ');
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.items) return schema.items.enum ? `list of ${expectedOf(schema.items)}` : 'list';
  if (schema.type === 'integer') return `${schema.minimum} to ${schema.maximum}`;
  if (schema.format === 'date') return 'date';
  if (schema.type === 'boolean') return '`true`, `false`';
  if (schema.properties) return '';
  return schema.type === 'object' ? 'names with values' : 'text';
}

/** What holds where no file says anything, by key. */
const VALUES = valuesOf(
  resolvePolicy({
    organisation: null,
    repository: null,
    facts: { name: '', topics: [], language: null, visibility: 'private', properties: {} },
  }).policy,
);

/** The same for reports, which are the organisation's alone. */
const REPORTS = new Map<string, string | number | boolean | null>([
  ['reports.readiness_issue', DEFAULT_REPORTS.readinessIssue],
  ['reports.custom_properties', DEFAULT_REPORTS.customProperties],
  ['reports.digest', DEFAULT_REPORTS.digest],
  ['reports.digest_on', DEFAULT_REPORTS.digestOn],
  ['reports.digest_at', DEFAULT_REPORTS.digestAt],
]);

/** Empty where no file says anything. */
const LISTS: readonly string[] = ['not_applicable', 'scan.dismissed'];

function defaultOf(key: string): string {
  if (key === 'default') return `\`[${DEFAULTS.checklists.join(', ')}]\``;
  if (key === 'onboarding.repositories') return `\`${String(DEFAULT_SELECTION)}\``;
  const value = LISTS.includes(key) ? undefined : (VALUES.get(key) ?? REPORTS.get(key)?.toString());
  return value ? `\`${value}\`` : '';
}

/** Of the keys at the top: what is below one goes with it. */
function roleOf(key: string): string {
  if (key === 'scan.dismissed') return 'not allowed';
  if (key.includes('.')) return '';
  const isOneOf = (keys: readonly string[]) => keys.includes(key);
  if (isOneOf(REPOSITORY_ONLY)) return 'only there';
  if (isOneOf(ORGANISATION_ONLY)) return 'not allowed';
  if (isOneOf(LOOSENABLE)) return 'stricter only';
  return key === 'profiles' ? 'adds' : '';
}
