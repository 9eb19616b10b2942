/** `seaworthy inventory`: which repositories use a package, in all organisations that this App serves. */
import { z } from 'zod';
import { type Found, findUses } from '../domain/inventory/answer.js';
import { parseQuestion } from '../domain/inventory/question.js';
import type { Coverage } from '../infra/db/inventory.js';
import { parseArguments } from './_arguments.js';
import { EXIT, type Io, type Subcommand } from './_contract.js';
import { withDesk } from './_desk.js';

const args = z.object({ package: z.string(), json: z.boolean().default(false) });

export default {
  name: 'inventory',
  summary: 'tell which repositories use a package, and in which version',
  details:
    'From the bills of materials that the App reads once a day. It names private repositories too: run it where the App runs, as its user. Exit status: 0 somebody uses it, 1 nobody is known to, 2 it could not be told.',
  arguments: [{ syntax: '<package>', summary: 'such as lodash, npm:lodash@<4.17.21 or log4j-core@>=2.0 <2.17.1' }],
  options: [{ flags: '--json', summary: 'print JSON' }],
  examples: ["npx seaworthy inventory 'log4j-core@<2.17.1'", 'npx seaworthy inventory npm:lodash --json'],
  async run(raw, io) {
    const { package: asked, json } = parseArguments(args, raw);
    const question = parseQuestion(asked);
    const { uses, coverage } = await withDesk(io, (desk) => desk.holdings(question));
    const found = findUses(question, uses);
    if (json) printJson(found, coverage, io);
    else print(found, coverage, io);
    return found.length > 0 ? EXIT.ok : EXIT.negative;
  },
} satisfies Subcommand;

function printJson(found: readonly Found[], coverage: Coverage, io: Io): void {
  const repositories = found.map(({ repository, match, packages }) => ({
    repository,
    match,
    packages: Object.fromEntries(packages),
  }));
  io.stdout.write(`${JSON.stringify({ repositories, coverage })}\n`);
}

function print(found: readonly Found[], { read, unread }: Coverage, io: Io): void {
  for (const { repository, match, packages } of found) {
    const versions = [...packages].map(([name, all]) => `${name} ${all.map((one) => one || '(any)').join(', ')}`);
    io.stdout.write(`${repository}  ${versions.join('; ')}${match === 'maybe' ? '  (perhaps)' : ''}\n`);
  }
  if (found.length === 0) io.stdout.write('No repository is known to use it.\n');
  const blind = unread === 0 ? '' : `; of ${unread} more GitHub has no bill of materials yet`;
  io.stderr.write(`From the bills of materials of ${read} ${read === 1 ? 'repository' : 'repositories'}${blind}.\n`);
}
