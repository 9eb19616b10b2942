/** OpenAI's keys: of a project, a service account or an administrator, and the older ones of a user. */
import type { Candidate, Rule, Verdict } from '../rule.js';
import { isWordy } from './_words.js';
import { ALNUM, around, BASE64URL, none, random } from './_samples.js';
import { alnum, prefixed } from './_shapes.js';

const common = { version: 3, provider: 'OpenAI', rank: 'vendor' } as const;

/** Stands in the middle of OpenAI's keys: base64 of "OpenAI". */
const MARK = Buffer.from('OpenAI').toString('base64');

const HALVES = new RegExp(`^sk-(?:proj|svcacct|None|admin)-(?<before>.+)${MARK}(?<after>.+)$`);

/** What stands before the mark is as long as what stands behind it: 20, 58 or 74 characters. */
function judge({ value }: Candidate): Verdict | null {
  const halves = HALVES.exec(value)?.groups;
  if (halves !== undefined) return halves.before?.length === halves.after?.length ? { confidence: 'high' } : null;
  if (value.includes(MARK)) return { confidence: 'high' };
  return isWordy(value) ? null : { confidence: 'medium' };
}

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'openai-key',
    title: 'OpenAI API key',
    opens: 'paid use of the models, files and assistants of a project',
    severity: 'HIGH',
    confidence: 'medium',
    keywords: ['sk-'],
    find: [
      /sk-(?:proj|svcacct|None)-[A-Za-z0-9_-]{32,240}(?![A-Za-z0-9_-])/,
      // The name of a service account stood in its first keys.
      new RegExp(`sk-(?:[A-Za-z0-9]{1,30}-){0,6}[A-Za-z0-9]{20}${MARK}[A-Za-z0-9]{20}(?![A-Za-z0-9_-])`),
    ],
    check: judge,
    reference: 'https://platform.openai.com/docs/api-reference/authentication',
    runbook: 'openai-key',
    matches: () =>
      around(
        `sk-${random(ALNUM, 20, 1)}${MARK}${random(ALNUM, 20, 2)}`,
        `sk-proj-${random(BASE64URL, 74, 3)}${MARK}${random(ALNUM, 74, 4)}`,
        `sk-proj-${random(ALNUM, 20, 5)}${MARK}${random(ALNUM, 20, 6)}`,
        `sk-svcacct-${random(ALNUM, 60, 7)}`,
        `sk-None-${random(ALNUM, 20, 8)}${MARK}${random(ALNUM, 20, 9)}`,
        `sk-nightly-job-${random(ALNUM, 20, 10)}${MARK}${random(ALNUM, 20, 11)}`,
      ),
    ignores: () =>
      none(
        'sk-proj-your-key-goes-right-here-in-this-place',
        `risk-${random(ALNUM, 48)}`,
        `sk-${random(ALNUM, 20)}`,
        `sk-proj-${random(ALNUM, 74, 3)}${MARK}${random(ALNUM, 73, 4)}`,
        `sk-proj-${'x'.repeat(48)}`,
        'sk-proj-some-long-class-name-of-a-style-sheet-here',
        'class="sk-circle-fade-dot sk-proj-card"',
      ),
  },
  {
    ...common,
    id: 'openai-admin-key',
    title: 'OpenAI admin key',
    opens: 'the members, projects, keys and bills of an organisation',
    severity: 'MAXIMUM',
    confidence: 'high',
    keywords: ['sk-admin-'],
    find: /sk-admin-[A-Za-z0-9_-]{32,240}(?![A-Za-z0-9_-])/,
    check: judge,
    reference: 'https://platform.openai.com/docs/api-reference/admin-api-keys',
    runbook: 'openai-admin-key',
    matches: () => around(`sk-admin-${random(BASE64URL, 58, 1)}${MARK}${random(ALNUM, 58, 2)}`),
    ignores: () =>
      none(
        'sk-admin-panel',
        `sk-admin-${'x'.repeat(60)}`,
        `sk-admin-${random(ALNUM, 16)}`,
        `task-admin-${random(ALNUM, 60)}`,
      ),
  },
  {
    ...common,
    ...prefixed('sess-', alnum(40)),
    id: 'openai-session-key',
    title: 'OpenAI session key',
    opens: 'the dashboard of a person: keys, members and bills',
    severity: 'HIGH',
    reference: 'https://platform.openai.com/docs/api-reference/authentication',
    runbook: 'openai-key',
  },
];

export default rules;
