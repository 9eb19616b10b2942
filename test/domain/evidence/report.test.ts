/** Reports of other tools, in the shapes in which these tools write them. */
import { judgeReport, readReport } from '../../../src/domain/evidence/report.js';

const zap = (over: object = {}, alerts: object[] = []) => ({
  '@programName': 'ZAP',
  '@version': '2.15.0',
  '@generated': 'Thu, 19 Nov 2026 10:00:00',
  created: '2026-11-19T10:00:00.123Z',
  site: [{ '@name': 'https://pay.example.com', '@host': 'pay.example.com', '@ssl': 'true', alerts }],
  ...over,
});
const zapAlert = (alert: string, riskcode: string) => ({
  pluginid: '10020',
  alert,
  riskcode,
  confidence: '2',
  count: '3',
});
const observatory = (grade: string | null, over: object = {}) => ({
  id: 77_666_718,
  details_url: 'https://developer.mozilla.org/en-US/observatory/analyze?host=pay.example.com',
  algorithm_version: 6,
  scanned_at: '2026-11-19T10:00:00.000Z',
  error: null,
  grade,
  score: 105,
  status_code: 200,
  ...over,
});
const sarif = (results: unknown[] | null, over: object = {}) => ({
  version: '2.1.0',
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  runs: [
    {
      tool: { driver: { name: 'CodeQL', rules: [] } },
      invocations: [{ executionSuccessful: true, endTimeUtc: '2026-11-19T10:00:00Z' }],
      ...(results === null ? {} : { results }),
      ...over,
    },
  ],
});
const error = { ruleId: 'js/sql-injection', level: 'error', message: { text: 'x' } };
const scorecard = (score: number, checks: object[] = []) => ({
  date: '2026-11-19',
  repo: { name: 'github.com/harbour/quay', commit: 'a'.repeat(40) },
  scorecard: { version: 'v5.0.0', commit: 'b'.repeat(40) },
  score,
  checks,
});

const said = (json: unknown) => {
  const report = readReport(json);
  return report === null
    ? null
    : `${report.kind}, ${report.about}: ${report.isGood ? 'good' : 'bad'}, ${report.because}`;
};

