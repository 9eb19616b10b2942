/** Vercel: since 2026 every kind of token has its prefix; older ones are told by the names they are given to. */
import type { Rule } from '../rule.js';
import { alnum, joined, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Vercel',
  rank: 'vendor',
  reference: 'https://vercel.com/changelog/new-token-formats-and-secret-scanning',
  runbook: 'vercel-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['vcp_', 'vci_'], alnum(24, 80)),
    id: 'vercel-access-token',
    title: 'Vercel personal or integration token',
    opens: 'projects, deployments and their environment variables',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed(['vca_', 'vcr_'], alnum(24, 80)),
    id: 'vercel-app-token',
    title: 'Vercel app access or refresh token',
    opens: 'what a person granted to an app',
    severity: 'HIGH',
  },
  {
    ...common,
    ...prefixed('vck_', alnum(24, 80)),
    id: 'vercel-api-key',
    title: 'Vercel API key',
    opens: 'paid use of models through the AI Gateway',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['vercel', 'now_token', 'zeit_', 'turbo_token'], alnum(24)),
    id: 'vercel-old-token',
    title: 'Vercel access token (without prefix)',
    opens: 'projects, deployments and their environment variables',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed('vercel_blob_rw_', joined(alnum(16), '_', alnum(24, 40))),
    id: 'vercel-blob-token',
    title: 'Vercel Blob read-write token',
    opens: 'the files of one store',
    severity: 'HIGH',
    reference: 'https://vercel.com/docs/vercel-blob/using-blob-sdk',
  },
];

export default rules;
