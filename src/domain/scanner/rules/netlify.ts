/** Netlify: since 2023 the prefix names the kind of token; older ones are told by the names they are given to. */
import type { Rule } from '../rule.js';
import { base64url, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Netlify',
  rank: 'vendor',
  reference: 'https://answers.netlify.com/t/change-to-the-netlify-authentication-token-format/106146',
  runbook: 'netlify-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['nfp_', 'nfc_', 'nfo_', 'nfu_', 'nfb_'], base64url(36)),
    id: 'netlify-access-token',
    title: 'Netlify access token',
    opens: 'sites, deployments and their environment variables',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...named(['netlify'], base64url(43, 46)),
    id: 'netlify-old-token',
    title: 'Netlify access token (without prefix)',
    opens: 'sites, deployments and their environment variables',
    severity: 'MAXIMUM',
  },
];

export default rules;
