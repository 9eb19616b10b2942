/** What becomes of a webhook, at once: parsed and run by the handler of its name, on the stage's own database. */
import followAccess from '../../../../src/handlers/follow-access.js';
import forgetPerson from '../../../../src/handlers/forget-person.js';
import { flowContext } from '../../../support/flow-context.js';
import type { DashboardStage } from '../../../support/dashboard.js';

export async function parseHandled(
  { db, clock }: Pick<DashboardStage, 'db' | 'clock'>,
  handler: 'follow-access' | 'forget-person',
  payload: unknown,
): Promise<void> {
  const { context } = flowContext(db, { clock });
  if (handler === 'forget-person') {
    const event = forgetPerson.parse(payload);
    if (event === null) throw new Error('Nothing for this handler');
    return forgetPerson.runForApp(event, context);
  }
  const event = followAccess.parse(payload);
  if (event === null) throw new Error('Nothing for this handler');
  return followAccess.run(event, context);
}
