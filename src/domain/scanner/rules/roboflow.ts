/** Roboflow: twenty letters and digits, told by the name; publishable keys (`rf_`) are public. */
import type { Rule } from '../rule.js';
import { alnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(['roboflow'], alnum(20)),
  id: 'roboflow-key',
  title: 'Roboflow private API key',
  opens: 'the data sets and models of a workspace',
  severity: 'HIGH',
  version: 1,
  provider: 'Roboflow',
  rank: 'vendor',
  reference: 'https://docs.roboflow.com/developer/authentication/find-your-roboflow-api-key',
  runbook: 'roboflow-key',
};

export default rule;
