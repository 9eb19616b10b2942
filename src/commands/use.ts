/** `/baseline use`: which checklists this service follows. */
import { UserError } from '../core/user-error.js';
import { type Checklist, itemsOf, TIERS } from '../domain/checklist/index.js';
import { changeService } from '../flows/change-service.js';
import { policyOf } from '../flows/policy.js';
import { defineCommand } from './_command.js';
import { nearest, quoteWord } from './_suggest.js';

const EXAMPLE = '/baseline use web-service,repository';
/** A checklist's name, and the maturity level where it has levels. */
const NAME = /^(?<name>[a-z0-9]+(?:-[a-z0-9]+)*)(?:@(?<tier>\d))?$/;

export default defineCommand<{ names: readonly string[] | null }>({
  name: 'use',
  summary: 'Chooses the checklists of this service; `default` leaves it to the policy',
  usage: 'use <checklist[@level][,checklist…]|default>',
  whoCanUse: 'maintain',
  examples: ['web-service,repository', 'web-service, open-source@2', 'default'],
  rejects: ['', ',', 'web_service', 'open-source@', 'open-source@2x', 'web-service,web-service@2'],
  parse(args) {
    const words = args
      .toLowerCase()
      .split(/[\s,]+/)
      .filter((word) => word !== '');
    if (words.length === 1 && words[0] === 'default') return { names: null };
    if (words.length === 0 || !words.every((word) => NAME.test(word))) {
      throw new UserError(`Name checklists with commas between them: \`${EXAMPLE}\`.`);
    }
    const names = [...new Set(words)];
    const bare = names.map(bareName);
    const twice = bare.find((name, at) => bare.indexOf(name) !== at);
    if (twice !== undefined) throw new UserError(`\`${twice}\` is named twice with different levels: say it once.`);
    return { names };
  },
  async run({ names }, { repository, by, at }, context) {
    for (const name of names ?? []) check(name, context.checklists);
    const before = await changeService(
      repository,
      'service.checklists',
      ({ used }) => (JSON.stringify(used) === JSON.stringify(names) ? null : { used: names }),
      { by, at },
      context,
    );
    if (names === null) return 'The policy chooses the checklists of this service from now on.';
    const { policy } = await policyOf(repository, context);
    const withPolicy = (used: readonly string[]) => [...new Set([...policy.checklists, ...used])];
    return differences(withPolicy(before.used ?? []), withPolicy(names));
  },
});

/** @throws UserError when there is no such checklist, or it has no such level. */
function check(said: string, checklists: readonly Checklist[]): void {
  const { name = said, tier } = NAME.exec(said)?.groups ?? {};
  const checklist = checklists.find((candidate) => candidate.name === name);
  if (checklist === undefined) {
    const all = checklists.map((candidate) => candidate.name);
    const near = nearest(name, all);
    const hint =
      near === null ? `There are ${all.map((one) => `\`${one}\``).join(', ')}.` : `Did you mean \`${near}\`?`;
    throw new UserError(`There is no checklist ${quoteWord(name)}. ${hint}`);
  }
  if (tier === undefined) return;
  const levels = new Set(itemsOf([checklist]).map((item) => item.tier));
  if (!TIERS.some((known) => String(known) === tier && levels.has(known))) {
    const has = TIERS.filter((known) => levels.has(known));
    throw new UserError(
      has.length === 0
        ? `\`${name}\` has no levels: say \`${name}\`.`
        : `\`${name}\` has the levels ${has.join(', ')}: say \`${name}@${has.at(-1)}\`, for one.`,
    );
  }
}

function differences(before: readonly string[], after: readonly string[]): string {
  const listed = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');
  const added = after.filter((name) => !before.includes(name));
  const removed = before.filter((name) => !after.includes(name));
  const parts = [
    added.length === 0 ? '' : `Added ${listed(added)}.`,
    removed.length === 0 ? '' : `Removed ${listed(removed)}; what was said about its items is kept.`,
    added.length + removed.length === 0 ? 'Nothing changes.' : '',
    `This service follows ${listed(after)}.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function bareName(name: string): string {
  return name.split('@')[0] ?? name;
}