describe('reports', () => {
  test.each<[string, unknown, string | null]>([
    ['ZAP finds nothing', zap(), 'ZAP, https://pay.example.com: good, ZAP raises nothing of medium or high risk'],
    [
      'ZAP finds little',
      zap({}, [zapAlert('Timestamp Disclosure', '1')]),
      'ZAP, https://pay.example.com: good, ZAP raises nothing of medium or high risk',
    ],
    [
      'ZAP finds what counts',
      zap({}, [zapAlert('CSP Not Set', '2'), zapAlert('SQL Injection', '3'), zapAlert('A', '2'), zapAlert('B', '2')]),
      'ZAP, https://pay.example.com: bad, ZAP raises CSP Not Set, SQL Injection, A and 1 more',
    ],
    ['ZAP saw no site', zap({ site: [] }), 'ZAP, null: bad, ZAP looked at no site'],
    [
      'ZAP with an alert in another shape',
      zap({}, [{ title: 'x' }]),
      'ZAP, https://pay.example.com: bad, 1 of its alerts cannot be read',
    ],
    [
      'ZAP, a single site without list',
      zap({ site: { '@name': 'https://a.example', alerts: [] } }),
      'ZAP, https://a.example: good, ZAP raises nothing of medium or high risk',
    ],
    [
      'the Observatory, best',
      observatory('A+'),
      'HTTP Observatory, pay.example.com: good, the Observatory gives A+ (105)',
    ],
    [
      'the Observatory, less',
      observatory('B'),
      'HTTP Observatory, pay.example.com: bad, the Observatory gives B (105)',
    ],
    [
      'the Observatory did not end',
      observatory(null, { error: 'site down' }),
      'HTTP Observatory, pay.example.com: bad, the scan did not come to an end',
    ],
    [
      'the Observatory from a shell',
      { scan: { algorithmVersion: 6, grade: 'A+', error: null, score: 100 }, tests: {} },
      'HTTP Observatory, null: good, the Observatory gives A+ (100)',
    ],
    ['SARIF without results', sarif([]), 'SARIF, CodeQL: good, no error among 0 results'],
    [
      'SARIF with warnings',
      sarif([{ ruleId: 'x' }, { ruleId: 'y', level: 'note' }]),
      'SARIF, CodeQL: good, no error among 2 results',
    ],
    ['SARIF with an error', sarif([error]), 'SARIF, CodeQL: bad, 1 error: js/sql-injection'],
    [
      'SARIF with an error that was suppressed',
      sarif([{ ...error, suppressions: [{ kind: 'external', status: 'accepted' }] }]),
      'SARIF, CodeQL: good, no error among 1 result',
    ],
    [
      'SARIF with a suppression that was refused',
      sarif([{ ...error, suppressions: [{ kind: 'external', status: 'rejected' }] }]),
      'SARIF, CodeQL: bad, 1 error: js/sql-injection',
    ],
    [
      'SARIF with an error that is gone',
      sarif([{ ...error, baselineState: 'absent' }]),
      'SARIF, CodeQL: good, no error among 1 result',
    ],
    [
      'SARIF of a run that failed',
      sarif([], { invocations: [{ executionSuccessful: false }] }),
      'SARIF, CodeQL: bad, a run in it did not come to an end',
    ],
    ['SARIF without its results', sarif(null), 'SARIF, CodeQL: bad, a run in it did not come to an end'],
    ['SARIF with results in another shape', sarif(['x']), 'SARIF, CodeQL: bad, 1 of its results cannot be read'],
    ['SARIF without runs', { version: '2.1.0', runs: [] }, 'SARIF, null: bad, it tells of no run'],
    [
      'Scorecard, good',
      scorecard(8.2, [{ name: 'License', score: 0 }]),
      'OpenSSF Scorecard, github.com/harbour/quay: good, the score is 8.2 of 10',
    ],
    [
      'Scorecard, not enough',
      scorecard(6.9),
      'OpenSSF Scorecard, github.com/harbour/quay: bad, the score is 6.9 of 10; 7 is asked for',
    ],
    [
      'Scorecard, one grave miss',
      scorecard(9, [{ name: 'Dangerous-Workflow', score: 0 }]),
      'OpenSSF Scorecard, github.com/harbour/quay: bad, Dangerous-Workflow scores 0',
    ],
    [
      'Scorecard, could not tell',
      scorecard(7, [{ name: 'Branch-Protection', score: -1 }]),
      'OpenSSF Scorecard, github.com/harbour/quay: good, the score is 7 of 10',
    ],
    ['anything else', { hello: 'world' }, null],
    ['no object', 'text', null],
    ['nothing', null, null],
  ])('%s', (_, json, expected) => {
    expect(said(json)).toBe(expected);
  });
});

describe('a report and its date', () => {
  const NOW = new Date('2026-11-22T10:00:00Z');
  const judged = (json: unknown, maxAge = 90) => {
    const report = readReport(json);
    return report === null ? null : judgeReport(report, NOW, maxAge);
  };

  test('holds from the day on which it was made', () => {
    expect(judged(zap())).toEqual({
      kind: 'holds',
      at: new Date('2026-11-19T10:00:00.123Z'),
      because: 'ZAP raises nothing of medium or high risk',
    });
  });

  test.each([
    ['too old', scorecard(9), 2, 'the report is of 2026-11-19: 3 days old, and 2 is the most'],
    [
      'of the future',
      observatory('A+', { scanned_at: '2027-01-01T00:00:00Z' }),
      90,
      'the report is dated 2027-01-01, in the future',
    ],
    ['undated', sarif([], { invocations: [] }), 90, 'the report does not say when it was made'],
    ['dated with nonsense', zap({ created: 'yesterday' }), 90, 'the report does not say when it was made'],
    ['bad, whatever its date', scorecard(3), 90, 'the score is 3 of 10; 7 is asked for'],
  ])('does not hold when it is %s', (_, json, maxAge, because) => {
    expect(judged(json, maxAge)).toEqual({ kind: 'does-not-hold', because });
  });
});
