/** Checklist files into a catalogue: each by its schema, all of them by what must hold between them. */
import { type Problem, readYaml } from '../../core/yaml.js';
import { BASELINES } from './baselines.js';
import type { Checklist, Item } from './item.js';
import { checklistSchema } from './schema.js';

/** One file's text; `name` is the file's name, `web-service.yml`. */
export interface ChecklistFile {
  readonly name: string;
  readonly text: string;
}

export interface FileProblem extends Problem {
  readonly file: string;
}

export interface Catalogue {
  /** By name, in alphabetical order of the files. */
  readonly checklists: ReadonlyMap<string, Checklist>;
  /** Everything wrong with any file; a catalogue with problems is not to be used. */
  readonly problems: readonly FileProblem[];
}

/** Reads all files of a catalogue and lists every problem at once. */
export function readCatalogue(files: readonly ChecklistFile[]): Catalogue {
  const checklists = new Map<string, Checklist>();
  const problems: FileProblem[] = [];
  const owners = new Map<string, string>();
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const read = readYaml(file.text, checklistSchema);
    if (!read.ok) {
      problems.push(...read.problems.map((problem) => ({ ...problem, file: file.name })));
      continue;
    }
    const report = (path: readonly PropertyKey[], message: string): void => {
      problems.push({ ...read.problemAt(path, message), file: file.name });
    };
    checkNames(read.value, file.name, owners, report);
    checklists.set(read.value.name, read.value);
  }
  return { checklists, problems };
}

/** `checklists/web-service.yml:12: sections[0].items[3].risk: Expected one of …`, as editors and terminals like it. */
export function problemText({ file, line, path, message }: FileProblem): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${path === '' ? '' : `${path}: `}${message}`;
}

/** Names that must agree with the file or be given once only: an item's id is a key in databases and in people's habits. */
function checkNames(
  checklist: Checklist,
  file: string,
  owners: Map<string, string>,
  report: (path: readonly PropertyKey[], message: string) => void,
): void {
  if (`${checklist.name}.yml` !== file)
    report(['name'], `Expected the name of the file, "${file.replace(/\.yml$/, '')}"`);
  const sections = new Set<string>();
  for (const [sectionAt, section] of checklist.sections.entries()) {
    if (sections.has(section.id)) report(['sections', sectionAt, 'id'], `There is another section "${section.id}"`);
    sections.add(section.id);
    for (const [itemAt, item] of section.items.entries()) {
      const owner = owners.get(item.id);
      if (owner === undefined) owners.set(item.id, file);
      else
        report(['sections', sectionAt, 'items', itemAt, 'id'], `The id "${item.id}" is taken by an item in ${owner}`);
      for (const [at, message] of unknownControls(item))
        report(['sections', sectionAt, 'items', itemAt, 'satisfies', at], message);
    }
  }
}

/** Controls of a baseline we know that it does not have. Anybody may write a baseline of their own, with another prefix. */
function* unknownControls({ satisfies }: Item): Generator<[at: number, message: string]> {
  for (const [at, control] of satisfies.entries()) {
    const baseline = BASELINES.find(({ prefix }) => control.startsWith(`${prefix}-`));
    if (baseline !== undefined && !baseline.controls.includes(control))
      yield [at, `There is no control "${control}" in ${baseline.title}`];
  }
}
