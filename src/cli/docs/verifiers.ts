/** `docs/generated/verifiers.md`: every verifier with what it looks at, and how much of the catalogue takes a person's word. */
import { type Checklist, itemsOf } from '../../domain/checklist/index.js';
import { controlsCovered, coverageOf, percent } from '../../verifiers/_coverage.js';
import { loadVerifiers } from '../../verifiers/_registry.js';
import type { Verifier } from '../../verifiers/_verifier.js';
import { loadChecklists } from './_checklists.js';
import { GENERATED, type GeneratedPage, table } from './_page.js';

export default {
  file: 'docs/generated/verifiers.md',
  async render() {
    const [checklists, verifiers] = await Promise.all([loadChecklists(), loadVerifiers()]);
    const names = new Set(verifiers.keys());
    const parts = [
      INTRODUCTION,
      `## Coverage\n\n${COVERAGE}\n\n${coverage(checklists, names)}\n\n${standards(checklists, names)}`,
      `## Verifiers\n\n${table(
        HEADER,
        [...verifiers].map((entry) => row(entry, checklists)),
      )}`,
      `## Attested\n\n${ATTESTED}\n\n${attested(checklists, names)}`,
    ];
    return `${GENERATED}\n\n${parts.join('\n\n')}\n`;
  },
} satisfies GeneratedPage;

const INTRODUCTION = `# Verifiers

What Seaworthy looks at by itself, instead of asking. A verified item ticks itself with the evidence linked; one that is not so any more
opens again, which is said once. Without the permission, or when an answer makes no sense, the answer is unknown, which is never a pass.`;

const COVERAGE = `An item is *verified* when a verifier looks at it, and *attested* when it takes a person's word: because only people can know it, or
because its verifier is not written yet.`;

const ATTESTED = 'Items that name a verifier which is not written yet, and are attested until it is.';

const HEADER = ['verifier', 'question', 'looks at', 'permissions', 'looks again on', 'items'];

/** Standards whose controls items name, by the start of the id. */
const STANDARDS = ['OSPS', 'MVSP', 'WEBSEC'];

function coverage(checklists: readonly Checklist[], names: ReadonlySet<string>): string {
  const rows = checklists.map((checklist) => {
    const { items, verified, named } = coverageOf(itemsOf([checklist]), names);
    const share = `${percent(verified, items)} %`;
    return [`\`${checklist.name}\``, items, verified, items - verified, named, share].map(String);
  });
  return table(['baseline', 'items', 'verified', 'attested', 'of these to be written', 'verified, of all'], rows);
}

function standards(checklists: readonly Checklist[], names: ReadonlySet<string>): string {
  const rows = STANDARDS.map((standard) => {
    const { controls, verified } = controlsCovered(checklists, standard, names);
    return [standard, String(controls), String(verified), `${percent(verified, controls)} %`];
  });
  return table(['standard', 'requirements in the catalogue', 'verified at least in part', 'share'], rows);
}

function row([name, { question, reads, on }]: readonly [string, Verifier], checklists: readonly Checklist[]): string[] {
  const sources = Object.values(reads);
  const needs = sources.flatMap((source) =>
    Object.entries(source.needs ?? {}).map((entry) => `\`${entry.join(': ')}\``),
  );
  const items = itemsOf(checklists).filter(({ verify }) => verify === name);
  return [
    `\`${name}\``,
    question,
    [...new Set(sources.map((source) => source.name))].join(', '),
    [...new Set(needs)].join(', '),
    on.map((event) => `\`${event}\``).join(', '),
    items.map(({ id }) => `[\`${id}\`](catalogue.md#${id})`).join(', '),
  ];
}

function attested(checklists: readonly Checklist[], names: ReadonlySet<string>): string {
  const waiting = new Map<string, string[]>();
  for (const { id, verify } of itemsOf(checklists)) {
    if (verify === undefined || names.has(verify)) continue;
    waiting.set(verify, [...(waiting.get(verify) ?? []), `[\`${id}\`](catalogue.md#${id})`]);
  }
  if (waiting.size === 0) return 'None.';
  return [...waiting]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, items]) => `- \`${name}\`: ${items.join(', ')}`)
    .join('\n');
}
