/** `seaworthy render`: the baseline issue of a checklist as Markdown, as it looks on its first day. */
import path from 'node:path';
import { z } from 'zod';
import { dayOf, systemClock } from '../core/clock.js';
import { UserError } from '../core/user-error.js';
import { GUIDE_URL, problemText, render } from '../domain/checklist/index.js';
import { tailor } from '../domain/policy/index.js';
import { chooseChecklist } from '../domain/checklist/tiers.js';
import { readChecklists } from '../infra/catalogue.js';
import { parseArguments } from './_arguments.js';
import { EXIT, type Subcommand } from './_contract.js';

const args = z.object({ checklists: z.array(z.string()) });

export default {
  name: 'render',
  summary: 'print the baseline issue of checklists as Markdown',
  details: 'Several checklists are shown in one issue; a level is written with @, such as open-source@2.',
  arguments: [{ syntax: '<checklists...>', summary: 'names of checklists' }],
  examples: ['npx seaworthy render web-service', 'npx seaworthy render repository web-service > preview.md'],
  async run(raw, io) {
    const { checklists: names } = parseArguments(args, raw);
    const { checklists: catalogue, problems } = await readChecklists(path.join(io.packageFolder, 'checklists'));
    if (problems.length > 0)
      throw new UserError(['The checklists cannot be used:', ...problems.map(problemText)].join('\n'));
    for (const name of names) {
      const chosen = chooseChecklist(catalogue, name);
      if ('problem' in chosen) throw new UserError(chosen.problem);
    }
    const policy = { checklists: names, notApplicable: [] };
    const { checklists } = tailor({ policy, catalogue, facts: { visibility: 'public' } });
    const { body } = render({
      repository: { id: 0 },
      checklists,
      states: new Map(),
      header: {},
      today: dayOf(systemClock.now()),
      guideUrl: GUIDE_URL,
      notes: [],
    });
    io.stdout.write(`${body.trimEnd()}\n`);
    return EXIT.ok;
  },
} satisfies Subcommand;
