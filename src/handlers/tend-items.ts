/** Ends waivers, reminds of them and ages evidence in one repository. Asked for by the chore that watches the calendar. */
import { tendItems } from '../flows/tend-items.js';
import { defineHandler } from './_handler.js';

export default defineHandler<{ repositoryId: number }>({
  on: [],
  needs: { issues: 'write' },
  parse: () => null,
  subject: ({ repositoryId }) => `baseline:${repositoryId}`,
  run: ({ repositoryId }, context) => tendItems(repositoryId, context),
});
