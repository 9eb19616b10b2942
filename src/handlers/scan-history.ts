/** Reads a repository's whole history, a slice at a time. Asked for at the installation, by a command, and by a chore. */
import type { HistoryWork } from '../flows/request-history.js';
import { scanHistory } from '../flows/scan-history.js';
import { defineHandler } from './_handler.js';

export default defineHandler<HistoryWork>({
  on: [],
  needs: { contents: 'read', issues: 'write' },
  parse: () => null,
  subject: () => 'history',
  run: scanHistory,
});
