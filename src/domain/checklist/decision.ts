/** What reading the baseline issue leads to. */
import type { Note } from './notes.js';
import type { ItemState, ItemStates } from './state.js';
import type { Rendered } from './view.js';

/** One edit of the body as GitHub reported it: `changes.body.from` against `issue.body`. */
export interface BodyEdit {
  readonly from: string | null;
  readonly to: string | null;
  /** Login of the person who edited; null when nobody could be named. */
  readonly by: string | null;
  /** ISO 8601 instant (`issue.updated_at`). */
  readonly at: string;
}

/** One version of the body from `userContentEdits`, which lists the newest first; any order is taken. */
export interface BodyVersion {
  /** Null when the account is gone. */
  readonly editor: string | null;
  readonly editedAt: string;
  readonly body: string;
}

/** What a person said about an item by editing its line. */
export interface Attestation {
  readonly itemId: string;
  readonly via: 'tick' | 'untick' | 'strike' | 'unstrike';
  readonly from: ItemState;
  readonly to: ItemState;
  /** Null when no given edit explains the change: ask for the edit history and use `attribute`. */
  readonly by: string | null;
  readonly at: string;
}

/** What people's edits did to our lines and the next write mends. */
export interface Repair {
  readonly kind: 'deleted' | 'duplicated' | 'edited' | 'mangled' | 'unknown' | 'moved' | 'overwritten';
  readonly itemId: string;
}

export interface Decision {
  readonly attestations: readonly Attestation[];
  readonly repairs: readonly Repair[];
  /** States after the attestations. */
  readonly states: ItemStates;
  readonly notes: readonly Note[];
  readonly rendered: Rendered;
  /** True when the issue does not show `rendered.body` yet. */
  readonly write: boolean;
}
