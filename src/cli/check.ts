/** `seaworthy check`: what Seaworthy would say of a working copy, or of a repository on GitHub, before it is installed. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { systemClock } from '../core/clock.js';
import { UserError } from '../core/user-error.js';
import { parseArguments } from './_arguments.js';
import { EXIT, type ExitCode, type Io, type Subcommand } from './_contract.js';
import { styleFor } from './_style.js';

const args = z.object({
  target: z.string().optional(),
  checklist: z
    .string()
    .transform((text) => text.split(',').map((name) => name.trim()))
    .pipe(z.array(z.string().min(1, 'expects names of checklists, separated by commas')))
    .optional(),
  json: z.boolean().default(false),
  tokenStdin: z.boolean().default(false),
});

const REPOSITORY = /^(?<owner>[A-Za-z0-9][\w-]*)\/(?<name>[\w.-]+)$/;

export default {
  name: 'check',
  summary: 'judge a working copy, or a repository on GitHub, by the checklists',
  details:
    'In a working copy it judges what files tell (tracked ones, as they are on the disk) and looks for secrets; nothing leaves this machine. Of OWNER/REPO it judges settings as well, over the API with the token in GITHUB_TOKEN or GH_TOKEN; without one, public repositories only, at most 60 requests an hour. Without --checklist it takes the checklists that .github/seaworthy.yml names, and "repository". Exits 0 when no MUST item is unmet, 1 when one is, 2 when it could not look.',
  arguments: [{ syntax: '[target]', summary: 'a folder (default: the working directory), or OWNER/REPO on GitHub' }],
  options: [
    { flags: '--checklist <names>', summary: 'checklists by name, separated by commas: repository,open-source@2' },
    { flags: '--json', summary: 'print one JSON document' },
    { flags: '--token-stdin', summary: 'read the token from stdin' },
  ],
  examples: [
    'npx seaworthy check',
    'npx seaworthy check --checklist repository,web-service',
    'npx seaworthy check --json | jq .grade.letter',
    'gh auth token | npx seaworthy check ossf/scorecard --token-stdin',
  ],
  anybodysFolder: true,
  async run(raw, io): Promise<ExitCode> {
    const { target = '.', checklist, json, tokenStdin } = parseArguments(args, raw);
    const looked = await look(target, tokenStdin, io);
    try {
      const { chooseItems } = await import('./_check/choose.js');
      const { judged } = await import('./_check/judge.js');
      const chosen = await chooseItems({ asked: checklist ?? null, looked, io });
      const verdicts = await looked.ask(new Set(chosen.items.flatMap(({ verify }) => verify ?? [])));
      const result = judged(chosen, verdicts, systemClock.now().toISOString());
      const { jsonReport, prettyReport } = await import('./_check/report.js');
      const about = { where: looked.where, checklists: chosen.checklists.map(({ name }) => name) };
      io.stdout.write(json ? jsonReport(about, result) : prettyReport(about, result, styleFor(io)));
      return result.blocking.length > 0 ? EXIT.negative : EXIT.ok;
    } finally {
      await looked.close();
    }
  },
} satisfies Subcommand;

/** A folder of that name comes first: it is what Tab completes. @throws UserError where there is neither. */
async function look(target: string, tokenStdin: boolean, io: Io) {
  const folder = path.resolve(io.cwd, target);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) {
    if (tokenStdin) throw new UserError('--token-stdin goes with OWNER/REPO; a working copy takes no token.');
    return await (await import('./_check/working-copy.js')).lookAtWorkingCopy(folder, io);
  }
  const { owner, name } = REPOSITORY.exec(target)?.groups ?? {};
  if (owner === undefined || name === undefined) {
    throw new UserError(`"${target}" is neither a folder nor a repository as OWNER/REPO.`);
  }
  return await (await import('./_check/over-api.js')).lookOverApi({ owner, name }, tokenStdin, io);
}
