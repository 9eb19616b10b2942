/** `/baseline explain`: why an item is asked for and how it is done, or how the grade adds up. */
import { UserError } from '../core/user-error.js';
import { explainGrade, explainItem, itemsOf, stateOf } from '../domain/checklist/index.js';
import { readService } from '../flows/service.js';
import { assignees } from '../infra/db/assignments.js';
import { defineCommand } from './_command.js';
import { itemWord, parseItem } from './_item.js';
import { nearest } from './_suggest.js';

export default defineCommand<{ topic: string }>({
  name: 'explain',
  summary: 'Explains an item (why, how, where it stands), or how the grade adds up',
  usage: 'explain <item|grade>',
  whoCanUse: 'anyone',
  examples: ['grade', 'hsts'],
  rejects: ['', 'hsts csp'],
  parse(args) {
    const topic = itemWord(args);
    if (topic === '' || /\s/.test(topic)) {
      throw new UserError('Name one thing: `/baseline explain grade`, or an item such as `/baseline explain hsts`.');
    }
    return { topic };
  },
  async run({ topic }, { repository }, context) {
    const { states } = await readService(repository.id, context);
    if (topic === 'grade') return explainGrade(itemsOf(context.checklists), states);
    const ids = itemsOf(context.checklists).map(({ id }) => id);
    if (!ids.includes(topic) && nearest(topic, ['grade', ...ids]) === 'grade') {
      throw new UserError('Did you mean `/baseline explain grade`?');
    }
    const item = parseItem(topic, context.checklists);
    const assigned = await assignees(context.db, repository.id);
    return explainItem(item, stateOf(states, item.id), assigned.get(item.id));
  },
});
