/** `/baseline explain`: why an item is asked for and how it is done, how the grade adds up, or where the policy comes from. */
import { UserError } from '../core/user-error.js';
import { explainGrade, explainItem, itemsOf } from '../domain/checklist/index.js';
import { explainPolicy } from '../domain/policy/index.js';
import { readService, viewOf } from '../flows/service.js';
import { defineCommand } from './_command.js';
import { findItem, parseItemId } from './_item.js';
import { nearest } from './_suggest.js';

export default defineCommand<{ topic: string }>({
  name: 'explain',
  summary: 'Explains an item (why, how, where it stands), how the grade adds up, or what the policy says and where',
  usage: 'explain <item|grade|policy>',
  whoCanUse: 'anyone',
  examples: ['grade', 'policy', 'hsts'],
  rejects: ['', 'hsts csp'],
  parse(args) {
    return { topic: parseItemId(args, '/baseline explain hsts` or `/baseline explain grade') };
  },
  async run({ topic }, subject, context) {
    const { id } = subject.repository;
    const service = await readService(id, context);
    const items = itemsOf(viewOf(id, service, context).checklists);
    if (topic === 'grade') return explainGrade(items, service.states);
    if (topic === 'policy') return explainPolicy(service.policy, service.policy.broken);
    const known = items.map((item) => item.id);
    if (!known.includes(topic) && nearest(topic, ['grade', 'policy', ...known]) === 'grade') {
      throw new UserError('Did you mean `/baseline explain grade`?');
    }
    const { item, state } = await findItem(topic, subject, context);
    return explainItem(item, state, service.asides.get(item.id));
  },
});
