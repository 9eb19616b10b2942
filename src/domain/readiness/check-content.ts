/** What a check run says, before GitHub's limits are applied: decided here, cut and sent by `infra/github`. */
import type { CheckAction } from './actions.js';

/** The constant names of our checks: they are the keys by which branches require them. */
export const SECRETS_CHECK = 'seaworthy/secrets';
export const LAUNCH_CHECK = 'seaworthy/launch';
/** Only on pull requests that change the policy, so no branch can require it. */
export const POLICY_CHECK = 'seaworthy/policy';

export interface Annotation {
  readonly path: string;
  /** 1-based line in the file at the commit the check run is on. */
  readonly line: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/**
 * `success`, `neutral` and `skipped` all pass a required check; `failure` and `action_required` block it.
 * @see https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/troubleshooting-required-status-checks
 */
export type Conclusion = 'success' | 'failure' | 'neutral' | 'skipped' | 'action_required';

export interface CheckContent {
  /** Null: the run is in progress, and a required check waits for it. */
  readonly conclusion: Conclusion | null;
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** Buttons, three at most. */
  readonly actions?: readonly CheckAction[];
}

/** `1 secret`, `2 secrets`: a number with its noun. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? noun : plural}`;
}

/** Characters that break a line, are not to be seen, or turn the direction of the text around them. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** Inline code that the text inside cannot leave: a fence one backtick longer than any run in it. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${text.replaceAll(UNSEEN, ' ')}${pad}${fence}`;
}
