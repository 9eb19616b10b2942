/** Visual Studio App Center: API tokens of 40 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['appcenter', 'app_center', 'app-center'], lowerHex(40)),
    id: 'app-center-token',
    version: 1,
    provider: 'Visual Studio App Center',
    title: 'App Center API token',
    opens: 'the builds and releases of an account’s apps',
    severity: 'MEDIUM',
    rank: 'vendor',
    reference: 'https://learn.microsoft.com/en-us/appcenter/api-docs/',
    runbook: 'app-center-token',
  },
];

export default rules;
