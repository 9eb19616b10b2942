/** The buttons on our check runs: each does what a command does, for those who may say that command. */
import { createHash } from 'node:crypto';

export type Action = 'refresh' | 'false-positive' | 'ask-waiver';

/** At most three a run; label 20, description 40, identifier 20 characters. */
export interface CheckAction {
  /** What GitHub sends back in `check_run.requested_action`. */
  readonly identifier: string;
  readonly label: string;
  readonly description: string;
}

/** A button that was pressed. */
export interface PressedAction {
  readonly action: Action;
  /** What the button was shown for: by the time somebody presses it, the check may be about something else. */
  readonly about: string;
}

const PREFIXES: ReadonlyMap<string, Action> = new Map([
  ['dismiss', 'false-positive'],
  ['waive', 'ask-waiver'],
]);

export const REFRESH: CheckAction = {
  identifier: 'refresh',
  label: 'Refresh',
  description: 'Says again what holds by now',
};

/** Only where one finding is open. @param id its short fingerprint */
export function falsePositive(id: string): CheckAction {
  return {
    identifier: `dismiss:${id}`,
    label: 'Not a secret',
    description: 'Dismisses the finding on this commit',
  };
}

/** Only where one item is in the way. */
export function askWaiver(itemId: string): CheckAction {
  return {
    identifier: `waive:${markOf(itemId)}`,
    label: 'Ask for a waiver',
    description: 'Asks to accept the risk of this item',
  };
}

/** Stands for an item where its id may be too long. */
export function markOf(itemId: string): string {
  return createHash('sha256').update(itemId).digest('hex').slice(0, 12);
}

/** Null when it is none of ours. */
export function readAction(identifier: string): PressedAction | null {
  if (identifier === REFRESH.identifier) return { action: 'refresh', about: '' };
  const [, prefix = '', about = ''] = /^([a-z]+):([0-9a-f]+)$/.exec(identifier) ?? [];
  const action = PREFIXES.get(prefix);
  return action === undefined ? null : { action, about };
}
