/** Calendly: tokens are JSON Web Tokens that name their issuer. */
import type { Rule } from '../rule.js';
import { jwtClaiming } from './_tokens.js';

const rule: Rule = {
  ...jwtClaiming(
    ({ iss }) => (typeof iss === 'string' && iss.startsWith('https://auth.calendly.com') ? 'high' : null),
    { iss: 'https://auth.calendly.com', jti: '5b1c', user_uuid: 'ab12' },
    { iss: 'https://auth.acme.test' },
  ),
  id: 'calendly-token',
  title: 'Calendly access token',
  opens: 'the calendar links and guests of a person',
  severity: 'HIGH',
  version: 1,
  provider: 'Calendly',
  rank: 'vendor',
  reference: 'https://developer.calendly.com/how-to-authenticate-with-personal-access-tokens',
  runbook: 'calendly-key',
};

export default rule;
