/** The catalogue as it is shipped: ids that issues already carry stay, controls exist, and nothing is done by something weaker. */
import { BASELINES } from '../../src/domain/checklist/baselines.js';
import { type Item, itemsOf } from '../../src/domain/checklist/index.js';
import { readChecklists } from '../../src/infra/catalogue.js';

const { checklists, problems } = await readChecklists('checklists');
const OURS = ['repository', 'secrets', 'incident-readiness'];

const itemsIn = (...names: readonly string[]): readonly Item[] =>
  itemsOf([...checklists.values()].filter(({ name }) => names.includes(name)));

test('every file is sound', () => {
  expect(problems).toEqual([]);
});

test('ids of the first version are still there, none of them retired', () => {
  expect(itemsIn('repository').map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'two-factor-required',
      'team-grants',
      'default-branch-protected',
      'reviews-required',
      'admins-included',
      'tests-required',
      'deps-auto',
      'deps-current',
      'lock-file',
      'push-protection',
      'no-secrets-in-git',
      'workflow-token-read',
      'actions-pinned',
      'security-policy',
      'alerts-owner',
    ]),
  );
});

test.each([
  ['repository', 45, 55],
  ['secrets', 12, 16],
  ['incident-readiness', 12, 16],
])('%s is neither thin nor endless', (name, least, most) => {
  const { length } = itemsIn(name);
  expect(length).toBeGreaterThanOrEqual(least);
  expect(length).toBeLessThanOrEqual(most);
});

test.each([
  ['OSPS', 64],
  ['MVSP', 25],
  ['WEBSEC', 54],
])('%s has %i controls, each once', (prefix, count) => {
  const controls = BASELINES.find((baseline) => baseline.prefix === prefix)?.controls ?? [];
  expect(controls).toHaveLength(count);
  expect(new Set(controls).size).toBe(count);
});

test('every control that an item of any checklist names is of a public baseline', () => {
  const known = new Set(BASELINES.flatMap(({ controls }) => controls));
  const unknown = itemsIn(...checklists.keys()).flatMap(({ id, satisfies }) =>
    satisfies.filter((control) => !known.has(control)).map((control) => `${id}: ${control}`),
  );
  expect(unknown).toEqual([]);
});

/** An item is done together with another one that satisfies all that it does: in these files no item stands for another. */
test('no item of ours is done by doing another one of ours', () => {
  const items = itemsIn(...OURS);
  const done = items.flatMap((item) =>
    items
      .filter((other) => other !== item && isWithin(other, item))
      .map((other) => `${other.id} is done with ${item.id}`),
  );
  expect(done).toEqual([]);
});

function isWithin(part: Item, whole: Item): boolean {
  return part.satisfies.length > 0 && part.satisfies.every((control) => whole.satisfies.includes(control));
}

test('what is done once a quarter, half year or year asks for new evidence', () => {
  const periodic = itemsIn(...OURS).filter(({ title }) =>
    /\bevery quarter\b|\bonce a year\b|\bevery year\b/i.test(title),
  );
  expect(periodic.length).toBeGreaterThan(3);
  expect(periodic.filter(({ maxAge }) => maxAge === undefined).map(({ id }) => id)).toEqual([]);
});

test('at least 60 % of the repository checklist can be looked at', () => {
  const items = itemsIn('repository');
  expect(items.filter(({ verify }) => verify !== undefined).length / items.length).toBeGreaterThanOrEqual(0.6);
});

test('a verifier is named as a question', () => {
  const names = itemsIn(...OURS).flatMap(({ verify }) => verify ?? []);
  expect(names.filter((name) => !/^(?:is|are|has|have)-/.test(name))).toEqual([]);
});
