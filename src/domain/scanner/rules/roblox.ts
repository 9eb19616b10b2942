/** Roblox: the cookie of a session begins with a warning not to share it; keys of Open Cloud are told by the name. */
import type { Rule } from '../rule.js';
import { following } from './_in-context.js';
import { hex } from './_shapes.js';

const rule: Rule = {
  ...following(['-and-to-steal-your-ROBUX-and-items.|_'], hex(100, 1200)),
  id: 'roblox-session-cookie',
  title: 'Roblox session cookie',
  opens: 'everything of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Roblox',
  rank: 'vendor',
  reference: 'https://create.roblox.com/docs/cloud/auth/api-keys',
  runbook: 'roblox-cookie',
};

export default rule;
