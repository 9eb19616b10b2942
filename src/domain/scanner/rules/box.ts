/** Box: client secrets and developer tokens are 32 letters and digits, told by the name. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    ['box_client', 'box-client', 'boxclient', 'boxsdk', 'box_developer', 'box_access', 'boxappsettings', 'box_api'],
    alnum(32),
  ),
  // Not the end of another word, as in `sandbox_client`.
  boundary: 'word',
  id: 'box-secret',
  title: 'Box client secret or developer token',
  opens: 'the files that people granted to an application',
  severity: 'HIGH',
  version: 1,
  provider: 'Box',
  rank: 'vendor',
  reference: 'https://developer.box.com/guides/authentication/',
  runbook: 'box-key',
};

export default rule;
