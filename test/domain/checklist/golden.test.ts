/** The starter checklists as issues, compared with files that people read: run with UPDATE_GOLDEN=1 to write them anew. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  type Asides,
  type Checklist,
  type ItemState,
  itemsOf,
  parse,
  render,
} from '../../../src/domain/checklist/index.js';
import { readChecklists } from '../../../src/infra/catalogue.js';
import { ASIDES, STATES, view } from './support/sample.js';

const { checklists, problems } = await readChecklists('checklists');

test('the catalogue has no problems', () => {
  expect(problems).toEqual([]);
});

/** A service some weeks into its baseline: every state in turn. */
function underWay(list: readonly Checklist[]): Readonly<Record<string, ItemState>> {
  const kinds = Object.values(STATES);
  return Object.fromEntries(itemsOf(list).map(({ id }, at) => [id, kinds[at % kinds.length] ?? STATES.open]));
}

/** The first items: assigned, assigned and waiting for approval, waiting only, and so on. */
function asidesOf(list: readonly Checklist[]): Asides {
  const [assigned, both] = [ASIDES.get('csp') ?? {}, ASIDES.get('sri') ?? {}];
  const { assigned: _, ...waiting } = both;
  const items = itemsOf(list).slice(0, 10);
  return new Map(items.map(({ id }, at) => [id, [assigned, both, waiting][at % 3] ?? {}]));
}

test.each([
  ['repository', ['repository'], false, 'full'],
  ['web-service', ['web-service'], false, 'full'],
  ['self-hosted', ['self-hosted'], false, 'full'],
  ['secrets', ['secrets'], false, 'full'],
  ['incident-readiness', ['incident-readiness'], false, 'full'],
  ['under-way', ['web-service', 'repository'], true, 'full'],
])('the issue of %s', (name, names, isUnderWay, detail) => {
  const list = names.map((checklist) => checklists.get(checklist)).filter((checklist) => checklist !== undefined);
  const rendered = render(
    isUnderWay ? view(underWay(list), { checklists: list, asides: asidesOf(list) }) : view({}, { checklists: list }),
  );
  expect(rendered).toMatchObject({ detail, overflow: [] });
  expect(parse(rendered.body)).toMatchObject({ notes: [], items: itemsOf(list).map(({ id }) => ({ id })) });
  const file = `test/golden/baseline-${name}.md`;
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync('test/golden', { recursive: true });
    writeFileSync(file, rendered.body);
  }
  expect(rendered.body).toBe(readFileSync(file, 'utf8'));
});
