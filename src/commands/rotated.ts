/** `/baseline rotated`: the committed value opens nothing any more, and here is the evidence. */
import { UserError } from '../core/user-error.js';
import { defineCommand } from './_command.js';
import { parseFingerprint, settleByPrefix } from './_finding.js';
import { LONGEST, limited } from './_reason.js';

const EXAMPLE = '/baseline rotated 7f3a91c2 https://example.com/ticket/12';

export default defineCommand<{ finding: string; evidence: string }>({
  name: 'rotated',
  summary: 'Records that a committed secret was rotated',
  usage: 'rotated <finding> <link to the evidence>',
  whoCanUse: 'write',
  examples: ['7f3a91c2 https://example.com/ticket/12', '7f3a91c2 done in the console, audit entry 4711'],
  rejects: ['', '7f3a91c2', 'the-key https://example.com', `7f3a91c2 ${'x'.repeat(LONGEST + 1)}`],
  parse(args) {
    const [word, ...rest] = args.split(' ');
    const finding = parseFingerprint(word, EXAMPLE);
    const evidence = rest.join(' ').trim();
    if (evidence === '') throw new UserError(`Say how it can be seen that it was rotated: \`${EXAMPLE}\`.`);
    return { finding, evidence: limited(evidence, 'Evidence') };
  },
  run: ({ finding, evidence }, subject, context) => settleByPrefix(finding, 'rotated', evidence, subject, context),
});
