/** `/baseline status`: where the service stands, without scrolling to the issue. */
import { UserError } from '../core/user-error.js';
import { renderStatus } from '../domain/checklist/index.js';
import { missingFor } from '../flows/missing.js';
import { readService, viewOf } from '../flows/service.js';
import { defineCommand } from './_command.js';

export default defineCommand<null>({
  name: 'status',
  summary: 'Says where the service stands and what to do next',
  usage: 'status',
  whoCanUse: 'anyone',
  examples: [''],
  rejects: ['please'],
  parse(args) {
    if (args !== '') throw new UserError('`/baseline status` takes nothing after it.');
    return null;
  },
  async run(_, { repository }, context) {
    const service = await readService(repository.id, context);
    const missing = await missingFor(context);
    const note =
      missing.length === 0
        ? ''
        : `\n\nSeaworthy was not given all it needs here:\n${missing.map((line) => `- ${line}`).join('\n')}`;
    if (service.baseline === null || service.baseline.issue === null) {
      const because = service.baseline?.absentBecause ?? 'it is being opened now';
      return `This repository has no baseline issue: ${because}.${note}`;
    }
    return `${renderStatus(viewOf(repository.id, service, context))}\n\nThe list: #${service.baseline.issue.number}${note}`;
  },
});
