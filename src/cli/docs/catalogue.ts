/** `docs/generated/catalogue.md`: every item of every checklist, with why and how; issues link here when they run out of room. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Checklist, type Item, problemText } from '../../domain/checklist/index.js';
import { readChecklists } from '../../infra/catalogue.js';
import { GENERATED, type GeneratedPage } from './_page.js';

/** From `dist/cli/docs/` and `src/cli/docs/` alike. */
const CHECKLISTS = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../checklists');

export default {
  file: 'docs/generated/catalogue.md',
  async render() {
    const { checklists, problems } = await readChecklists(CHECKLISTS);
    if (problems.length > 0) throw new Error(problems.map(problemText).join('\n'));
    return `${GENERATED}\n\n${INTRODUCTION}\n\n${[...checklists.values()].map(chapter).join('\n\n')}\n`;
  },
} satisfies GeneratedPage;

const INTRODUCTION = `# Catalogue

Every item of the checklists in \`checklists/\`, with why it matters, how it is done and what counts as proof.`;

function chapter({ name, title, summary, sections }: Checklist): string {
  const items = sections.flatMap((section) => section.items.filter((item) => item.retired !== true));
  return `## ${title}\n\n\`${name}\`: ${summary}\n\n${items.map(entry).join('\n\n')}`;
}

/** The heading is the id alone, so that its anchor is the id. */
function entry(item: Item): string {
  const facts = [item.level, `risk ${item.risk}`, `${item.effort} min`, ...item.satisfies].join(' · ');
  const links = item.references.map((address) => `- <${address}>`).join('\n');
  const parts = [`### ${item.id}`, `**${item.title}**`, facts, item.why, item.how, `Evidence: ${item.evidence}`, links];
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}
