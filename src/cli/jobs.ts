/** `seaworthy jobs`: what was given up and why, how far sweep and reconciler are; and puts parked jobs back in line. */
import { z } from 'zod';
import { systemClock } from '../core/clock.js';
import { UserError } from '../core/user-error.js';
import type { Overview } from '../infra/queue/desk.js';
import { parseArguments } from './_arguments.js';
import { EXIT, type Io, type Subcommand } from './_contract.js';
import { renderOverview } from './_jobs/render.js';
import { type CliDesk, withDesk } from './_desk.js';

const args = z.object({
  ids: z.array(z.string().regex(/^\d{1,15}$/, 'expects numbers of jobs')).default([]),
  rearm: z.boolean().default(false),
  all: z.boolean().default(false),
  json: z.boolean().default(false),
});

export default {
  name: 'jobs',
  summary: 'list parked jobs, and put them back in line',
  details:
    'Run it where the App runs, as its user: with the embedded database a running App is asked through its own address and the token in its data folder; otherwise the database is opened.',
  arguments: [{ syntax: '[ids...]', summary: 'with --rearm: these jobs' }],
  options: [
    { flags: '--rearm', summary: 'put the jobs named, or with --all every parked one, back in line' },
    { flags: '--all', summary: 'with --rearm: all parked jobs' },
    { flags: '--json', summary: 'print JSON' },
  ],
  examples: ['npx seaworthy jobs', 'npx seaworthy jobs --rearm 1234 1240', 'npx seaworthy jobs --rearm --all'],
  async run(raw, io) {
    const { ids, rearm, all, json } = parseArguments(args, raw);
    if (!rearm && (all || ids.length > 0)) throw new UserError('Say --rearm as well to put jobs back in line.');
    if (rearm && all === ids.length > 0) throw new UserError('Name the jobs to put back in line, or say --all.');
    return withDesk(io, async (desk) => {
      if (rearm) return rearmed(desk, all ? undefined : ids.map(Number), io);
      print(await desk.overview(LISTED), json, io);
      return EXIT.ok;
    });
  },
} satisfies Subcommand;

const LISTED = 200;

async function rearmed(desk: CliDesk, ids: readonly number[] | undefined, io: Io) {
  const count = await desk.rearm(ids);
  io.stdout.write(`${count} ${count === 1 ? 'job is' : 'jobs are'} back in line.\n`);
  if (ids === undefined || count === ids.length) return EXIT.ok;
  io.stderr.write('The others are not parked, or GitHub has to send their webhook again first.\n');
  return EXIT.negative;
}

function print(overview: Overview, json: boolean, io: Io): void {
  io.stdout.write(json ? `${JSON.stringify(overview)}\n` : renderOverview(overview, systemClock.now()));
}
