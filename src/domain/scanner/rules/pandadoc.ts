/** PandaDoc: 40 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['pandadoc'], lowerHex(40)),
  id: 'pandadoc-key',
  title: 'PandaDoc API key',
  opens: 'the documents of a workspace',
  severity: 'HIGH',
  version: 1,
  provider: 'PandaDoc',
  rank: 'vendor',
  reference: 'https://developers.pandadoc.com/reference/api-key-authentication-process',
  runbook: 'pandadoc-key',
};

export default rule;
