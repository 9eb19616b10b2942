/** AppSignal: push keys are UUIDs, told by the name. */
import type { Rule } from '../rule.js';
import { named, uuid } from './_shapes.js';

const rule: Rule = {
  ...named(['appsignal'], uuid),
  id: 'appsignal-push-key',
  title: 'AppSignal push API key',
  opens: 'sending errors and figures to an application',
  severity: 'LOW',
  version: 1,
  provider: 'AppSignal',
  rank: 'vendor',
  reference: 'https://docs.appsignal.com/support/environments.html',
  runbook: 'appsignal-push-key',
};

export default rule;
