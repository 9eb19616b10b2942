/** The API's shapes: an answer keeps to its own description, and questions that cannot be answered are named. */
import { expect, test } from '@jest/globals';
import { answerSchema, apiService, cursorOf, PARAMETERS, readQuestion } from '../../../src/domain/reports/api.js';
import { openApi } from '../../../src/domain/reports/openapi.js';
import { problemsWith } from '../../support/openapi.js';
import { BLOCKED, HARBOUR, serviceNamed } from '../../support/reported.js';

test.each([
  ['a ready one', serviceNamed('quay')],
  ['one that nobody has looked after', serviceNamed('quay', { ...BLOCKED, grade: null, score: null, risk: null })],
  [
    'one with a forecast',
    serviceNamed('quay', BLOCKED, { forecast: { kind: 'range', from: '2026-12-01', to: '2027-01-01' } }),
  ],
  [
    'one without one',
    serviceNamed('quay', BLOCKED, { forecast: { kind: 'unclear', because: 'Too little is known.' } }),
  ],
  ['names with HTML and marks of direction', serviceNamed('<b>\u202e', { ...BLOCKED, champion: '"><script>' })],
])('%s keeps to the schema of the answer', (_, service) => {
  const answer = { version: 1, organisation: 'harbour', services: [apiService(service, HARBOUR)], next_cursor: null };
  // Closed: nothing goes out that is not described.
  expect(answerSchema.safeParse(answer).error).toBeUndefined();
  expect(problemsWith(openApi(null), 'Readiness', answer)).toBeNull();
});

test('the description is sound: what it refers to is there, and its schemas compile', () => {
  const document = openApi('https://seaworthy.example.com') as {
    readonly components: { readonly schemas: Readonly<Record<string, object>> };
    readonly paths: Readonly<Record<string, { readonly get: { readonly parameters?: readonly { name: string }[] } }>>;
  };
  const { schemas } = document.components;
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, to]) => to);
  expect(references.length).toBeGreaterThan(3);
  expect(references.filter((to) => !(to?.replace('#/components/schemas/', '') ?? '' in schemas))).toEqual([]);
  expect(problemsWith(document, 'Readiness', {})).toContain("must have required property 'version'");
  expect(problemsWith(document, 'Problem', { error: 'Why.' })).toBeNull();
  expect(document.paths['/api/v1/readiness']?.get.parameters?.map(({ name }) => name)).toEqual(PARAMETERS);
});

test.each([
  ['', { limit: 50, cursor: 0 }],
  ['ready=true&at_risk=false', { ready: true, at_risk: false }],
  [
    'grade=A%2B&risk=UNKNOWN&champion=octocat&search=qu',
    { grade: 'A+', risk: 'UNKNOWN', champion: 'octocat', search: 'qu' },
  ],
  ['launch_from=2026-12-01&launch_to=2027-01-31', { launch_from: '2026-12-01', launch_to: '2027-01-31' }],
  [`limit=100&cursor=${cursorOf(4711)}`, { limit: 100, cursor: 4711 }],
])('the question "%s"', (text, expected) => {
  expect(readQuestion(new URLSearchParams(text))).toMatchObject({ question: expected });
});

test.each([
  ['ready=yes', 'The parameter "ready" cannot be used'],
  ['grade=A ', 'The parameter "grade" cannot be used'],
  ['launch_to=2026-02-30', 'The parameter "launch_to" cannot be used'],
  ['limit=0', 'Expected 1 to 100'],
  ['limit=1e2', 'Expected 1 to 100'],
  ['limit=101', 'Expected 1 to 100'],
  ['cursor=../..', 'The parameter "cursor" cannot be used'],
  ['cursor=LTE', 'Expected the `next_cursor` of an answer'],
  ['gread=A', 'There is no parameter "gread". Known: ready, at_risk, grade,'],
  ['grade=A&grade=B', 'The parameter "grade" is there more than once.'],
  [`search=${'x'.repeat(101)}`, 'The parameter "search" cannot be used'],
])('the question "%s" is refused', (text, problem) => {
  expect(readQuestion(new URLSearchParams(text))).toEqual({ problem: expect.stringContaining(problem) });
});
