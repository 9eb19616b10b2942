/** Astronomer: tokens of a deployment, workspace or organisation are JSON Web Tokens. */
import type { Rule } from '../rule.js';
import { jwtNamed } from './_tokens.js';

const rule: Rule = {
  ...jwtNamed('astronomer', 'astro_api'),
  id: 'astronomer-token',
  title: 'Astronomer API token',
  opens: 'the Airflow deployments of a workspace',
  severity: 'HIGH',
  version: 1,
  provider: 'Astronomer',
  rank: 'vendor',
  reference: 'https://www.astronomer.io/docs/astro/deployment-api-tokens',
  runbook: 'astronomer-key',
};

export default rule;
