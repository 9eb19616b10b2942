/** How strict a gate is, in words that everybody reads who meets its check. */
import { POLICY_FILE } from '../policy/index.js';
import type { CheckContent } from './check-content.js';
import type { Stance } from './gate.js';

/** Whose words these are, and what is held up, for the sentence. */
export interface GateWords {
  /** The key in the policy file, such as `gates.launch`. */
  readonly key: string;
  /** Where it holds things up once enforced, as Markdown: `` `main` ``. */
  readonly where: string;
  /** What passes while the gate only tells. */
  readonly thing: string;
}

/** One sentence or two; a day on which this changes is said beforehand. */
export function enforcementLine({ mode, rampsOn }: Stance, { key, where, thing }: GateWords): string {
  const required = `then required on ${where}`;
  switch (mode) {
    case 'off':
      return `Switched off by the policy (\`${key}.mode\` in \`${POLICY_FILE}\`)${rampsOn === null ? '.' : ` until ${rampsOn}, ${required}.`}`;
    case 'observe':
      return rampsOn === null
        ? `Observed only: it holds no ${thing} up. \`${key}.mode: enforce\` in \`${POLICY_FILE}\` changes that, \`${key}.enforce_from\` from a day on.`
        : `Observed only until ${rampsOn}, ${required}.`;
    case 'warn':
      return rampsOn === null
        ? `**A warning only**: it holds no ${thing} up. \`${key}.mode: enforce\` in \`${POLICY_FILE}\` changes that.`
        : `**A warning only until ${rampsOn}, ${required}.**`;
    case 'enforce':
      return `Enforced on ${where}: it fails while anything is in the way, and holds a ${thing} up where GitHub requires this check.`;
  }
}

/** What a check says whose gate is off: a required one must not hang. */
export function switchedOff(stance: Stance, words: GateWords): CheckContent {
  return {
    conclusion: 'skipped',
    title: stance.rampsOn === null ? 'Switched off by the policy' : `Switched off until ${stance.rampsOn}`,
    summary: enforcementLine(stance, words),
    annotations: [],
  };
}

/** `` `main` and `release/*` ``; the names are checked elsewhere to have no backticks, or lose them here. */
export function branchList(names: readonly string[]): string {
  const shown = names.map((name) => `\`${name.replaceAll('`', "'")}\``);
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
