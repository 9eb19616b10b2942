/** Where a command was said and by whom: what `run` gets besides its arguments. */
import type { RepoRef } from '../core/repo-ref.js';
import type { Command } from './_command.js';

export interface Subject {
  readonly repository: RepoRef;
  readonly isPrivate: boolean;
  readonly issue: number;
  /** Login of who said it. */
  readonly by: string;
  /** True for somebody who has not the role that the command asks for, and may use it because the item is assigned to them. */
  readonly isAssigneeOnly: boolean;
  readonly at: Date;
  /** When the comment was written: what came later was not seen by who wrote it. GitHub tells whole seconds. */
  readonly saidAt: Date;
  readonly commands: ReadonlyMap<string, Command>;
}
