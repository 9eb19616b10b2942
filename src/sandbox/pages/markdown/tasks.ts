/** The check boxes of a Markdown text: where each one stands in the source, and the source with one of them flipped. */
import { createHash } from 'node:crypto';
import type { ListItem, Nodes } from 'mdast';
import { parseMarkdown } from './parse.js';

export interface Task {
  /** Of the `[` in the source. */
  readonly offset: number;
  readonly checked: boolean;
  /** Names the box in a form: its place and a digest of its line without the mark, to find it again when lines moved. */
  readonly key: string;
}

/** The box of a list item, or null when the item has none. */
export function taskOf(item: ListItem, source: string): Task | null {
  const start = item.position?.start.offset;
  if (typeof item.checked !== 'boolean' || start === undefined) return null;
  // Between the start of the item and its box stand only the list marker and white space.
  const offset = source.indexOf('[', start);
  const line = source.slice(offset + 3).split(/\r?\n/, 1)[0] ?? '';
  const digest = createHash('sha256').update(line).digest('hex').slice(0, 16);
  return { offset, checked: item.checked, key: `${offset}.${digest}` };
}

export function tasksOf(source: string): Task[] {
  const tasks: Task[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'listItem') {
      const task = taskOf(node, source);
      if (task !== null) tasks.push(task);
    }
    if ('children' in node) node.children.forEach(walk);
  };
  walk(parseMarkdown(source));
  return tasks;
}

/**
 * The source with the one box flipped, every other character kept. A box that moved since the page was drawn is found by
 * its line; null when it is gone or no longer the only such line.
 */
export function toggleTask(source: string, key: string): string | null {
  const tasks = tasksOf(source);
  const digest = key.split('.')[1];
  const sameLine = tasks.filter((task) => task.key.split('.')[1] === digest);
  const task = tasks.find((entry) => entry.key === key) ?? (sameLine.length === 1 ? sameLine[0] : undefined);
  if (task === undefined) return null;
  return `${source.slice(0, task.offset)}[${task.checked ? ' ' : 'x'}]${source.slice(task.offset + 3)}`;
}
