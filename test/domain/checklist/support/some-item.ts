/** An item for tests that look at one or two of its fields. */
import type { Item } from '../../../../src/domain/checklist/index.js';

export function someItem(fields: Partial<Item> = {}): Item {
  return {
    id: 'some-item',
    title: 'Some item',
    why: 'Because.',
    how: 'Do it.',
    level: 'MUST',
    risk: 'HIGH',
    effort: 5,
    evidence: 'A link.',
    references: ['https://example.com'],
    satisfies: [],
    ...fields,
  };
}
