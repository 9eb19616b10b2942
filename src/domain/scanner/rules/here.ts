/** HERE: API keys of 43 characters, and access key secrets of 86; told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    ['here_api', 'here-api', 'hereapi', 'here_maps', 'heremaps', 'here_access', 'here.access', 'here_app'],
    either(base64url(86), base64url(43)),
  ),
  // Not the end of another word, as in `where_api`.
  boundary: 'word',
  id: 'here-key',
  title: 'HERE API key or access key secret',
  opens: 'paid maps and routes on an account',
  severity: 'MEDIUM',
  version: 1,
  provider: 'HERE',
  rank: 'vendor',
  reference:
    'https://www.here.com/docs/bundle/identity-and-access-management-developer-guide/page/topics/plat-using-apikeys.html',
  runbook: 'here-key',
};

export default rule;
