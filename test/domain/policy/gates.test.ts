/** Gates are at no time less strict than the organisation says; what holds today follows from mode and date. */
import { readPolicy } from '../../../src/domain/policy/index.js';
import { CATALOGUE, resolved } from './support.js';

type Gate = readonly [mode: string, enforceFrom: string | null];
type Case = readonly [
  what: string,
  organisation: string | null,
  repository: string,
  launch: Gate,
  problems: readonly string[],
];

const launch = (text: string) => `gates: { launch: { ${text} } }`;

test.each<Case>([
  ['nothing is said', null, 'version: 1', ['observe', null], []],
  ['a stricter mode', null, launch('mode: warn'), ['warn', null], []],
  ['a day from which on it is enforced', null, launch('enforce_from: 2027-02-01'), ['observe', '2027-02-01'], []],
  ['a looser mode', null, launch('mode: off'), ['observe', null], ['gates.launch.mode']],
  ['a looser mode, with leave', 'may_loosen: [gates]', launch('mode: off'), ['off', null], []],
  [
    'off where the organisation enforces, with leave',
    `may_loosen: [gates]\n${launch('mode: enforce')}`,
    launch('mode: off'),
    ['off', null],
    [],
  ],
  [
    'an earlier day',
    launch('enforce_from: 2027-02-01'),
    launch('enforce_from: 2027-01-01'),
    ['observe', '2027-01-01'],
    [],
  ],
  [
    'a later day',
    launch('enforce_from: 2027-02-01'),
    launch('enforce_from: 2027-03-01'),
    ['observe', '2027-02-01'],
    ['gates.launch.enforce_from'],
  ],
  [
    'at once instead of from a day on',
    launch('mode: observe, enforce_from: 2027-02-01'),
    launch('mode: enforce'),
    ['enforce', null],
    [],
  ],
  [
    'a day where it is enforced already',
    launch('mode: enforce'),
    launch('mode: enforce, enforce_from: 2027-02-01'),
    ['enforce', null],
    ['gates.launch.enforce_from'],
  ],
  [
    'a day where the organisation only observes, which enforces nothing by itself',
    launch('mode: observe'),
    launch('mode: warn, enforce_from: 2027-02-01'),
    ['warn', '2027-02-01'],
    [],
  ],
  [
    'a stricter mode before a day that stays',
    launch('mode: observe, enforce_from: 2027-02-01'),
    launch('mode: warn, enforce_from: 2028-01-01'),
    ['warn', '2027-02-01'],
    ['gates.launch.enforce_from'],
  ],
])('%s', (_, organisation, repository, [mode, enforceFrom], problems) => {
  const { policy, problems: found } = resolved(organisation, repository);
  expect(policy.gates.launch).toMatchObject({ mode, enforceFrom });
  expect(found.map(({ path }) => path.join('.'))).toEqual(problems);
});

test('secrets are enforced unless the organisation says otherwise', () => {
  const says = (text: string) => `gates: { secrets: { ${text} } }`;
  const of = (...files: [string | null, string | null]) => resolved(...files).policy.gates.secrets;
  expect(of(null, says('mode: warn'))).toEqual({ mode: 'enforce', enforceFrom: null });
  expect(of(says('mode: observe'), null)).toEqual({ mode: 'observe', enforceFrom: null });
  expect(of(says('mode: observe'), says('enforce_from: 2027-02-01'))).toEqual({
    mode: 'observe',
    enforceFrom: '2027-02-01',
  });
  expect(of(says('enforce_from: 2027-02-01'), null)).toEqual({ mode: 'enforce', enforceFrom: '2027-02-01' });
});

test('lists of both files add up, and each value has its origin', () => {
  const { policy, origins, problems } = resolved(
    'gates: { branches: [main, "release/*"], deployments: { mode: enforce, environments: [live] } }',
    'gates: { branches: ["release/*", next], launch: { when_unable: failure }, statuses: true }',
  );
  expect(problems).toEqual([]);
  expect(policy.gates.branches).toEqual(['main', 'release/*', 'next']);
  expect(policy.gates.deployments).toEqual({ mode: 'enforce', enforceFrom: null, environments: ['live'] });
  expect(policy.gates.launch.whenUnable).toBe('failure');
  expect(policy.gates.statuses).toBe(true);
  expect([...origins].filter(([key]) => key.startsWith('gates.'))).toEqual([
    ['gates.branches', 'repository'],
    ['gates.secrets.mode', 'default'],
    ['gates.secrets.enforce_from', 'default'],
    ['gates.launch.mode', 'default'],
    ['gates.launch.enforce_from', 'default'],
    ['gates.launch.when_unable', 'repository'],
    ['gates.deployments.mode', 'organisation'],
    ['gates.deployments.enforce_from', 'organisation'],
    ['gates.deployments.environments', 'organisation'],
    ['gates.statuses', 'repository'],
  ]);
});

test('a repository may neither let pass nor switch off what the organisation does not', () => {
  const organisation = 'gates: { launch: { when_unable: failure }, statuses: true }';
  const { policy, problems } = resolved(organisation, 'gates: { launch: { when_unable: neutral }, statuses: false }');
  expect([policy.gates.launch.whenUnable, policy.gates.statuses]).toEqual(['failure', true]);
  expect(problems).toHaveLength(2);
});

test.each([
  ['a mode that is none', 'gates:\n  launch: { mode: block }\n', 'gates.launch.mode'],
  ['a day that is none', 'gates:\n  launch: { enforce_from: 2027-02-30 }\n', 'gates.launch.enforce_from'],
  ['one branch for a list', 'gates:\n  branches: main\n', 'gates.branches'],
  ['a word for yes', 'gates:\n  statuses: sometimes\n', 'gates.statuses'],
  [
    'unable of a gate that always fails closed',
    'gates:\n  secrets: { when_unable: neutral }\n',
    'gates.secrets.when_unable',
  ],
])('refused: %s', (_, text, path) => {
  const read = readPolicy(text, null, CATALOGUE);
  expect(read.ok ? [] : read.problems.map((problem) => [problem.line, problem.path])).toEqual([[2, path]]);
});
