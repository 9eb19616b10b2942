/** The anchors that issues link to: `<guideUrl>#<id>` leads to the item, and to nothing else. */
import { loadChecklists } from '../../src/cli/docs/_checklists.js';
import catalogue from '../../src/cli/docs/catalogue.js';
import { itemsOf } from '../../src/domain/checklist/index.js';
import { parseMarkdown } from '../../src/domain/checklist/markdown.js';

const checklists = await loadChecklists();
const page = await catalogue.render();

const headings = parseMarkdown(page).children.flatMap((node) =>
  node.type === 'heading' ? [page.slice(node.position?.start.offset, node.position?.end.offset)] : [],
);

test('every item has a heading of its own, which is its id', () => {
  expect(headings.filter((heading) => heading.startsWith('### '))).toEqual(
    itemsOf(checklists).map(({ id }) => `### ${id}`),
  );
});

test('no other heading has the anchor of an item', () => {
  const anchors = headings.map((heading) => heading.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-'));
  expect(new Set(anchors).size).toBe(anchors.length);
});

test('every item is in the table of its checklist', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| [`'));
  expect(rows).toHaveLength(itemsOf(checklists).length);
});
