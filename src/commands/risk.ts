/** `/baseline risk`: how bad it would be if this service failed its users. */
import { RISK_LEVELS, type RiskLevel } from '../core/risk.js';
import { UserError } from '../core/user-error.js';
import { redact } from '../domain/scanner/redact.js';
import { changeService } from '../flows/change-service.js';
import { defineCommand } from './_command.js';
import { splitReason } from './_reason.js';

const EXAMPLE = '/baseline risk MEDIUM because it holds names and addresses of customers';
const LEVELS = 'https://infosec.mozilla.org/guidelines/risk/standard_levels';

export default defineCommand<{ level: RiskLevel; because: string }>({
  name: 'risk',
  summary: "Sets the service's risk level: how bad the worst likely day would be",
  usage: 'risk <LOW|MEDIUM|HIGH|MAXIMUM> because <reason>',
  whoCanUse: 'maintain',
  examples: ['MEDIUM because it holds names and addresses of customers', 'high because it takes payments'],
  rejects: ['', 'HIGH', 'HIGH because', 'UNKNOWN because nobody looked', 'because', `LOW because ${'x'.repeat(501)}`],
  parse(args) {
    const word = args.split(' ')[0]?.toUpperCase();
    if (!RISK_LEVELS.some((known) => known === word)) {
      throw new UserError(
        `Say one of ${RISK_LEVELS.join(', ')} ([what they mean](${LEVELS})) and why: \`${EXAMPLE}\`.`,
      );
    }
    const { what, because } = splitReason(args, EXAMPLE);
    const level = RISK_LEVELS.find((known) => known === what.toUpperCase());
    if (level === undefined) throw new UserError(`The reason comes right after the level: \`${EXAMPLE}\`.`);
    return { level, because };
  },
  async run({ level, because }, { repository, by, at }, context) {
    // People may quote the very value: what any rule knows is taken out before it is kept.
    const risk = { level, because: redact(because, context.engine), by };
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
