/** Percy: project tokens of 64 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { joined, lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(
      ['percy_', 'percy-', 'percytoken'],
      either(lowerHex(64), joined('web_', lowerHex(64)), joined('app_', lowerHex(64))),
    ),
    id: 'percy-project-token',
    version: 1,
    provider: 'Percy',
    title: 'Percy project token',
    opens: 'the screenshots of a project',
    severity: 'LOW',
    rank: 'vendor',
    reference: 'https://www.browserstack.com/docs/percy/get-started/percy-cli',
    runbook: 'percy-token',
  },
];

export default rules;
