/** graphile-worker's log lines in ours: its text varies, so it goes into a field. Its "info" is one line a job: debug to us. */
import { Logger } from 'graphile-worker';
import type { Log } from '../../core/log.js';

export function graphileLog(log: Log): Logger {
  return new Logger(() => (level, detail) => {
    const fields = { detail };
    if (level === 'error') log.error(fields, 'graphile-worker reports an error');
    else if (level === 'warning') log.warn(fields, 'graphile-worker reports a warning');
    else log.debug(fields, 'graphile-worker reports');
  });
}
