/** Zapier: the address of a hook is all that it takes to set it off. */
import type { Rule } from '../rule.js';
import { DIGITS, LOWER, none, random } from './_samples.js';
import { lowerHex, named } from './_shapes.js';

const common = { version: 1, provider: 'Zapier', rank: 'vendor' } as const;

const hook = (seed: number): string => `${random(DIGITS, 8, seed)}/${random(LOWER + DIGITS, 7, seed)}`;
const HOOKS = ['hooks.zapier.com/hooks/catch/', 'hooks.zapier.com/hooks/standard/'];

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'zapier-webhook',
    title: 'Zapier webhook address',
    opens: 'setting off a workflow with data of one’s own',
    severity: 'MEDIUM',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: HOOKS,
    find: /hooks\.zapier\.com\/hooks\/(?:catch|standard)\/(?<secret>[0-9]{4,10}\/[A-Za-z0-9]{5,40})(?![A-Za-z0-9])/i,
    reference: 'https://help.zapier.com/hc/en-us/articles/8496288690317-Trigger-Zaps-from-webhooks',
    runbook: 'zapier-webhook',
    matches: () =>
      HOOKS.flatMap((address, seed) =>
        [hook(seed + 1), hook(seed + 5)].map((value) => ({ text: `curl https://${address}${value}/\n`, value })),
      ),
    ignores: () =>
      none(
        'https://hooks.zapier.com/hooks/catch/',
        'https://hooks.zapier.com/hooks/catch/<account>/<hook>/',
        `https://hooks.zapier.com/hooks/catch/${random(DIGITS, 8)}/`,
      ),
  },
  {
    ...common,
    ...named(['zapier'], lowerHex(32)),
    id: 'zapier-deploy-key',
    title: 'Zapier deploy key',
    opens: 'changing the integrations that a person publishes',
    severity: 'HIGH',
    reference: 'https://docs.zapier.com/platform/build-cli/overview',
    runbook: 'zapier-deploy-key',
  },
];

export default rules;
