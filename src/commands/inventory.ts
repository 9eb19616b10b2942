/** `/baseline inventory <package>[@range]`: who runs it, across the organisation, as far as this place may be told. */
import { code } from '../domain/checklist/index.js';
import { type Found, findUses } from '../domain/inventory/answer.js';
import { parseQuestion, type Question } from '../domain/inventory/question.js';
import { isOfSecurityTeam } from '../flows/approvers.js';
import type { Context } from '../flows/context.js';
import { type Coverage, coverageOf, type Use, usesOf } from '../infra/db/inventory.js';
import { defineCommand } from './_command.js';
import type { Subject } from './_subject.js';

/** Lines of an answer; a comment has to stay readable, and `seaworthy inventory` shows all. */
const LONGEST = 50;

export default defineCommand<{ question: Question; asked: string }>({
  name: 'inventory',
  summary: 'Tells which repositories of the organisation use a package, and in which version',
  usage: 'inventory <package>[@range]',
  whoCanUse: 'read',
  examples: ['log4j-core@<2.17.1', 'npm:lodash', '@babel/core@^7'],
  rejects: ['', 'lodash@soon', 'two words'],
  parse: (args) => ({ question: parseQuestion(args), asked: args.trim() }),
  async run({ question, asked }, subject, context) {
    const { installationId } = context.job;
    const uses = await usesOf(context.db, installationId, question);
    const [shown, isAll] = await visible(uses, subject, context);
    const found = findUses(question, shown);
    return [
      `${heading(found)} ${code(asked)}.`,
      ...(found.length === 0 ? [] : ['', ...found.slice(0, LONGEST).map(line)]),
      ...(found.length > LONGEST
        ? [`- and ${found.length - LONGEST} more: \`seaworthy inventory\` lists them all`]
        : []),
      '',
      isAll ? scope(await coverageOf(context.db, installationId)) : HIDDEN,
    ].join('\n');
  },
});

/**
 * Whoever reads a comment may not be let into other repositories: public ones are named everywhere, private ones only in a private
 * place and to somebody whom the organisation's policy names as its security team.
 */
async function visible(
  uses: readonly Use[],
  { repository, isPrivate, by }: Subject,
  context: Context,
): Promise<[readonly Use[], boolean]> {
  const isAll = isPrivate && (await isOfSecurityTeam(by, context));
  return [uses.filter((use) => isAll || !use.isPrivate || use.repositoryId === repository.id), isAll];
}

function heading(found: readonly Found[]): string {
  const sure = found.filter(({ match }) => match === 'yes').length;
  const maybe = found.length - sure;
  if (found.length === 0) return 'No repository that can be named here is known to use';
  const many = (count: number) => `${count} ${count === 1 ? 'repository' : 'repositories'}`;
  const surely = sure === 0 ? '' : `${many(sure)} ${sure === 1 ? 'uses' : 'use'}`;
  const perhaps = maybe === 0 ? '' : `${sure > 0 ? `${maybe} more` : many(maybe)} may use`;
  return [surely, perhaps].filter((part) => part !== '').join(', ');
}

function line({ repository, packages, match }: Found): string {
  const versions = [...packages].map(
    ([name, all]) => `${code(name)} ${all.map((version) => code(version || 'any')).join(', ')}`,
  );
  return `- ${repository}: ${versions.join('; ')}${match === 'maybe' ? ' (perhaps: only a range is on record, or a version that cannot be compared)' : ''}`;
}

/** How many there are in all is not told either: a count tells of repositories that one may not see. */
const HIDDEN =
  '<sub>Of the public repositories and this one. Private ones are named in a private repository only, to the security team that the organisation’s policy names.</sub>';

function scope({ read, unread }: Coverage): string {
  const blind =
    unread === 0 ? '' : ` Of ${unread} more nothing is known: GitHub has no bill of materials for them yet.`;
  return `<sub>From the bills of materials of ${read} ${read === 1 ? 'repository' : 'repositories'}.${blind}</sub>`;
}
