/** Volcengine: access key ids begin with `AKLT`. */
import type { Rule } from '../rule.js';
import { alnum, prefixed } from './_shapes.js';

const rule: Rule = {
  ...prefixed('AKLT', alnum(35, 60)),
  id: 'volcengine-access-key-id',
  title: 'Volcengine access key id',
  opens: 'nothing alone; it names the account that a secret opens',
  severity: 'LOW',
  version: 1,
  provider: 'Volcengine',
  rank: 'vendor',
  reference: 'https://www.volcengine.com/docs/6291/65568',
  runbook: 'volcengine-key',
};

export default rule;
