/** SurveyMonkey: access tokens are long base64url with dots, told by the name. */
import type { Rule } from '../rule.js';
import { named } from './_shapes.js';
import { dotted } from './_tokens.js';

const rule: Rule = {
  ...named(['surveymonkey', 'survey_monkey', 'survey-monkey'], dotted(60, 120)),
  id: 'surveymonkey-token',
  title: 'SurveyMonkey access token',
  opens: 'the surveys and answers of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'SurveyMonkey',
  rank: 'vendor',
  reference: 'https://api.surveymonkey.com/v3/docs',
  runbook: 'surveymonkey-key',
};

export default rule;
