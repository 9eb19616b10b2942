/** `docs/generated/catalogue.md`: every item of every checklist, with why and how; issues link here when they run out of room. */
import { type Checklist, type Item, itemsOf } from '../../domain/checklist/index.js';
import { loadChecklists } from './_checklists.js';
import { GENERATED, type GeneratedPage, table } from './_page.js';

export default {
  file: 'docs/generated/catalogue.md',
  async render() {
    const checklists = await loadChecklists();
    return `${GENERATED}\n\n${INTRODUCTION}\n\n${contents(checklists)}\n\n${checklists.map(chapter).join('\n\n')}\n`;
  },
} satisfies GeneratedPage;

const INTRODUCTION = `# Catalogue

Every item of the checklists in \`checklists/\`, with why it matters, how it is done and what counts as proof.`;

const HEADER = ['item', 'what', 'level', 'risk', 'effort', 'verifier', 'satisfies'];

function contents(checklists: readonly Checklist[]): string {
  return checklists
    .map((checklist) => `- [${checklist.title}](#${anchor(checklist.title)}): ${itemsOf([checklist]).length} items`)
    .join('\n');
}

function chapter(checklist: Checklist): string {
  const items = itemsOf([checklist]);
  const { name, title, summary } = checklist;
  return [`## ${title}`, `\`${name}\`: ${summary}`, table(HEADER, items.map(row)), ...items.map(entry)].join('\n\n');
}

function row(item: Item): string[] {
  const { id, title, level, risk, effort, verify, satisfies } = item;
  const verifier = verify === undefined ? '' : `\`${verify}\``;
  return [`[\`${id}\`](#${id})`, title, level, risk, `${effort} min`, verifier, satisfies.join(', ')];
}

/** The heading is the id alone, so that its anchor is the id. */
function entry(item: Item): string {
  const parts = [
    `### ${item.id}`,
    `**${item.title}**`,
    facts(item),
    item.why,
    item.how,
    `Evidence: ${item.evidence}`,
    item.references.map((address) => `- <${address}>`).join('\n'),
  ];
  return parts.map((part) => part.trim()).join('\n\n');
}

function facts({ level, risk, effort, tier, only, approve, maxAge, satisfies }: Item): string {
  return [
    level,
    `risk ${risk}`,
    `${effort} min`,
    tier === undefined ? '' : `from maturity level ${tier}`,
    only === undefined ? '' : `${only} repositories only`,
    approve === undefined ? '' : `attested by ${approve}`,
    maxAge === undefined ? '' : `again after ${maxAge} days`,
    ...satisfies,
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

/** The anchor that GitHub gives to a heading of plain words. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
