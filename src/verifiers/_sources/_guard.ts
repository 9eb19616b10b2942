/** What guards a branch, whichever way it was set up. */

/** `appId` null: any source may post it. */
export interface RequiredCheck {
  readonly name: string;
  readonly appId: number | null;
}

export interface Guard {
  readonly blocksForcePushes: boolean;
  readonly blocksDeletion: boolean;
  /** Nobody pushes to it without a pull request. */
  readonly takesPullRequest: boolean;
  readonly approvals: number;
  readonly dismissesStale: boolean;
  readonly checks: readonly RequiredCheck[];
  readonly takesSignatures: boolean;
  /** Only people and teams that are named may push or merge. */
  readonly limitsPushers: boolean;
  readonly takesCodeScanning: boolean;
}

export const NO_GUARD: Guard = {
  blocksForcePushes: false,
  blocksDeletion: false,
  takesPullRequest: false,
  approvals: 0,
  dismissesStale: false,
  checks: [],
  takesSignatures: false,
  limitsPushers: false,
  takesCodeScanning: false,
};

/** What holds where both hold: GitHub applies the strictest of all. */
export function unite(a: Guard, b: Guard): Guard {
  return {
    blocksForcePushes: a.blocksForcePushes || b.blocksForcePushes,
    blocksDeletion: a.blocksDeletion || b.blocksDeletion,
    takesPullRequest: a.takesPullRequest || b.takesPullRequest,
    approvals: Math.max(a.approvals, b.approvals),
    dismissesStale: a.dismissesStale || b.dismissesStale,
    checks: [...a.checks, ...b.checks],
    takesSignatures: a.takesSignatures || b.takesSignatures,
    limitsPushers: a.limitsPushers || b.limitsPushers,
    takesCodeScanning: a.takesCodeScanning || b.takesCodeScanning,
  };
}
