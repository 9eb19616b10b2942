/** `docs/generated/rules.md`: every kind of credential that the scanner knows, by who issues it. */
import { loadRules } from '../../domain/scanner/registry.js';
import type { Rule } from '../../domain/scanner/rule.js';
import { GENERATED, type GeneratedPage, table } from './_page.js';

export default {
  file: 'docs/generated/rules.md',
  async render() {
    const rules = (await loadRules()).toSorted(byProviderAndId);
    const providers = new Set(rules.map(({ provider }) => provider)).size;
    const counts = `${rules.length} kinds of credential from ${providers} providers.`;
    return `${GENERATED}\n\n${INTRODUCTION}\n\n${counts}\n\n${table(HEADER, rules.map(row))}\n`;
  },
} satisfies GeneratedPage;

const INTRODUCTION = `# Secret rules

What \`seaworthy scan\` and the check \`seaworthy/secrets\` look for. The confidence is the usual one of a rule; a check of the value, or where
it stands, may lower or raise it. How to add a rule: [CONTRIBUTING.md](../../CONTRIBUTING.md).`;

const HEADER = ['provider', 'rule', 'what', 'opens', 'severity', 'confidence', 'kind', 'rotation'];

function row({ provider, id, title, opens, severity, confidence, rank, reference, runbook }: Rule): string[] {
  return [provider, `\`${id}\``, `[${title}](${reference})`, opens, severity, confidence, rank, `\`${runbook}\``];
}

function byProviderAndId(a: Rule, b: Rule): number {
  return compare(a.provider.toLowerCase(), b.provider.toLowerCase()) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
