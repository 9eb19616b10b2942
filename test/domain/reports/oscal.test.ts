/** OSCAL assessment results: the shape that NIST describes, and what the state of an item becomes in it. */
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import type { Checklist, Item, ItemState } from '../../../src/domain/checklist/index.js';
import { assessmentResults } from '../../../src/domain/reports/oscal.js';
import { ASSESSMENT_RESULTS } from './oscal-schema.js';

const AT = new Date('2026-11-22T10:00:00Z');
const said = { by: 'octocat', at: '2026-11-20T10:00:00.000Z' };

const STATES: Readonly<Record<string, ItemState>> = {
  touched: { kind: 'open', by: 'octocat', at: '2026-11-20T10:00:00.000Z', reason: 'unticked' },
  done: { kind: 'done', ...said, evidence: 'https://example.com/proof' },
  told: { kind: 'done', ...said, evidence: '=cmd <b>‮</b>' },
  seen: { kind: 'verified', at: said.at },
  old: { kind: 'stale', at: said.at, reason: 'a year has passed' },
  absent: { kind: 'not-applicable', ...said, reason: 'no pages' },
  ruled: { kind: 'not-applicable', by: null, at: new Date(0).toISOString() },
  accepted: { kind: 'waived', ...said, approver: 'hubot', until: '2027-01-31', reason: 'x'.repeat(10_000) },
  hidden: { kind: 'unknown', at: said.at, reason: 'no permission' },
};

const itemOf = (id: string): Item => ({
  id,
  title: `<i>Item</i> ${id}`,
  why: 'Because.',
  how: 'So.',
  level: 'MUST',
  risk: 'HIGH',
  effort: 10,
  evidence: 'A link.',
  references: [],
  satisfies: id === 'done' ? ['OSPS-AC-03.01'] : [],
});

const checklist = (ids: readonly string[]): Checklist => ({
  name: 'repository',
  title: 'Repository',
  summary: 'All.',
  sections: [{ id: 'all', title: 'All', items: ids.map(itemOf) }],
});

const documentOf = (ids: readonly string[], at = AT) =>
  assessmentResults({
    account: 'harbour',
    at,
    services: [
      {
        id: 7,
        owner: 'harbour',
        name: 'quay',
        checklists: [checklist(ids)],
        states: new Map(Object.entries(STATES)),
      },
    ],
  });

interface Results {
  readonly 'assessment-results': {
    readonly uuid: string;
    readonly results: readonly {
      readonly uuid: string;
      readonly observations: readonly {
        readonly uuid: string;
        readonly methods: string[];
        readonly collected: string;
      }[];
      readonly findings: readonly {
        readonly uuid: string;
        readonly target: { readonly 'target-id': string; readonly status: { state: string; reason: string } };
        readonly 'related-observations': readonly { readonly 'observation-uuid': string }[];
        readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[];
      }[];
      readonly risks: readonly { readonly uuid: string; readonly deadline: string }[];
    }[];
  };
}

function read(document: object) {
  const { uuid, results } = (document as Results)['assessment-results'];
  const [result] = results;
  if (result === undefined) throw new Error('no result');
  return { uuid, result };
}

const conforms = new Ajv({ unicodeRegExp: true }).compile(ASSESSMENT_RESULTS);
const ALL = ['never', '2fa', ...Object.keys(STATES)];

test.each([
  ['every state', ALL],
  ['nothing that applies', ['absent']],
  ['no items', []],
])('the document keeps to the model with %s', (_, ids) => {
  conforms(documentOf(ids));
  expect(conforms.errors).toBeNull();
});

test.each([
  ['never', 'not-satisfied', 'fail'],
  ['touched', 'not-satisfied', 'fail'],
  ['done', 'satisfied', 'pass'],
  ['seen', 'satisfied', 'pass'],
  ['old', 'not-satisfied', 'fail'],
  ['accepted', 'not-satisfied', 'other'],
  ['hidden', 'not-satisfied', 'other'],
])('%s is %s, %s', (id, state, reason) => {
  const [finding] = read(documentOf([id])).result.findings;
  expect(finding?.target.status).toMatchObject({ state, reason });
});

test.each(['absent', 'ruled'])('what does not apply is observed, and no finding: %s', (id) => {
  const { result } = read(documentOf([id]));
  expect(result.findings).toBeUndefined();
  expect(result.observations).toHaveLength(1);
});

test('a rule that holds since ever was collected when it was read', () => {
  expect(read(documentOf(['ruled'])).result.observations[0]?.collected).toBe(AT.toISOString());
});

test('an accepted risk is a risk with its end, and the finding leads to it', () => {
  const { result } = read(documentOf(['accepted']));
  expect(result.risks).toMatchObject([{ deadline: '2027-01-31T23:59:59Z' }]);
  expect(result.findings[0]?.['related-risks']).toEqual([{ 'risk-uuid': result.risks[0]?.uuid }]);
});

test('what a finding leads to is there', () => {
  const { result } = read(documentOf(ALL));
  const observed = new Set(result.observations.map(({ uuid }) => uuid));
  const named = result.findings.flatMap((finding) => finding['related-observations']);
  expect(named.filter((one) => !observed.has(one['observation-uuid']))).toEqual([]);
});

test('parts keep their UUID, and the document has another one when it says something else', () => {
  const [first, later] = [read(documentOf(ALL)), read(documentOf(ALL, new Date('2026-11-29T10:00:00Z')))];
  const ids = ({ result }: typeof first) => [result.uuid, ...result.findings.map(({ uuid }) => uuid)];
  expect(ids(later)).toEqual(ids(first));
  expect(later.uuid).not.toBe(first.uuid);
  expect(read(documentOf(ALL)).uuid).toBe(first.uuid);
});

test('without a service there are no results, and so no document', () => {
  expect(() => assessmentResults({ account: 'harbour', at: AT, services: [] })).toThrow('at least one');
});
