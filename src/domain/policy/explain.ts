/** The policy of one repository as people read it: every value, and whose word it is. */
import type { Problem } from '../../core/yaml.js';
import { code, escapeInline, mention } from '../checklist/escape.js';
import { plural } from '../checklist/words.js';
import { valuesOf } from './compare.js';
import { highestNames } from './names.js';
import type { Origin, ResolvedPolicy } from './resolve.js';
import { ORGANISATION_REPOSITORY, POLICY_FILE } from './schema.js';

const SAID_BY: Readonly<Record<Origin, string>> = {
  default: 'default',
  organisation: `organisation's \`${ORGANISATION_REPOSITORY}\` repository`,
  repository: 'this repository',
};

/** What is wrong with files as last read: earlier ones are in force in their place. */
export interface BrokenPolicies {
  readonly organisation: readonly Problem[];
  readonly repository: readonly Problem[];
}

/** Markdown: a table of all values with their origins, then what of the files has no effect. */
export function explainPolicy({ policy, origins, problems }: ResolvedPolicy, broken: BrokenPolicies): string {
  const from = (key: string) => SAID_BY[origins.get(key) ?? 'default'];
  const checklists = highestNames(policy.checklists).map((name) =>
    row('checklist', code(name), from(`checklists.${name}`)),
  );
  const rules = policy.notApplicable.flatMap(({ items, because }) =>
    items.map((id) => row('`not_applicable`', `${code(id)}: ${escapeInline(because)}`, from(`not_applicable.${id}`))),
  );
  const dismissed = policy.scan.dismissed.map(({ fingerprint, because, by, until }) =>
    row(
      '`scan.dismissed`',
      `${code(fingerprint)} until ${until}: ${escapeInline(because)} (${mention(by)})`,
      from(`scan.dismissed.${fingerprint}`),
    ),
  );
  const targets = policy.targets.map((url) => row('`targets`', code(url), from(`targets.${url}`)));
  const exposure = policy.exposure.map(({ url, expect }) =>
    row('`exposure`', `${code(url)}: ${expect}`, from(`exposure.${url}`)),
  );
  const values = [...valuesOf(policy)]
    .filter(([key]) => !LISTS.has(key))
    .map(([key, value]) => row(code(key), value === '' ? 'nobody said' : escapeInline(value), from(key)));
  return [
    `Read from ${code(POLICY_FILE)} of the organisation's ${code(ORGANISATION_REPOSITORY)} repository and of this one, on their default branches.`,
    [
      '| what | value | from |',
      '| --- | --- | --- |',
      ...checklists,
      ...rules,
      ...values,
      ...dismissed,
      ...targets,
      ...exposure,
    ].join('\n'),
    ...(problems.length === 0 ? [] : [ignored(problems)]),
    ...notInForce(broken),
  ].join('\n\n');
}

/** Shown entry by entry. */
const LISTS: ReadonlySet<string> = new Set(['not_applicable', 'scan.dismissed', 'targets', 'exposure']);

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The messages are ours; the names in them were checked to be slugs or words of ours. */
function ignored(problems: ResolvedPolicy['problems']): string {
  const lines = problems.map(({ path, message }) => `- ${code(path.map(String).join('.'))}: ${message}`);
  return ["This repository's own file also says what has no effect:", '', ...lines].join('\n');
}

/** Whoever sees this repository may not see the organisation's: its problems are counted, not shown. */
function notInForce({ organisation, repository }: BrokenPolicies): string[] {
  const parts: string[] = [];
  if (organisation.length > 0)
    parts.push(
      `**The organisation's file cannot be used as it is** (${plural(organisation.length, 'problem')}): what was good last is in force.`,
    );
  if (repository.length > 0)
    parts.push(
      [
        "**This repository's own file cannot be used as it is**: what was good last is in force.",
        '',
        ...repository.map(problemLine),
      ].join('\n'),
    );
  return parts;
}

/** One problem of a policy file as a line of a Markdown list. */
export function problemLine({ line, path, message }: Problem): string {
  const where = [line === undefined ? '' : `line ${line}`, path === '' ? '' : code(path)].filter(Boolean).join(', ');
  return `- ${where === '' ? '' : `${where}: `}${escapeInline(message)}`;
}
