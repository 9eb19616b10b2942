/** `/baseline risk`: how bad it would be if this service failed its users. */
import { RISK_LEVELS, type RiskLevel } from '../core/risk.js';
import { UserError } from '../core/user-error.js';
import { changeService } from '../flows/change-service.js';
import { defineCommand } from './_command.js';
import { kept, LONGEST, parseReason } from './_reason.js';

const EXAMPLE = '/baseline risk MEDIUM because it holds names and addresses of customers';
const LEVELS = 'https://infosec.mozilla.org/guidelines/risk/standard_levels';

export default defineCommand<{ level: RiskLevel; because: string }>({
  name: 'risk',
  summary: "Sets the service's risk level: how bad the worst likely day would be",
  usage: 'risk <LOW|MEDIUM|HIGH|MAXIMUM> because <reason>',
  whoCanUse: 'maintain',
  examples: ['MEDIUM because it holds names and addresses of customers', 'high because it takes payments'],
  rejects: [
    '',
    'HIGH',
    'HIGH because',
    'UNKNOWN because nobody looked',
    'because',
    `LOW because ${'x'.repeat(LONGEST + 1)}`,
  ],
  parse(args) {
    const [word, ...rest] = args.split(' ');
    const level = RISK_LEVELS.find((known) => known === word?.toUpperCase());
    if (level === undefined) {
      throw new UserError(
        `Say one of ${RISK_LEVELS.join(', ')} ([what they mean](${LEVELS})) and why: \`${EXAMPLE}\`.`,
      );
    }
    return { level, because: parseReason(rest, EXAMPLE) };
  },
  async run({ level, because }, { repository, by, at }, context) {
    const risk = { level, because: kept(because, context), by };
    const isSame = (known: typeof risk | null) =>
      known?.level === level && known.because === risk.because && known.by === by;
    await changeService(
      repository,
      'service.risk',
      (settings) => (isSame(settings.risk) ? null : { risk }),
      { by, at },
      context,
    );
    return null;
  },
});
