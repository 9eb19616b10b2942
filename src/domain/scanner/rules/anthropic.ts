/** Anthropic's keys say in their prefix what they are: API, administration, OAuth or a person's session. */
import type { Rule } from '../rule.js';
import { ALNUM, around, BASE64URL, none, random } from './_samples.js';

const common = { version: 3, provider: 'Anthropic', confidence: 'high', rank: 'vendor' } as const;

const key = (kind: string, length: number, seed: number): string =>
  `sk-ant-${kind}${random(BASE64URL, length - 3, seed)}Q${kind === '' ? '' : 'AA'}`;
const near = (kind: string): ReturnType<typeof none> =>
  none(
    `sk-ant-${kind}...`,
    `sk-ant-${kind}your-key`,
    `sk-ant-${kind}${'x'.repeat(93)}AA`,
    `ta${key(kind, 95, 20)}`,
    `sk-ant-${kind}${random(ALNUM, 10)}`,
  );

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'anthropic-key',
    title: 'Anthropic API key',
    opens: 'paid use of the models of a workspace, and its files',
    severity: 'HIGH',
    keywords: ['sk-ant-'],
    find: [
      /sk-ant-api[0-9]{2}-[A-Za-z0-9_-]{95}(?![A-Za-z0-9_-])/,
      // The first keys had no kind and no version.
      /sk-ant-(?![a-z]{3,8}[0-9]{2}-)[A-Za-z0-9_-]{80,110}(?![A-Za-z0-9_-])/,
    ],
    reference: 'https://platform.claude.com/docs/en/api/overview',
    runbook: 'anthropic-key',
    matches: () => around(key('api03-', 95, 1), key('api03-', 95, 2), key('', 86, 3)),
    ignores: () => [...near('api03-'), ...none(key('sid01-', 95, 4))],
  },
  {
    ...common,
    id: 'anthropic-admin-key',
    title: 'Anthropic admin key',
    opens: 'the members, workspaces, keys and usage of an organisation',
    severity: 'MAXIMUM',
    keywords: ['sk-ant-admin'],
    find: /sk-ant-admin[0-9]{2}-[A-Za-z0-9_-]{95}(?![A-Za-z0-9_-])/,
    reference: 'https://platform.claude.com/docs/en/manage-claude/admin-api',
    runbook: 'anthropic-admin-key',
    matches: () => around(key('admin01-', 95, 5), key('admin01-', 95, 6)),
    ignores: () => near('admin01-'),
  },
  {
    ...common,
    id: 'anthropic-account-token',
    title: 'Anthropic OAuth token or session key',
    opens: 'the account of a person: its conversations and what it pays for',
    severity: 'HIGH',
    keywords: ['sk-ant-'],
    find: /sk-ant-(?!api|admin)(?:o[ar]t[0-9]{2}-[A-Za-z0-9_-]{95}|(?!o[ar]t)[a-z]{2,8}[0-9]{2}-[A-Za-z0-9_-]{32,240})(?![A-Za-z0-9_-])/,
    reference: 'https://code.claude.com/docs/en/authentication',
    runbook: 'anthropic-account-token',
    matches: () => around(...['oat01-', 'ort01-', 'sid01-', 'sid02-'].map((kind, seed) => key(kind, 95, seed + 7))),
    ignores: () => near('oat01-'),
  },
];

export default rules;
