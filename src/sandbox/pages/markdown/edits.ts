/** Says in one line what an edit of a body did, as far as boxes go: who ticked what is the first thing one asks. */
import type { ListItem, Nodes } from 'mdast';
import { parseMarkdown } from './parse.js';
import { taskOf } from './tasks.js';

const SHOWN = 60;

export function summarizeEdit(before: string, after: string): string {
  const old = statesOf(before);
  const flipped = [...statesOf(after)].filter(([line, { checked }]) => old.get(line)?.checked === !checked);
  const [first] = flipped;
  if (first === undefined) return 'edited the description';
  const verb = (checked: boolean) => (checked ? 'ticked' : 'unticked');
  if (flipped.length === 1) return `${verb(first[1].checked)} “${first[1].label}”`;
  return [true, false]
    .map((checked) => ({ checked, count: flipped.filter(([, task]) => task.checked === checked).length }))
    .filter(({ count }) => count > 0)
    .map(({ checked, count }) => `${verb(checked)} ${count} ${count === 1 ? 'box' : 'boxes'}`)
    .join(', ');
}

/** Boxes by the digest of their line; equal lines are told apart by their order. */
function statesOf(source: string): Map<string, { checked: boolean; label: string }> {
  const states = new Map<string, { checked: boolean; label: string }>();
  const walk = (node: Nodes): void => {
    const task = node.type === 'listItem' ? taskOf(node, source) : null;
    if (task !== null && node.type === 'listItem') {
      const digest = task.key.split('.')[1] ?? '';
      let nth = 0;
      while (states.has(`${digest} ${nth}`)) nth += 1;
      states.set(`${digest} ${nth}`, { checked: task.checked, label: labelOf(node) });
    }
    if ('children' in node) node.children.forEach(walk);
  };
  walk(parseMarkdown(source));
  return states;
}

/** What stands in bold, which is the title of an item, or else the text of the first paragraph. */
function labelOf(item: ListItem): string {
  const paragraph = item.children[0];
  if (paragraph?.type !== 'paragraph') return 'a box';
  const bold = paragraph.children.find((node) => node.type === 'strong');
  const label = textOf(bold ?? paragraph)
    .replace(/\s+/g, ' ')
    .trim();
  return label.length > SHOWN ? `${label.slice(0, SHOWN)}…` : label;
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
