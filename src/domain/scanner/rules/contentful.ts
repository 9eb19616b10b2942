/** Contentful: management tokens carry the prefix `CFPAT-`; those of delivery and preview are told by the name. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { base64url, lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Contentful',
  rank: 'vendor',
  reference: 'https://www.contentful.com/developers/docs/references/authentication/',
  runbook: 'contentful-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('CFPAT-', base64url(43)),
    id: 'contentful-personal-token',
    title: 'Contentful personal access token',
    opens: 'the spaces and content of a person',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['contentful', 'ctfl_'], either(base64url(43), lowerHex(64))),
    id: 'contentful-delivery-token',
    title: 'Contentful delivery, preview or older management token',
    opens: 'the content of a space, drafts too where it is of the preview',
    severity: 'LOW',
  },
];

export default rules;
