/** What code scanning tells of a mistake: its findings count against an item, and only looks that looked for it count for it. */
import { type Answers, refused, sayOf } from '../support/api-answers.js';
import { acmeBut } from './acme-shop.js';

const SQL = 'is-sql-injection-absent';

const alert = (id: string, cwe: string, path = 'src/invoices.ts') => ({
  number: 7,
  state: 'open',
  rule: {
    id,
    name: id,
    severity: 'error',
    security_severity_level: 'high',
    tags: ['security', `external/cwe/cwe-${cwe}`],
  },
  tool: { name: 'CodeQL' },
  most_recent_instance: { ref: 'refs/heads/main', state: 'open', location: { path, start_line: 17 } },
});
const look = (language: string, other: object = {}) => ({
  ref: 'refs/heads/main',
  created_at: '2026-11-20T10:00:00Z',
  tool: { name: 'CodeQL' },
  category: `/language:${language}`,
  error: '',
  ...other,
});
const scanned = (looks: readonly object[], alerts: readonly object[] = []): Answers => ({
  '/code-scanning/analyses': looks,
  '/code-scanning/alerts': alerts,
});
const JS = look('javascript-typescript');

const CASES: readonly (readonly [what: string, name: string, answers: Answers, says: RegExp])[] = [
  [
    'looked for, not found',
    SQL,
    scanned([JS]),
    /^met: CodeQL found no query .* in javascript-typescript on 2026-11-20; .* it does not see$/,
  ],
  ['several languages', SQL, scanned([JS, look('python')]), /^met: .* in javascript-typescript and python on/],
  [
    'set up by a workflow',
    SQL,
    scanned([look('', { category: '.github/workflows/codeql.yml:analyze/language:go' })]),
    /^met: .* in go/,
  ],
  ['another mistake was found', SQL, scanned([JS], [alert('js/reflected-xss', '079')]), /^met/],
  [
    'found, with its place',
    SQL,
    scanned([JS], [alert('js/sql-injection', '089')]),
    /^unmet: code scanning found `js\/sql-injection` in `src\/invoices\.ts:17`$/,
  ],
  ['found by another tool', SQL, scanned([], [alert('sqli', '89')]), /^unmet/],
  [
    'found, with a name that would break the line',
    SQL,
    scanned([JS], [alert('js/sql-injection', '089', 'a`b.ts')]),
    /^unmet: .*`a'b\.ts:17`/,
  ],
  ['a number that only begins like it', SQL, scanned([JS], [alert('x', '890')]), /^met/],
  ['only workflows were looked at', SQL, scanned([look('actions')]), /^unknown: CodeQL has not looked for it/],
  ['a pull request only', SQL, scanned([look('python', { ref: 'refs/pull/7/merge' })]), /^unknown/],
  ['long ago', SQL, scanned([look('python', { created_at: '2026-08-01T10:00:00Z' })]), /^unknown/],
  ['a look that failed', SQL, scanned([look('python', { error: 'out of memory' })]), /^unknown/],
  [
    'another tool',
    SQL,
    scanned([look('python', { tool: { name: 'Semgrep OSS' } })]),
    /^unknown: .* other tools do not tell/,
  ],
  [
    'more alerts than one look takes',
    SQL,
    scanned(
      [JS],
      Array.from({ length: 101 }, () => alert('x', '022')),
    ),
    /^unknown: there are more/,
  ],
  [
    'never switched on',
    SQL,
    { '/code-scanning/analyses': refused(), '/code-scanning/alerts': refused() },
    /^unknown: CodeQL has not/,
  ],

  ['looked for', 'is-output-escaped', scanned([look('ruby')]), /^met/],
  [
    'a template',
    'is-output-escaped',
    scanned([look('ruby')], [alert('rb/reflected-xss', '079', 'a.erb')]),
    /^unmet: .*a\.erb/,
  ],
  ['no such query for the language', 'is-output-escaped', scanned([look('rust')]), /^unknown/],

  [
    'looked for',
    'are-outgoing-requests-limited',
    scanned([look('go')]),
    /^met: .*what the network lets out it does not see/,
  ],
  [
    'an address of users',
    'are-outgoing-requests-limited',
    scanned([look('go')], [alert('go/request-forgery', '918')]),
    /^unmet/,
  ],
  ['no such query for the language', 'are-outgoing-requests-limited', scanned([look('swift')]), /^unknown/],

  ['looked for', 'is-csrf-protection-on', scanned([look('java-kotlin')]), /^met/],
  [
    'switched off',
    'is-csrf-protection-on',
    scanned([look('python')], [alert('py/csrf-protection-disabled', '352')]),
    /^unmet/,
  ],
  ['no such query for the language', 'is-csrf-protection-on', scanned([look('go')]), /^unknown/],
];

test.each(CASES)('%s: %s', async (_, name, answers, says) => {
  await expect(sayOf(name, acmeBut(answers))).resolves.toMatch(says);
});
