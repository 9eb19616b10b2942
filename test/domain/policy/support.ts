/** A small catalogue and a repository, for the tests of the policy. */
import type { Checklist, Item } from '../../../src/domain/checklist/item.js';
import {
  type ParsedPolicy,
  readPolicy,
  type RepositoryFacts,
  resolvePolicy,
} from '../../../src/domain/policy/index.js';

export function item(id: string, more: Partial<Item> = {}): Item {
  return {
    id,
    title: `Title of ${id}`,
    why: 'Because.',
    how: 'Do it.',
    level: 'MUST',
    risk: 'HIGH',
    effort: 10,
    evidence: 'A link.',
    references: ['https://example.com/'],
    satisfies: [],
    ...more,
  };
}

const checklist = (name: string, ...items: Item[]): Checklist => ({
  name,
  title: name,
  summary: 'For tests.',
  sections: [{ id: 'all', title: 'All', items }],
});

export const CATALOGUE: ReadonlyMap<string, Checklist> = new Map(
  [
    checklist('repository', item('readme'), item('security-md', { only: 'public' })),
    checklist('web-service', item('hsts'), item('csp')),
    checklist(
      'open-source',
      item('license', { tier: 1 }),
      item('signed', { tier: 2 }),
      item('audited', { tier: 3, only: 'public' }),
    ),
  ].map((each) => [each.name, each]),
);

export const FACTS: RepositoryFacts = {
  name: 'web-shop',
  topics: ['payments', 'web'],
  language: 'TypeScript',
  visibility: 'private',
  properties: { tier: '1', regions: ['eu', 'us'], owner: null },
};

/** A policy that has to be good. */
export function policy(text: string): ParsedPolicy {
  const read = readPolicy(text, null, CATALOGUE);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

export const resolved = (organisation: string | null, repository: string | null, facts = FACTS) =>
  resolvePolicy({
    organisation: organisation === null ? null : policy(organisation),
    repository: repository === null ? null : policy(repository),
    facts,
  });
