/** `/baseline false-positive`: this was never a secret, and here is why. */
import { defineCommand } from './_command.js';
import { parseFingerprint, settleByPrefix } from './_finding.js';
import { LONGEST, parseReason } from './_reason.js';

const EXAMPLE = '/baseline false-positive 7f3a91c2 because it is the documented test key';

export default defineCommand<{ finding: string; because: string }>({
  name: 'false-positive',
  summary: 'Dismisses a finding that is no secret',
  usage: 'false-positive <finding> because <reason>',
  whoCanUse: 'write',
  examples: ['7f3a91c2 because it is the documented test key'],
  rejects: ['', '7f3a91c2', '7f3a91c2 because', 'the-key because no', `7f3a91c2 because ${'x'.repeat(LONGEST + 1)}`],
  parse(args) {
    const [word, ...rest] = args.split(' ');
    const finding = parseFingerprint(word, EXAMPLE);
    return { finding, because: parseReason(rest, EXAMPLE) };
  },
  run: ({ finding, because }, subject, context) => settleByPrefix(finding, 'dismissed', because, subject, context),
});
