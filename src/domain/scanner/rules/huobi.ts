/** HTX, formerly Huobi: four parts of hexadecimal digits, told by its names. */
import type { Rule } from '../rule.js';
import { joined, lowerAlnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    ['huobi', 'htx_secret', 'htx_api', 'htxsecret', 'htxapi'],
    joined(lowerAlnum(8), '-', lowerAlnum(8), '-', lowerAlnum(8), '-', lowerAlnum(5)),
  ),
  id: 'huobi-secret',
  title: 'HTX secret key',
  opens: 'trading with the account of its owner',
  severity: 'MAXIMUM',
  version: 1,
  provider: 'HTX',
  rank: 'vendor',
  reference: 'https://www.htx.com/en-us/opend/newApiPages/',
  runbook: 'huobi-secret',
};

export default rule;
