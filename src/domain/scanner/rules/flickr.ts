/** Flickr: keys are 32 hexadecimal digits and their secrets sixteen, told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['flickr'], either(lowerHex(32), lowerHex(16))),
  id: 'flickr-key',
  title: 'Flickr API key or secret',
  opens: 'the photos that people granted',
  severity: 'LOW',
  version: 1,
  provider: 'Flickr',
  rank: 'vendor',
  reference: 'https://www.flickr.com/services/api/misc.api_keys.html',
  runbook: 'flickr-key',
};

export default rule;
