/** Clarifai: 32 hexadecimal digits, told by the name they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['clarifai'], lowerHex(32)),
  id: 'clarifai-token',
  title: 'Clarifai personal access token',
  opens: 'the apps, models and inputs of a person',
  severity: 'HIGH',
  version: 1,
  provider: 'Clarifai',
  rank: 'vendor',
  reference: 'https://docs.clarifai.com/control/authentication/pat',
  runbook: 'clarifai-key',
};

export default rule;
