/** NuGet: API keys behind a prefix. */
import type { Rule } from '../rule.js';
import { lowerAlnum, prefixed } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...prefixed('oy2', lowerAlnum(43)),
    id: 'nuget-api-key',
    version: 1,
    provider: 'NuGet',
    title: 'NuGet.org API key',
    opens: 'publishing and unlisting packages',
    severity: 'MAXIMUM',
    rank: 'vendor',
    reference: 'https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package',
    runbook: 'nuget-key',
  },
];

export default rules;
