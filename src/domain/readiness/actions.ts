/** The buttons on our check runs: each does what a command does, for those who may say that command. */

/** What GitHub sends back in `check_run.requested_action`. */
export const ACTIONS = ['refresh', 'false-positive', 'ask-waiver'] as const;

export type Action = (typeof ACTIONS)[number];

/** At most three a run; label 20, description 40, identifier 20 characters. */
export interface CheckAction {
  readonly identifier: Action;
  readonly label: string;
  readonly description: string;
}

export const REFRESH: CheckAction = {
  identifier: 'refresh',
  label: 'Refresh',
  description: 'Says again what holds by now',
};

/** Only where one finding is open: a button cannot say which is meant. */
export const FALSE_POSITIVE: CheckAction = {
  identifier: 'false-positive',
  label: 'Not a secret',
  description: 'Dismisses the finding on this commit',
};

/** Only where one item is in the way. */
export const ASK_WAIVER: CheckAction = {
  identifier: 'ask-waiver',
  label: 'Ask for a waiver',
  description: 'Asks to accept the risk of this item',
};
