/** DeepL: a UUID, with `:fx` behind it where the account is free. */
import type { Rule } from '../rule.js';
import { around, none } from './_samples.js';
import { named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'DeepL',
  rank: 'vendor',
  reference: 'https://developers.deepl.com/docs/getting-started/auth',
  runbook: 'deepl-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'deepl-free-key',
    title: 'DeepL API key of a free account',
    opens: 'the translations of a month',
    severity: 'LOW',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: [':fx'],
    find: /(?<=(?<!(?<!\\)[A-Za-z0-9-])(?<head>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})):fx(?![A-Za-z0-9_])/,
    matches: () => around(`${uuid.make(1)}:fx`, `${uuid.make(2)}:fx`),
    ignores: () => none('class:fx', `${uuid.filler}:fx`, `${uuid.make(3)}:fxx`, `a${uuid.make(4)}:fx`, uuid.make(5)),
  },
  {
    ...common,
    ...named(['deepl'], uuid),
    id: 'deepl-key',
    title: 'DeepL API key',
    opens: 'paid translation on an account',
    severity: 'MEDIUM',
  },
];

export default rules;
