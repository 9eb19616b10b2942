/** The checklists as they ship, for tests of their contents. */
import path from 'node:path';
import type { Checklist } from '../../../src/domain/checklist/index.js';
import { readChecklists } from '../../../src/infra/catalogue.js';
import { parse } from 'yaml';

const FOLDER = path.resolve(import.meta.dirname, '../../../checklists');

/** @throws Error when there is no such checklist or the catalogue has problems. */
export async function shippedChecklist(name: string): Promise<Checklist> {
  const { checklists, problems } = await readChecklists(FOLDER);
  const checklist = checklists.get(name);
  if (checklist === undefined) throw new Error(`${name} was not read: ${JSON.stringify(problems)}`);
  return checklist;
}

const SNIPPET = /^(?<indent> *)```(?<language>json|yaml)\n(?<text>[\s\S]*?)\n\k<indent>```$/gm;

/** What is wrong with the JSON and YAML that people are told to paste: a line for each snippet that does not parse. */
export function brokenSnippets(checklist: Checklist): readonly string[] {
  return checklist.sections.flatMap((section) =>
    section.items.flatMap((item) =>
      [...item.how.matchAll(SNIPPET)].flatMap(({ groups }) => {
        try {
          if (groups?.language === 'json') JSON.parse(groups.text ?? '');
          else parse(groups?.text ?? '');
          return [];
        } catch (cause) {
          return [`${item.id}: ${String(cause)}`];
        }
      }),
    ),
  );
}
